import { formatAnnexAmount, formatCentiWanYuan, roundToCentiWanYuan } from '../money/format.ts';
import type { AmountCell, AnnexCell } from './annex-table.ts';

/** The printed text of a cell, null when it prints blank. */
export function cellText(cell: AnnexCell | undefined): string | null {
  if (!cell) return null;
  switch (cell.kind) {
    case 'text':
      return cell.text === '' ? null : cell.text;
    case 'number':
      return cell.value.toString();
    case 'amount':
      return amountText(cell);
  }
}

function amountText({ amountFen, style, unit, printedCentiWanYuan }: AmountCell): string | null {
  if (printedCentiWanYuan !== undefined) return formatCentiWanYuan(printedCentiWanYuan, style);
  return formatAnnexAmount(amountFen, style, unit);
}

/** The printed figure in hundredths of the table's unit; nought for a blank. */
export function printedHundredths(cell: AnnexCell | undefined): bigint {
  if (cell?.kind !== 'amount') return 0n;
  // A fen is to a yuan what a hundredth of 万元 is to 万元.
  return cell.unit === 'yuan' ? cell.amountFen : (cell.printedCentiWanYuan ?? roundToCentiWanYuan(cell.amountFen));
}
