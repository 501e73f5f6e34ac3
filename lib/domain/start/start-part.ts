import type { Budget, Collection, RowOf } from '../budget/budget.ts';
import type { Change } from '../budget/changes.ts';
import type { UnitProfile } from '../budget/profile.ts';
import type { Row } from '../budget/row.ts';

/** The parts of a draft that something to start from may fill, in the order in which a clerk works. */
export const START_PARTS = [
  'revenue',
  'staffing',
  'basic',
  'projects',
  'performance',
  'procurement',
  'prior-year',
  'reasons',
  'narrative',
] as const;

export type StartPart = (typeof START_PARTS)[number];

export const START_PART_LABELS: Readonly<Record<StartPart, string>> = {
  revenue: '收入预算',
  staffing: '人员编制登记',
  basic: '基本支出',
  projects: '项目支出',
  performance: '整体绩效目标',
  procurement: '政府采购',
  'prior-year': '上年数',
  reasons: '增减变动原因',
  narrative: '单位情况与说明文字',
};

/** What something to start from brings: lists as a draft has them, and facts of the profile. */
export interface StartContent {
  readonly rows: Partial<{ readonly [C in Collection]: readonly RowOf<C>[] }>;
  readonly profile: Partial<UnitProfile>;
  /** It speaks of this year's money alone: lines paid from last year's money stay when a part is replaced. */
  readonly thisYearsMoneyOnly: boolean;
}

/** What edits of an empty draft bring. */
export function contentOfChanges(changes: readonly Change[]): StartContent {
  const rows = new Map<Collection, Row[]>();
  let profile: Partial<UnitProfile> = {};
  for (const change of changes) {
    if (change.op === 'profile') profile = { ...profile, ...change.fields };
    if (change.op !== 'insert') continue;
    const list = rows.get(change.collection);
    if (list) list.push(change.row);
    else rows.set(change.collection, [change.row]);
  }
  return { rows: Object.fromEntries(rows) as Rows, profile, thisYearsMoneyOnly: false };
}

/** A row with its list, because a part may take rows from several. */
export type PartRow = { [C in Collection]: { readonly collection: C; readonly row: RowOf<C> } }[Collection];

type Rows = Partial<{ readonly [C in Collection]: readonly RowOf<C>[] }>;

const LISTS: Readonly<Record<StartPart, readonly Collection[]>> = {
  revenue: ['revenue', 'carryForward'],
  staffing: ['staff'],
  basic: ['expenditure'],
  projects: ['projects', 'expenditure', 'indicators'],
  performance: ['goals', 'overallIndicators'],
  procurement: ['procurement'],
  'prior-year': ['priorYear'],
  reasons: ['reasons'],
  narrative: ['passages'],
};

/** Fields of the profile that are last year's figures; the rest describes the unit. */
export const PRIOR_YEAR_FIELDS = ['priorThreePublic', 'priorProjectTotalFen', 'priorOperatingFen'] as const;

/** The rows of a part: lines of expenditure are shared between basic expenditure and projects. */
export function rowsOfPart(lists: Rows, part: StartPart): readonly PartRow[] {
  return LISTS[part].flatMap((collection) => {
    const rows: readonly Row[] = lists[collection] ?? [];
    const wanted =
      collection === 'expenditure' ? rows.filter((row) => isProjectLine(row) === (part === 'projects')) : rows;
    return wanted.map((row) => ({ collection, row }) as PartRow);
  });
}

function isProjectLine(row: Row): boolean {
  return 'projectKey' in row && row.projectKey !== null;
}

/** The fields of the profile that a part takes. */
export function profileOfPart(profile: Partial<UnitProfile>, part: StartPart): Partial<UnitProfile> {
  if (part !== 'prior-year' && part !== 'narrative') return {};
  const isPrior = (name: string) => PRIOR_YEAR_FIELDS.some((field) => field === name);
  return Object.fromEntries(Object.entries(profile).filter(([name]) => isPrior(name) === (part === 'prior-year')));
}

/** How many rows a screen counts for a part: of projects the projects alone, not their lines and indicators. */
export function countOfPart(lists: Rows, part: StartPart): number {
  const rows = rowsOfPart(lists, part);
  return part === 'projects' ? rows.filter(({ collection }) => collection === 'projects').length : rows.length;
}

/** How many facts of a profile are filled that a part takes. */
export function factsOfPart(profile: Partial<UnitProfile>, part: StartPart): number {
  return Object.values(profileOfPart(profile, part)).reduce((count: number, value) => count + filled(value), 0);
}

function filled(value: unknown): number {
  if (value === null || value === '') return 0;
  if (Array.isArray(value)) return value.length > 0 ? 1 : 0;
  if (typeof value === 'object') return Object.values(value).reduce((count: number, one) => count + filled(one), 0);
  return 1;
}

/** Whether nobody has begun a draft: no rows but for 上年数, which the first draft comes with. */
export function isUntouched(budget: Budget): boolean {
  return START_PARTS.every((part) => part === 'prior-year' || rowsOfPart(budget, part).length === 0);
}
