import { ok } from '@/lib/domain/result.ts';
import { openProblemPage } from '@/lib/publishing/html/open-frame.ts';
import { openIndexPage } from '@/lib/publishing/html/open-index-page.ts';
import { openSearchQuery } from '@/lib/schemas/open.ts';
import { defineOpenRoute, PAGE } from '@/lib/server/define-open-route.ts';
import { serverEnv } from '@/lib/server/env.ts';
import { listOpenYears, searchOpenPage } from '@/lib/services/editions/open-editions.ts';

const PER_PAGE = 50;

/** The list of what is published, a year at a time: `?q=` words in names, of every year or of `&year=`; `&page=`. */
export const GET = defineOpenRoute({
  name: '/open',
  query: openSearchQuery,
  problemPage: openProblemPage,
  async run({ query: { q, year: asked, page } }) {
    const typed = q.trim();
    const years = await listOpenYears();
    const year = asked ?? (typed === '' ? years[0]?.year : undefined);
    const found = await searchOpenPage({ typed, year }, { page, perPage: PER_PAGE });
    const { origin } = serverEnv();
    const index = { ...found, page, perPage: PER_PAGE, typed, year: year ?? null, years, origin };
    return ok({ ...PAGE, body: openIndexPage(index) });
  },
});
