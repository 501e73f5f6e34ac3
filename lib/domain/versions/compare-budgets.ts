import type { Budget, Collection, ExpenditureLine, RowOf } from '../budget/budget.ts';
import { COLLECTIONS } from '../budget/budget.ts';
import type { Row } from '../budget/row.ts';
import { SECTIONS, type Section } from '../checks/finding.ts';
import { sectionOfProfileField, sectionOfRow } from '../checks/section-of-row.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import { subjectsOfLine } from '../reasons/year-comparison.ts';
import { alignYears } from './align-years.ts';
import { WITH_AMOUNT } from './line-amounts.ts';
import { profileDifferences } from './profile-values.ts';
import { diffRows, type RowDiff } from './row-diff.ts';
import { type RowNamers, rowName, rowNamers } from './row-label.ts';

export type ChangeStatus = 'added' | 'removed' | 'changed';

/** A field whose value differs; of a row that was added or removed, what it says there. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of a row, or of a field of the profile, between two budgets. */
export interface BudgetChange {
  readonly id: string;
  readonly status: ChangeStatus;
  readonly section: Section;
  /** Null: a field of the profile, which `key` names by its path. */
  readonly collection: Collection | null;
  /** Of the later budget's row; of the earlier one's where it was removed. */
  readonly key: string;
  /** The rows that are told of as one: several lines of the same codes are, beside another year's. */
  readonly keys: readonly string[];
  /** What a person calls the row; null: a field of the profile. */
  readonly label: string | null;
  /** The amount is no field of a row that is money. */
  readonly fields: readonly FieldChange[];
  readonly beforeFen: Fen | null;
  readonly afterFen: Fen | null;
  /** Later less earlier, a blank counting as nought; null: not about money. */
  readonly changeFen: Fen | null;
  /** The figures whose reasons (增减原因) account for it, e.g. `function:2080505`. */
  readonly subjects: readonly string[];
}

export interface ComparisonOptions {
  readonly edition: ClassificationEdition;
  /** Versions of a budget share the keys of their rows; another year's are matched by what they are about. */
  readonly kind: 'version' | 'last-year';
}

/**
 * All that changed from one budget to another, the largest change of money first; what is no money follows in the order
 * of the screens. Every row of either side is told of once at the most: not at all where it is the same.
 */
