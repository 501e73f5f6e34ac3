import type { Budget, ExpenditureLine, PriorYearLine, RevenueLine } from '@/lib/domain/budget/budget.ts';
import { ancestry } from '@/lib/domain/classification/edition.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { isSameProject } from '@/lib/domain/projects/past-project.ts';
import type { Project } from '@/lib/domain/projects/project.ts';

/** Last year's amounts of one kind of lines, as they stand beside this year's. */
export interface LastYearLines<R> {
  /** What last year's lines of the same codes and source come to; null where there were none. */
  readonly amountOf: (row: R) => Fen | null;
  /** What all of last year's lines under a code come to. */
  readonly amountUnder: (code: string) => Fen;
  readonly totalFen: Fen;
}

type Counted = { readonly amountFen: Fen | null };

export function lastYearRevenue({ revenue }: Budget): LastYearLines<RevenueLine> {
  return index(
    revenue,
    ({ source, carriedOver, functionCode }) => `${source} ${carriedOver} ${functionCode}`,
    ({ functionCode }) => ancestry(functionCode),
  );
}

export function lastYearBasic({ expenditure }: Budget): LastYearLines<ExpenditureLine> {
  return indexExpenditure(expenditure.filter(({ projectKey }) => projectKey === null));
}

/** Of the same project: the one that was carried forward, or the one of the same name. */
export function lastYearCosts(
  { expenditure, projects }: Budget,
  project: Pick<Project, 'key' | 'name'>,
): LastYearLines<ExpenditureLine> {
  const same =
    projects.find(({ key }) => key === project.key) ?? projects.find((candidate) => isSameProject(candidate, project));
  return indexExpenditure(same ? expenditure.filter(({ projectKey }) => projectKey === same.key) : []);
}

function indexExpenditure(lines: readonly ExpenditureLine[]): LastYearLines<ExpenditureLine> {
  return index(
    lines,
    ({ functionCode, economicCode, source, carriedOver }) => `${functionCode} ${economicCode} ${source} ${carriedOver}`,
    ({ functionCode, economicCode }) => [...ancestry(functionCode), ...ancestry(economicCode)],
  );
}

function index<R extends Counted>(
  lines: readonly R[],
  keyOf: (line: R) => string,
  codesOf: (line: R) => readonly string[],
): LastYearLines<R> {
  const byKey = new Map<string, Fen>();
  const byCode = new Map<string, Fen>();
  let totalFen = 0n;
  for (const line of lines) {
    const amountFen = line.amountFen ?? 0n;
    totalFen += amountFen;
    byKey.set(keyOf(line), (byKey.get(keyOf(line)) ?? 0n) + amountFen);
    for (const code of codesOf(line)) byCode.set(code, (byCode.get(code) ?? 0n) + amountFen);
  }
  return {
    amountOf: (row) => byKey.get(keyOf(row)) ?? null,
    amountUnder: (code) => byCode.get(code) ?? 0n,
    totalFen,
  };
}

/** The codes that a unit used last year, in the order of the book. */
export interface LastYearCodes {
  readonly functional: readonly string[];
  readonly economic: readonly string[];
  /** The economic codes that stood under a functional one; all where none did. */
  readonly economicUnder: (functionCode: string) => readonly string[];
}

/**
 * @param lastYear last year's approved budget; where there is none, the codes of 上年数 have to do
 */
export function lastYearCodes(lastYear: Budget | null, priorYear: readonly PriorYearLine[]): LastYearCodes {
  const functional = new Set(priorYear.map(({ functionCode }) => functionCode));
  const under = new Map<string, Set<string>>();
  const economic = new Set<string>();
  for (const { functionCode, economicCode } of lastYear?.expenditure ?? []) {
    functional.add(functionCode);
    economic.add(economicCode);
    under.set(functionCode, (under.get(functionCode) ?? new Set()).add(economicCode));
  }
  for (const { functionCode } of [...(lastYear?.revenue ?? []), ...(lastYear?.projects ?? [])]) {
    functional.add(functionCode);
  }
  const all = inOrder(economic);
  return {
    functional: inOrder(functional),
    economic: all,
    economicUnder: (functionCode) => {
      const own = under.get(functionCode);
      return own ? inOrder(own) : all;
    },
  };
}

function inOrder(codes: ReadonlySet<string>): readonly string[] {
  return [...codes].filter((code) => code !== '').sort();
}
