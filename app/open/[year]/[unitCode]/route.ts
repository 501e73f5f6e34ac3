import { ok } from '@/lib/domain/result.ts';
import { openProblemPage } from '@/lib/publishing/html/open-frame.ts';
import { openUnitYear } from '@/lib/schemas/open.ts';
import { defineOpenRoute, PAGE } from '@/lib/server/define-open-route.ts';
import { serverEnv } from '@/lib/server/env.ts';
import { drawOpenEdition } from '@/lib/services/editions/draw-open-edition.ts';

/** The edition that holds of a unit's year. */
export const GET = defineOpenRoute({
  name: '/open/[year]/[unitCode]',
  params: openUnitYear,
  problemPage: openProblemPage,
  async run({ params }) {
    const drawn = await drawOpenEdition(params, serverEnv().origin);
    if (!drawn.ok) return drawn;
    return ok({ ...PAGE, body: drawn.value.html, status: drawn.value.isWithdrawn ? 410 : 200 });
  },
});
