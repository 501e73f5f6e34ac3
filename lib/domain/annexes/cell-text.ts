import { formatAnnexAmount } from '../money/format.ts';
import type { AnnexCell } from './annex-table.ts';

/** The printed text of a cell, null when it prints blank. */
export function cellText(cell: AnnexCell | undefined): string | null {
  if (!cell) return null;
  switch (cell.kind) {
    case 'text':
      return cell.text === '' ? null : cell.text;
    case 'number':
      return cell.value.toString();
    case 'amount':
      return formatAnnexAmount(cell.amountFen, cell.style, cell.unit);
  }
}
