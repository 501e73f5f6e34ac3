import { fail, ok } from '@/lib/domain/result.ts';
import { openDepartmentPage } from '@/lib/publishing/html/open-department-page.ts';
import { openProblemPage } from '@/lib/publishing/html/open-frame.ts';
import { openDepartmentParams } from '@/lib/schemas/open.ts';
import { defineOpenRoute, PAGE } from '@/lib/server/define-open-route.ts';
import { serverEnv } from '@/lib/server/env.ts';
import { searchOpenEditions } from '@/lib/services/editions/open-editions.ts';

/** A department over the years. */
export const GET = defineOpenRoute({
  name: '/open/departments/[code]',
  params: openDepartmentParams,
  problemPage: openProblemPage,
  async run({ params: { code } }) {
    const editions = await searchOpenEditions({ departmentCode: code });
    if (editions.length === 0) return fail({ code: 'NOT_FOUND' });
    return ok({ ...PAGE, body: openDepartmentPage({ code, editions, origin: serverEnv().origin }) });
  },
});
