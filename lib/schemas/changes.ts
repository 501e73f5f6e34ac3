import {
  array,
  boolean,
  discriminatedUnion,
  enum as enumOf,
  literal,
  object,
  partialRecord,
  record,
  strictObject,
  string,
  type ZodType,
} from 'zod';
import type { Collection, RowOf } from '../domain/budget/budget.ts';
import type { Change } from '../domain/budget/changes.ts';
import { CHANGE_ORIGINS, type ChangeOrigin } from '../domain/workflow/change-origin.ts';
import type { Revisions, RowConflict } from '../domain/workflow/workspace.ts';
import { keyField, revisionField } from './fields.ts';
import { profileSchema, rowSchemas } from './rows.ts';
import { encodeWire } from './wire.ts';

export { encodeWire };

/** The largest body of a save; a paste of 10,000 lines stays below it. */
export const MAX_SAVE_BYTES = 8 * 1_048_576;

/** The most edits in one save. */
export const MAX_CHANGES = 20_000;

const insertOf = <C extends Collection>(collection: C) =>
  strictObject({ op: literal('insert'), collection: literal(collection), row: rowSchemas[collection] });

const deleteOf = <C extends Collection>(collection: C) =>
  strictObject({ op: literal('delete'), collection: literal(collection), key: keyField });

const NOTHING_CHANGES = '没有要修改的内容';
const isNotEmpty = (fields: object): boolean => Object.keys(fields).length > 0;

const updateOf = <C extends Collection, F extends ZodType>(collection: C, fields: F) =>
  strictObject({ op: literal('update'), collection: literal(collection), key: keyField, fields });

const key = { key: true } as const;

const insertSchema = discriminatedUnion('collection', [
  insertOf('revenue'),
  insertOf('carryForward'),
  insertOf('expenditure'),
  insertOf('projects'),
  insertOf('indicators'),
  insertOf('goals'),
  insertOf('overallIndicators'),
  insertOf('procurement'),
  insertOf('priorYear'),
  insertOf('staff'),
  insertOf('calculations'),
  insertOf('reasons'),
  insertOf('attachments'),
  insertOf('passages'),
]);

const updateSchema = discriminatedUnion('collection', [
  updateOf('revenue', rowSchemas.revenue.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('carryForward', rowSchemas.carryForward.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('expenditure', rowSchemas.expenditure.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('projects', rowSchemas.projects.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('indicators', rowSchemas.indicators.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('goals', rowSchemas.goals.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('overallIndicators', rowSchemas.overallIndicators.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('procurement', rowSchemas.procurement.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('priorYear', rowSchemas.priorYear.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('staff', rowSchemas.staff.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('calculations', rowSchemas.calculations.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('reasons', rowSchemas.reasons.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('attachments', rowSchemas.attachments.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
  updateOf('passages', rowSchemas.passages.omit(key).partial().refine(isNotEmpty, NOTHING_CHANGES)),
]);

const deleteSchema = discriminatedUnion('collection', [
  deleteOf('revenue'),
  deleteOf('carryForward'),
  deleteOf('expenditure'),
  deleteOf('projects'),
  deleteOf('indicators'),
  deleteOf('goals'),
  deleteOf('overallIndicators'),
  deleteOf('procurement'),
  deleteOf('priorYear'),
  deleteOf('staff'),
  deleteOf('calculations'),
  deleteOf('reasons'),
  deleteOf('attachments'),
  deleteOf('passages'),
]);

const profileChangeSchema = strictObject({
  op: literal('profile'),
  fields: profileSchema.partial().refine(isNotEmpty, NOTHING_CHANGES),
});

/** One edit of a draft over the wire: amounts are decimal strings of fen, everything else is as in `Change`. */
export const changeSchema: ZodType<Change> = discriminatedUnion('op', [
  insertSchema,
  updateSchema,
  deleteSchema,
  profileChangeSchema,
]);

const NO_REVISIONS = '缺少所修改内容的修订号，请刷新页面后重试';

/**
 * The body of POST /api/v1/budgets/[budgetId]/changes.
 *
 * `requestId` is new for each save and the same when a save is sent again because its answer was lost. `revisions`
 * names, for each row that is updated or deleted and for the profile if it is changed, the revision that was read.
 * `origins` says of changes that nobody typed where they came from: the keys of their rows, `profile` for the profile.
 */
export const saveRequestSchema = strictObject({
  requestId: keyField,
  versionId: keyField,
  changes: array(changeSchema, '没有要保存的修改')
    .min(1, '没有要保存的修改')
    .max(MAX_CHANGES, `一次最多保存 ${MAX_CHANGES} 处修改，请分几次粘贴`),
  revisions: strictObject(
    { rows: record(keyField, revisionField, NO_REVISIONS), profile: revisionField.optional() },
    NO_REVISIONS,
  ),
  origins: partialRecord(enumOf(CHANGE_ORIGINS), array(keyField.or(literal('profile'))).max(MAX_CHANGES)).optional(),
});

export interface SaveRequest {
  readonly requestId: string;
  readonly versionId: string;
  readonly changes: readonly Change[];
  readonly revisions: { readonly rows: Readonly<Record<string, number>>; readonly profile?: number };
  readonly origins?: ChangeOrigins;
}

/** Keys of rows (`profile`: the profile) by where their changes came from. */
export type ChangeOrigins = Partial<Readonly<Record<ChangeOrigin, readonly string[]>>>;

/** The answer to a save, and part of the state: revisions of the touched rows (all rows), of the profile, the content. */
export const revisionsSchema: ZodType<Revisions> = object({
  rows: record(string(), revisionField),
  profile: revisionField,
  content: revisionField,
});

/** The answer to a save that was applied; `revisions.rows` holds the rows that it inserted or updated. */
export const saveResponseSchema = object({ revisions: revisionsSchema });

const conflictOf = <C extends Collection>(collection: C) =>
  object({
    collection: literal(collection),
    key: keyField,
    theirs: (rowSchemas[collection] as ZodType<RowOf<C>>).nullable(),
    revision: revisionField.or(literal(0)),
    savedByName: string().nullable(),
  });

/** A row as somebody else left it. */
export const rowConflictSchema = discriminatedUnion('collection', [
  conflictOf('revenue'),
  conflictOf('carryForward'),
  conflictOf('expenditure'),
  conflictOf('projects'),
  conflictOf('indicators'),
  conflictOf('goals'),
  conflictOf('overallIndicators'),
  conflictOf('procurement'),
  conflictOf('priorYear'),
  conflictOf('staff'),
  conflictOf('calculations'),
  conflictOf('reasons'),
  conflictOf('attachments'),
  conflictOf('passages'),
]) as ZodType<RowConflict>;

/** The answer 409 to a save that somebody else was faster than: nothing of it was applied. */
export const staleResponseSchema = object({
  code: literal('STALE'),
  message: string(),
  conflicts: array(rowConflictSchema),
  profileChanged: boolean(),
});

/**
 * The answer to a package that was read but not written: what it holds, as edits of an empty draft, and what it says
 * besides.
 */
export const packagePreviewSchema = object({ changes: array(changeSchema), notes: array(string()) });

/** The body of a save. */
export function encodeSaveRequest(request: SaveRequest): string {
  return encodeWire(request);
}

/** Edits back from what `encodeWire` made of them; null when the text holds none. */
export function decodeChanges(json: string): readonly Change[] | null {
  try {
    const parsed = array(changeSchema).safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
