import { type Fen, sumFen } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import { type Grain, type PasteRemark, PRINTED_COLUMN_LABELS, type PrintedRow, rowsBelow } from './printed-annexes.ts';

type Column = keyof typeof PRINTED_COLUMN_LABELS;

/** How far a printed sum is from the sum of what stands below it. */
export interface Footing {
  readonly parent: Pick<PrintedRow<never>, 'code' | 'name' | 'at'>;
  readonly column: Column;
  readonly printedFen: Fen;
  /** What is printed less the sum of the rows below. */
  readonly differenceFen: Fen;
  /** How many figures were added. */
  readonly count: number;
}

/** Every sum of a printed table beside the sum of its parts: parents by code, and 合计. */
export function footings<C extends Column>(
  rows: readonly PrintedRow<C>[],
  total: PrintedRow<C> | null,
  columns: readonly C[],
): readonly Footing[] {
  return [...(total ? [total] : []), ...rows].flatMap((parent) => {
    const below = rowsBelow(rows, parent.code);
    if (below.length === 0) return [];
    return columns.map((column) => {
      const figures = below.map(({ amounts }) => amounts[column]).filter((amountFen) => amountFen !== 0n);
      const printedFen = parent.amounts[column];
      return { parent, column, printedFen, differenceFen: printedFen - sumFen(figures), count: figures.length };
    });
  });
}

/** Half a step for each figure and one for the sum: what rounding alone can make of a sum (尾差). */
function isWithinRounding({ differenceFen, count }: Footing, stepFen: Fen): boolean {
  const magnitude = differenceFen < 0n ? -differenceFen : differenceFen;
  return 2n * magnitude <= stepFen * BigInt(count + 1);
}

/** Cutting off the decimals makes sums too large only, by less than a step for each figure. */
function isWithinTruncation({ differenceFen, count }: Footing, stepFen: Fen): boolean {
  return differenceFen >= 0n && differenceFen <= stepFen * BigInt(Math.max(count - 1, 0));
}

/** Whether a table's figures were cut off: its sums differ by more than rounding explains, and all upwards. */
export function isTruncated(list: readonly Footing[], stepFen: Fen): boolean {
  return (
    list.some((footing) => !isWithinRounding(footing, stepFen)) &&
    list.every((footing) => isWithinTruncation(footing, stepFen))
  );
}

/** What is to be said of a table's sums, parent by parent: what rounding explains as a note, the rest as an error. */
export function footingRemarks(list: readonly Footing[], { stepFen, truncated }: Grain): readonly PasteRemark[] {
  const differing = list.filter(({ differenceFen }) => differenceFen !== 0n);
  const isSmall = (footing: Footing) => truncated || isWithinRounding(footing, stepFen);
  const kind = truncated ? '舍去尾数' : '四舍五入';
  const errors = byParent(differing.filter((footing) => !isSmall(footing))).map((group): PasteRemark => {
    const columns = group.map(
      ({ column, printedFen, differenceFen }) =>
        `${PRINTED_COLUMN_LABELS[column]}是 ${wanYuan(printedFen)} 万元，下级合计是 ${wanYuan(printedFen - differenceFen)} 万元`,
    );
    const message = `${nameOf(group)}的${columns.join('；')}。相差超出尾差范围，请核对是否少贴或错贴了行。`;
    return { severity: 'error', at: group[0].parent.at, message };
  });
  const notes = byParent(differing.filter(isSmall)).map((group): PasteRemark => {
    const columns = group.map(
      ({ column, differenceFen }) => `${PRINTED_COLUMN_LABELS[column]} ${wanYuan(differenceFen)} 万元`,
    );
    const message = `${nameOf(group)}与下级合计的差：${columns.join('、')}，属${kind}的尾差。`;
    return { severity: 'note', at: group[0].parent.at, message };
  });
  return [...errors, ...notes];
}

type Group = readonly [Footing, ...Footing[]];

function byParent(list: readonly Footing[]): readonly Group[] {
  const groups = new Map<string, [Footing, ...Footing[]]>();
  for (const footing of list) {
    const group = groups.get(footing.parent.code);
    if (group) group.push(footing);
    else groups.set(footing.parent.code, [footing]);
  }
  return [...groups.values()];
}

function nameOf([{ parent }]: Group): string {
  return parent.code === '' ? '合计' : `${parent.code} ${parent.name}`.trim();
}

/** At least two decimals, as printed. */
function wanYuan(amountFen: Fen): string {
  const [whole = '', decimals = ''] = formatExact(amountFen, 'wanYuan').split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
