import { ok } from '@/lib/domain/result.ts';
import { MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { editionListJson } from '@/lib/publishing/json/open-json.ts';
import { openListQuery } from '@/lib/schemas/open.ts';
import { defineOpenRoute } from '@/lib/server/define-open-route.ts';
import { searchOpenPage } from '@/lib/services/editions/open-editions.ts';

/** The editions that hold, a unit and year each: `?q=` words in names, `&year=`, `&department=`, `&page=`, `&perPage=`. */
export const GET = defineOpenRoute({
  name: '/api/open/v1/editions',
  query: openListQuery,
  async run({ query }) {
    const { q, year, department: departmentCode, page, perPage } = query;
    const found = await searchOpenPage({ typed: q, year, departmentCode }, { page, perPage });
    return ok({ mediaType: MEDIA_TYPES.json, body: JSON.stringify(editionListJson({ ...found, ...query })) });
  },
});
