import { type AnnexCell, type AnnexTable, leafColumns } from '../annexes/annex-table.ts';
import { cellText } from '../annexes/cell-text.ts';
import { formatAnnexAmount } from '../money/format.ts';
import { plainNumber } from './free-numbers.ts';

const known = new WeakMap<readonly AnnexTable[], ReadonlySet<string>>();

/** Every number that the annexes print, without separators and trailing noughts; computed once for a set of annexes. */
export function printedNumbers(annexes: readonly AnnexTable[]): ReadonlySet<string> {
  const before = known.get(annexes);
  if (before) return before;
  const numbers = new Set<string>();
  for (const { columns, rows } of annexes) {
    const leaves = leafColumns(columns).filter(({ content }) => content !== 'code');
    for (const { cells } of rows) {
      for (const { key } of leaves) {
        for (const [number] of (wanYuanText(cells[key]) ?? '').matchAll(/\d[\d,]*(?:\.\d+)?/g))
          numbers.add(plainNumber(number));
      }
    }
  }
  known.set(annexes, numbers);
  return numbers;
}

/** The text speaks in 万元, whatever the annexes are printed in. */
function wanYuanText(cell: AnnexCell | undefined): string | null {
  return cell?.kind === 'amount' && cell.unit === 'yuan'
    ? formatAnnexAmount(cell.amountFen, cell.style)
    : cellText(cell);
}
