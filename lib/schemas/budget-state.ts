import { array, int, object, enum as oneOf, string, type ZodType } from 'zod';
import type { Budget, Collection, RowOf } from '../domain/budget/budget.ts';
import { VERSION_STATES, type VersionState } from '../domain/workflow/transitions.ts';
import type { Revisions } from '../domain/workflow/workspace.ts';
import { revisionsSchema } from './changes.ts';
import { profileSchema, rowSchemas } from './rows.ts';

/** The rows and the profile of a version: a `Budget` without the names of department, unit and year. */
export type BudgetContent = Pick<Budget, Collection | 'profile'>;

/** What GET /api/v1/budgets/[budgetId]/changes answers: the newest version as it is stored, to merge one's edits with. */
export interface BudgetState {
  readonly versionId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly content: BudgetContent;
  readonly revisions: Revisions;
}

const rowsOf = <C extends Collection>(collection: C): ZodType<readonly RowOf<C>[]> =>
  array(rowSchemas[collection] as ZodType<RowOf<C>>);

export const budgetStateSchema: ZodType<BudgetState> = object({
  versionId: string(),
  number: int(),
  state: oneOf(VERSION_STATES),
  content: object({
    revenue: rowsOf('revenue'),
    carryForward: rowsOf('carryForward'),
    expenditure: rowsOf('expenditure'),
    projects: rowsOf('projects'),
    indicators: rowsOf('indicators'),
    goals: rowsOf('goals'),
    overallIndicators: rowsOf('overallIndicators'),
    procurement: rowsOf('procurement'),
    priorYear: rowsOf('priorYear'),
    staff: rowsOf('staff'),
    calculations: rowsOf('calculations'),
    reasons: rowsOf('reasons'),
    attachments: rowsOf('attachments'),
    passages: rowsOf('passages'),
    profile: profileSchema,
  }),
  revisions: revisionsSchema,
});
