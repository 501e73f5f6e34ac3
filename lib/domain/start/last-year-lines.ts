import type { Budget, ExpenditureLine, RevenueLine } from '../budget/budget.ts';
import type { Row } from '../budget/row.ts';
import { FEN_PER_YUAN, type Fen } from '../money/fen.ts';
import { MAX_AMOUNT_FEN } from '../money/parse.ts';

/** What becomes of last year's amounts: kept, left blank, or raised (lowered, when negative) by hundredths of a percent. */
export type AmountChoice =
  | { readonly kind: 'keep' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'raise'; readonly basisPoints: number };

/** Last year's rows of everything but projects, with new keys; their positions are for the draft to give. */
type LastYearLines = Pick<Budget, 'revenue' | 'expenditure' | 'goals' | 'overallIndicators' | 'staff' | 'procurement'>;

/**
 * Last year's rows as this year's draft may begin with them. Lines paid from money carried over are left out;
 * procurement items lose their amounts. Lines that have come to say the same, because two codes became one, are added up.
 */
export function lastYearLines(lastYear: Budget, amounts: AmountChoice, newKey: () => string): LastYearLines {
  const anew = <R extends Row>(row: R): R => ({ ...row, key: newKey() });
  const withAmount = <R extends RevenueLine | ExpenditureLine>(line: R): R => ({
    ...anew(line),
    amountFen: amountOf(line.amountFen, amounts),
  });
  const basic = lastYear.expenditure.filter(({ projectKey, carriedOver }) => projectKey === null && !carriedOver);
  return {
    revenue: addedUp(lastYear.revenue.filter(({ carriedOver }) => !carriedOver)).map(withAmount),
    expenditure: addedUp(basic).map(withAmount),
    goals: lastYear.goals.map(anew),
    overallIndicators: lastYear.overallIndicators.map(anew),
    staff: lastYear.staff.map(anew),
    procurement: lastYear.procurement
      .filter(({ carriedOver }) => !carriedOver)
      .map((line) => ({ ...anew(line), amountFen: null })),
  };
}

/** Raised amounts are whole yuan, half up, and never more than an amount may be. */
function amountOf(amountFen: Fen | null, choice: AmountChoice): Fen | null {
  if (amountFen === null || choice.kind === 'clear') return null;
  if (choice.kind === 'keep') return amountFen;
  const grain = FEN_PER_YUAN * 10_000n;
  const raised = ((amountFen * BigInt(10_000 + choice.basisPoints) + grain / 2n) / grain) * FEN_PER_YUAN;
  return raised > MAX_AMOUNT_FEN ? MAX_AMOUNT_FEN : raised < 0n ? 0n : raised;
}

/** One line for each functional code, economic code, source and note; a line without a functional code stays alone. */
function addedUp<R extends RevenueLine | ExpenditureLine>(lines: readonly R[]): readonly R[] {
  const sums = new Map<string, R>();
  for (const line of lines) {
    const economicCode = 'economicCode' in line ? line.economicCode : '';
    const isOpen = line.functionCode === '' || ('economicCode' in line && economicCode === '');
    const name = isOpen ? line.key : [line.functionCode, economicCode, line.source, line.note].join('|');
    const sum = sums.get(name);
    sums.set(name, sum ? { ...sum, amountFen: plus(sum.amountFen, line.amountFen) } : line);
  }
  return [...sums.values()];
}

function plus(a: Fen | null, b: Fen | null): Fen | null {
  return a === null ? b : a + (b ?? 0n);
}
