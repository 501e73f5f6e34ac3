import { ok } from '@/lib/domain/result.ts';
import { openAnnexParams } from '@/lib/schemas/open.ts';
import { defineOpenRoute } from '@/lib/server/define-open-route.ts';
import { readOpenAnnex } from '@/lib/services/editions/open-editions.ts';

/** One annex as its frozen JSON file; `narrative` is the narrative. */
export const GET = defineOpenRoute({
  name: '/api/open/v1/editions/[year]/[unitCode]/[number]/annexes/[annex]',
  params: openAnnexParams,
  async run({ params: { annex, ...place } }) {
    const file = await readOpenAnnex(place, annex);
    return file.ok ? ok({ mediaType: file.value.mediaType, body: file.value.content }) : file;
  },
});
