import type { ClassificationEdition, EconomicCode, FunctionalCode } from '@/lib/domain/classification/edition.ts';
import { isLeaf } from '@/lib/domain/classification/edition.ts';

/** A line of basic expenditure in the words of a budget package, the names of its codes beside them. */
export interface InventedLine {
  readonly functionCode: string;
  readonly functionName: string;
  readonly economicCode: string;
  readonly economicName: string;
  readonly source: string;
  readonly carriedOver: boolean;
  readonly amountYuan: string;
  readonly note: string;
}

const LINES = 5000;
const PASTED_ROWS = 1000;
const SEED = 20_230_101;
/** How many economic codes each functional code is spread over: 125 functional codes, as a large department has. */
const ECONOMIC_CODES = 40;
/** Codes that belong to certain others, on which a check would remark in every line. */
const BOUND_CODES = ['30108', '30109', '30110', '30111', '30113'];
const BOUND_FUNCTIONS = /^(20805|21011|22102)/;

/** A budget's lines of basic expenditure, and two blocks that overwrite the first thousand of them. */
export interface InventedBudget {
  readonly lines: readonly InventedLine[];
  /**
   * As Excel hands over all eight columns of 基本支出, six of which are typed and two computed. Every typed cell
   * differs between the blocks; the first amount of the first block is nought, on which the checks must remark.
   */
  readonly blocks: readonly [string, string];
}

/** Invents lines that stand apart by their codes, always the same ones for an edition. */
export function inventBudget(edition: ClassificationEdition): InventedBudget {
  const random = randomNumbers(SEED);
  const economic = [...edition.economic.values()].filter((code) => isOrdinaryEconomic(edition, code));
  const functional = [...edition.functional.values()].filter((code) => isOrdinaryFunctional(edition, code));
  const spread = economic.slice(0, ECONOMIC_CODES);
  const at = (index: number, source: string): InventedLine => {
    const functionCode = pick(functional, Math.floor(index / spread.length));
    const economicCode = pick(spread, index % spread.length);
    return {
      functionCode: functionCode.code,
      functionName: functionCode.name,
      economicCode: economicCode.code,
      economicName: economicCode.name,
      source,
      carriedOver: false,
      amountYuan: `${100 + Math.floor(random() * 90_000)}.${String(Math.floor(random() * 100)).padStart(2, '0')}`,
      note: '',
    };
  };
  const lines = Array.from({ length: LINES }, (_, index) => at(index, '一般公共预算'));
  return { lines, blocks: [pastedBlock(at, 0), pastedBlock(at, 1)] };
}

/** The blocks stand in codes that no line of the budget has, and in other ones than each other. */
function pastedBlock(at: (index: number, source: string) => InventedLine, which: 0 | 1): string {
  const [source, carriedOver] = which === 0 ? ['其他收入', '是'] : ['事业收入', ''];
  return Array.from({ length: PASTED_ROWS }, (_, row) => {
    const line = at(LINES + which * PASTED_ROWS + which + row, source);
    const amount = which === 0 && row === 0 ? '0.00' : line.amountYuan;
    const codes = [line.functionCode, line.functionName, line.economicCode, line.economicName];
    return [...codes, source, carriedOver, amount, `第${which + 1}批第${row + 1}行`].join('\t');
  }).join('\r\n');
}

/** A package like `model`, with the invented lines for its own and, by functional code, revenue of the same sums. */
export function packageWith(model: object, lines: readonly InventedLine[]): object {
  const totals = new Map<string, number>();
  for (const { functionCode, amountYuan } of lines) {
    totals.set(functionCode, (totals.get(functionCode) ?? 0) + Math.round(Number(amountYuan) * 100));
  }
  const byFunction = [...totals].map(([functionCode, fen]) => ({ functionCode, amountYuan: (fen / 100).toFixed(2) }));
  const revenue = byFunction.map((line) => ({ ...line, source: '一般公共预算' }));
  return { ...model, basic: lines, revenue, priorYear: { byFunction } };
}

function isOrdinaryEconomic({ economic }: ClassificationEdition, { code, basicColumn, unverified }: EconomicCode) {
  return isLeaf(economic, code) && basicColumn !== null && !unverified && !BOUND_CODES.includes(code);
}

function isOrdinaryFunctional({ functional }: ClassificationEdition, { code, budgetFund }: FunctionalCode) {
  const isOwn = isLeaf(functional, code) && code.length === 7;
  return isOwn && budgetFund === 'GENERAL_PUBLIC' && !BOUND_FUNCTIONS.test(code);
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`the edition has ${list.length} codes, ${index + 1} are needed`);
  return found;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
