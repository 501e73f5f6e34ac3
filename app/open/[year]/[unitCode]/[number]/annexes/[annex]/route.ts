import { ok } from '@/lib/domain/result.ts';
import { openProblemPage } from '@/lib/publishing/html/open-frame.ts';
import { openAnnexParams, openOrderQuery } from '@/lib/schemas/open.ts';
import { defineOpenRoute, PAGE } from '@/lib/server/define-open-route.ts';
import { serverEnv } from '@/lib/server/env.ts';
import { drawOpenAnnex } from '@/lib/services/editions/draw-open-edition.ts';

/** One annex of an edition: `?sort=` a column, `&dir=` asc or desc. */
export const GET = defineOpenRoute({
  name: '/open/[year]/[unitCode]/[number]/annexes/[annex]',
  params: openAnnexParams,
  query: openOrderQuery,
  problemPage: openProblemPage,
  async run({ params: { annex, ...place }, query: { sort, dir } }) {
    const order = sort === undefined ? null : { column: sort, direction: dir };
    const drawn = await drawOpenAnnex(place, { annex, order, origin: serverEnv().origin });
    if (!drawn.ok) return drawn;
    return ok({ ...PAGE, body: drawn.value.html, status: drawn.value.isWithdrawn ? 410 : 200 });
  },
});
