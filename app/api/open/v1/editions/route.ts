import { ok } from '@/lib/domain/result.ts';
import { MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { editionListItem } from '@/lib/publishing/json/open-json.ts';
import { openSearchQuery } from '@/lib/schemas/open.ts';
import { defineOpenRoute } from '@/lib/server/define-open-route.ts';
import { searchOpenEditions } from '@/lib/services/editions/open-editions.ts';

/** The editions that hold, a unit and year each: `?q=` words in names, `&year=`. */
export const GET = defineOpenRoute({
  name: '/api/open/v1/editions',
  query: openSearchQuery,
  async run({ query: { q, year } }) {
    const editions = await searchOpenEditions({ words: q, year });
    return ok({ mediaType: MEDIA_TYPES.json, body: JSON.stringify({ editions: editions.map(editionListItem) }) });
  },
});
