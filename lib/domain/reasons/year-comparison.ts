import { THREE_PUBLIC_CODES } from '../annexes/ledger.ts';
import type { Budget } from '../budget/budget.ts';
import { type ExpenditureFact, expenditureFacts } from '../budget/facts.ts';
import type { PriorThreePublic } from '../budget/profile.ts';
import { type ClassificationEdition, printedCodeName } from '../classification/edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { currentCodes } from '../versions/current-codes.ts';

/** A figure of this year beside last year's. Money is this year's appropriation of the general public budget. */
export interface YearComparison {
  /** Names the figure; the reasons for its change bear it: `total`, `function:2080505`, `threePublic:receptions`. */
  readonly subject: string;
  readonly label: string;
  readonly beforeFen: Fen;
  readonly nowFen: Fen;
  readonly changeFen: Fen;
}

/** The four 三公 as annex 4 has them, by their field in last year's figures. */
export const THREE_PUBLIC_ITEMS = [
  { item: 'overseasTrips', label: '因公出国（境）费用', prior: 'overseasTripsFen' },
  { item: 'vehiclePurchase', label: '公务用车购置费', prior: 'vehiclePurchaseFen' },
  { item: 'vehicleRunning', label: '公务用车运行维护费', prior: 'vehicleRunningFen' },
  { item: 'receptions', label: '公务接待费', prior: 'receptionsFen' },
] as const satisfies readonly {
  readonly item: keyof typeof THREE_PUBLIC_CODES;
  readonly label: string;
  readonly prior: keyof PriorThreePublic;
}[];

/** The subject under which reasons for the change of the whole stand. */
export const TOTAL_SUBJECT = 'total';

/** The subject under which reasons for the change of a functional code stand. */
export function functionSubject(code: string): string {
  return `function:${code}`;
}

function threePublicSubject(item: keyof typeof THREE_PUBLIC_CODES): string {
  return `threePublic:${item}`;
}

/** The compared figures that a line of expenditure is part of, the total aside; `functionCode` is its project's, if any. */
export function subjectsOfLine(
  line: Pick<ExpenditureFact, 'functionCode' | 'economicCode' | 'source' | 'carriedOver'>,
): readonly string[] {
  if (line.source !== 'GENERAL_PUBLIC' || line.carriedOver) return [];
  const items = THREE_PUBLIC_ITEMS.filter(({ item }) => THREE_PUBLIC_CODES[item] === line.economicCode);
  return [
    ...(line.functionCode === '' ? [] : [functionSubject(line.functionCode)]),
    ...items.map(({ item }) => threePublicSubject(item)),
  ];
}

/**
 * Every figure that is compared with last year's: the total, each functional code, the four 三公; those of which
 * nothing is known or that are nil in both years are left out. A code that ended counts under the one that stands for
 * it now; where its money went several ways, neither it nor these can be compared one by one.
 *
 * @returns the total first, the others by the size of their change, the largest first
 */
export function compareYears(budget: Budget, edition: ClassificationEdition): readonly YearComparison[] {
  const facts = expenditureFacts(budget).filter(({ source, carriedOver }) => {
    return source === 'GENERAL_PUBLIC' && !carriedOver;
  });
  const parts = [...functionComparisons(budget, edition, facts), ...threePublicComparisons(budget, facts)];
  const bySize = parts.sort((a, b) => compare(sizeOf(b), sizeOf(a)) || (a.subject < b.subject ? -1 : 1));
  return [...totalComparison(budget, facts), ...bySize];
}

/** Whether a change is of a size that its reason must be told: over the threshold, or from nothing. */
export function isLargeChange(
  { beforeFen, changeFen }: Pick<YearComparison, 'beforeFen' | 'changeFen'>,
  thresholdPercent: number,
): boolean {
  const size = changeFen < 0n ? -changeFen : changeFen;
  return size !== 0n && size * 100n >= beforeFen * BigInt(thresholdPercent);
}

function knowsLastYear({ priorYear }: Budget): boolean {
  return priorYear.some(({ amountFen }) => amountFen !== null);
}

function totalComparison(budget: Budget, facts: readonly ExpenditureFact[]): readonly YearComparison[] {
  if (!knowsLastYear(budget)) return [];
  const beforeFen = sumFen(budget.priorYear.map(({ amountFen }) => amountFen));
  const nowFen = sumFen(facts.map(({ amountFen }) => amountFen));
  return [compared(TOTAL_SUBJECT, '一般公共预算财政拨款支出总额', beforeFen, nowFen)];
}

function functionComparisons(
  budget: Budget,
  edition: ClassificationEdition,
  facts: readonly ExpenditureFact[],
): readonly YearComparison[] {
  if (!knowsLastYear(budget)) return [];
  const before = new Map<string, Fen>();
  const now = new Map<string, Fen>();
  const add = (side: Map<string, Fen>, code: string, amountFen: Fen) =>
    side.set(code, (side.get(code) ?? 0n) + amountFen);
  const split = new Set<string>();
  for (const { functionCode, amountFen } of budget.priorYear) {
    const codes = currentCodes(edition, 'functional', functionCode);
    const [code = functionCode] = codes;
    if (codes.length <= 1) add(before, code, amountFen ?? 0n);
    else for (const one of codes) split.add(one);
  }
  for (const { functionCode, amountFen } of facts) if (functionCode !== '') add(now, functionCode, amountFen);
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((code) => code !== '' && !split.has(code))
    .map((code) =>
      compared(
        functionSubject(code),
        `${code} ${printedCodeName(edition, 'functional', code)}`,
        before.get(code) ?? 0n,
        now.get(code) ?? 0n,
      ),
    )
    .filter(({ beforeFen, nowFen }) => beforeFen !== 0n || nowFen !== 0n);
}

function threePublicComparisons(budget: Budget, facts: readonly ExpenditureFact[]): readonly YearComparison[] {
  return THREE_PUBLIC_ITEMS.flatMap(({ item, label, prior }): readonly YearComparison[] => {
    const beforeFen = budget.profile.priorThreePublic[prior];
    if (beforeFen === null) return [];
    const code = THREE_PUBLIC_CODES[item];
    const nowFen = sumFen(facts.filter(({ economicCode }) => economicCode === code).map(({ amountFen }) => amountFen));
    return beforeFen === 0n && nowFen === 0n ? [] : [compared(threePublicSubject(item), label, beforeFen, nowFen)];
  });
}

function compared(subject: string, label: string, beforeFen: Fen, nowFen: Fen): YearComparison {
  return { subject, label, beforeFen, nowFen, changeFen: nowFen - beforeFen };
}

function sizeOf({ changeFen }: YearComparison): Fen {
  return changeFen < 0n ? -changeFen : changeFen;
}

function compare(a: Fen, b: Fen): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
