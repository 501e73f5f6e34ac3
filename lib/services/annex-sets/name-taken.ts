import { violatedConstraint } from '@/lib/db/transaction.ts';
import { ANNEX_SETS } from '@/lib/domain/annexes/annex-sets.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, type Result } from '@/lib/domain/result.ts';

const NAME_TAKEN: Problem = {
  code: 'INVALID_INPUT',
  issues: [{ path: '$.name', message: '已有同名的公开表，请换一个名称。' }],
};

/** Runs a change that gives a set a name; a name that another set bears is refused, whoever comes second. */
export async function unlessNameTaken<T>(
  name: string,
  change: () => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  if (ANNEX_SETS.some((set) => set.name === name)) return fail(NAME_TAKEN);
  try {
    return await change();
  } catch (error) {
    if (violatedConstraint(error) === 'edited_annex_sets_name_key') return fail(NAME_TAKEN);
    throw error;
  }
}
