import { ok } from '@/lib/domain/result.ts';
import { MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { editionJson } from '@/lib/publishing/json/open-json.ts';
import { openEditionParams } from '@/lib/schemas/open.ts';
import { defineOpenRoute } from '@/lib/server/define-open-route.ts';
import { readOpenEdition } from '@/lib/services/editions/open-editions.ts';

/** One edition with its figures, changes and files. */
export const GET = defineOpenRoute({
  name: '/api/open/v1/editions/[year]/[unitCode]/[number]',
  params: openEditionParams,
  async run({ params }) {
    const opened = await readOpenEdition(params);
    if (!opened.ok) return opened;
    return ok({ mediaType: MEDIA_TYPES.json, body: JSON.stringify(editionJson(opened.value.edition)) });
  },
});
