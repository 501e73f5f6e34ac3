import { array, int, object, enum as oneOf, string, type ZodType } from 'zod';
import type { UnitProfile } from '../domain/budget/profile.ts';
import { VERSION_STATES, type VersionState } from '../domain/workflow/transitions.ts';
import type { RowConflict } from '../domain/workflow/workspace.ts';
import { rowConflictSchema } from './changes.ts';
import { keyField, revisionField } from './fields.ts';
import { profileSchema } from './rows.ts';

/** What others saved since a revision: rows and profile as they are now. */
export interface ContentNews {
  readonly rows: readonly RowConflict[];
  readonly profile: {
    readonly theirs: UnitProfile;
    readonly revision: number;
    readonly savedByName: string | null;
  } | null;
}

/** What GET /api/v1/budgets/[budgetId]/changes?versionId=…&since=… answers: what is new for an open window. */
export interface DraftNews {
  /** The newest version: another one than asked about was begun or returned meanwhile. */
  readonly versionId: string;
  readonly state: VersionState;
  readonly contentRevision: number;
  /** Null: too much, or unknown; the whole state has to be read. */
  readonly content: ContentNews | null;
  /** The names of the others who have the draft open. */
  readonly present: readonly string[];
  /** Changes with every explanation and remark. */
  readonly remarks: string;
}

/** The query of a window that asks for news. */
export const newsQuerySchema = object({
  versionId: keyField,
  since: string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

export const draftNewsSchema: ZodType<DraftNews> = object({
  versionId: string(),
  state: oneOf(VERSION_STATES),
  contentRevision: int(),
  content: object({
    rows: array(rowConflictSchema),
    profile: object({ theirs: profileSchema, revision: revisionField, savedByName: string().nullable() }).nullable(),
  }).nullable(),
  present: array(string()),
  remarks: string(),
});