export function compareBudgets(
  before: Budget,
  after: Budget,
  { edition, kind }: ComparisonOptions,
): readonly BudgetChange[] {
  const aligned =
    kind === 'last-year' ? alignYears(before, after) : { before, after, beforeKeys: NONE, afterKeys: NONE };
  const side = (budget: Budget, keys: ReadonlyMap<string, readonly string[]>): Side => ({
    budget,
    namers: rowNamers(budget, edition),
    codes: new Map(budget.projects.map((project) => [project.key, project.functionCode])),
    keysOf: (key) => keys.get(key) ?? [key],
  });
  const sides = { before: side(aligned.before, aligned.beforeKeys), after: side(aligned.after, aligned.afterKeys) };
  const rows = COLLECTIONS.flatMap((collection) => listChanges(collection, sides));
  return [...rows, ...profileChanges(aligned.before, aligned.after)].sort(bySize);
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

interface Side {
  readonly budget: Budget;
  readonly namers: RowNamers;
  /** The functional code of each project. */
  readonly codes: ReadonlyMap<string, string>;
  readonly keysOf: (key: string) => readonly string[];
}

type Sides = Readonly<Record<'before' | 'after', Side>>;

function listChanges<C extends Collection>(collection: C, sides: Sides): readonly BudgetChange[] {
  const old: readonly RowOf<C>[] = sides.before.budget[collection];
  const now: readonly RowOf<C>[] = sides.after.budget[collection];
  return diffRows(old, now).flatMap((diff) =>
    diff.status === 'same' ? [] : [rowChange(collection, diff, diff.status, sides)],
  );
}

function rowChange<C extends Collection>(
  collection: C,
  diff: RowDiff<RowOf<C>>,
  status: ChangeStatus,
  sides: Sides,
): BudgetChange {
  const { row } = diff;
  const side = status === 'removed' ? sides.before : sides.after;
  const [before, after] = [diff.before, status === 'removed' ? null : row];
  return {
    id: `${collection}:${row.key}`,
    status,
    section: sectionOf(side.budget, collection, row),
    collection,
    key: row.key,
    keys: side.keysOf(row.key),
    label: rowName(side.namers, collection, row),
    fields: fieldsOf(collection, diff, status),
    ...amountsOf(collection, before, after),
    subjects: collection === 'expenditure' ? subjectsOf(before, after, sides) : [],
  };
}

function sectionOf(budget: Budget, collection: Collection, row: Row): Section {
  if (collection !== 'expenditure') return sectionOfRow(budget, collection, row.key);
  return (row as ExpenditureLine).projectKey === null ? 'basic' : 'projects';
}

function isMoney(collection: Collection): boolean {
  return (WITH_AMOUNT as readonly Collection[]).includes(collection);
}

function fieldsOf(collection: Collection, diff: RowDiff<Row>, status: ChangeStatus): readonly FieldChange[] {
  const hidden = isMoney(collection) ? ['key', 'position', 'amountFen'] : ['key', 'position'];
  const names = status === 'changed' ? [...diff.changedFields] : Object.keys(diff.row);
  const value = (row: Row | null, field: string): unknown => row?.[field as keyof Row] ?? null;
  return names
    .filter((field) => !hidden.includes(field))
    .map((field) => ({
      field,
      before: status === 'added' ? null : value(diff.before, field),
      after: status === 'removed' ? null : value(diff.row, field),
    }));
}

function amountsOf(
  collection: Collection,
  before: Row | null,
  after: Row | null,
): Pick<BudgetChange, 'beforeFen' | 'afterFen' | 'changeFen'> {
  if (!isMoney(collection)) return { beforeFen: null, afterFen: null, changeFen: null };
  const amount = (row: Row | null): Fen | null => (row as { readonly amountFen: Fen | null } | null)?.amountFen ?? null;
  const [beforeFen, afterFen] = [amount(before), amount(after)];
  return { beforeFen, afterFen, changeFen: (afterFen ?? 0n) - (beforeFen ?? 0n) };
}

function subjectsOf(before: Row | null, after: Row | null, sides: Sides): readonly string[] {
  const of = (row: Row | null, { codes }: Side): readonly string[] => {
    if (!row) return [];
    const { projectKey, functionCode, economicCode, source, carriedOver } = row as ExpenditureLine;
    const code = projectKey === null ? functionCode : (codes.get(projectKey) ?? '');
    return subjectsOfLine({ functionCode: code, economicCode, source, carriedOver });
  };
  const [old, now] = [of(before, sides.before), of(after, sides.after)];
  return old.length === 0 ? now : [...new Set([...old, ...now])];
}

function profileChanges(before: Budget, after: Budget): readonly BudgetChange[] {
  return profileDifferences(before.profile, after.profile).map(({ path, ...values }) => ({
    id: `profile:${path}`,
    status: 'changed',
    section: sectionOfProfileField(path),
    collection: null,
    key: path,
    keys: [],
    label: null,
    fields: [{ field: path, ...values }],
    beforeFen: null,
    afterFen: null,
    changeFen: null,
    subjects: [],
  }));
}

/** How much a change is, whichever way it goes. */
export function sizeOf({ changeFen }: Pick<BudgetChange, 'changeFen'>): Fen {
  const change = changeFen ?? 0n;
  return change < 0n ? -change : change;
}

function bySize(a: BudgetChange, b: BudgetChange): number {
  const [sizeA, sizeB] = [sizeOf(a), sizeOf(b)];
  if (sizeA !== sizeB) return sizeA > sizeB ? -1 : 1;
  return SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section);
}
