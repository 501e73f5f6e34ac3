import { ok } from '@/lib/domain/result.ts';
import { openProblemPage } from '@/lib/publishing/html/open-frame.ts';
import { openIndexPage } from '@/lib/publishing/html/open-pages.ts';
import { openSearchQuery } from '@/lib/schemas/open.ts';
import { defineOpenRoute, PAGE } from '@/lib/server/define-open-route.ts';
import { searchOpenEditions } from '@/lib/services/editions/open-editions.ts';

/** The list of what is published: `?q=` words in names, `&year=`. */
export const GET = defineOpenRoute({
  name: '/open',
  query: openSearchQuery,
  problemPage: openProblemPage,
  async run({ query: { q, year } }) {
    const all = await searchOpenEditions({});
    const editions = await searchOpenEditions({ words: q, year });
    const years = [...new Set(all.map((edition) => edition.year))];
    return ok({ ...PAGE, body: openIndexPage({ editions, words: q.trim(), year: year ?? null, years }) });
  },
});
