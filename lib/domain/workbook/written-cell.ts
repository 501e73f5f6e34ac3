import type { ClassificationEdition } from '../classification/edition.ts';
import { codeName } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import { formatExact } from '../money/format.ts';
import type { SheetColumn } from './sheet-column.ts';

/** What a workbook's cell says of a field, before it has a look: `amountFen` as a number of yuan. */
export type WrittenCell =
  | { readonly type: 'blank' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'amount'; readonly amountFen: Fen }
  | { readonly type: 'count'; readonly count: number };

/** From here on a spreadsheet's number (a double, 15 digits) need not hold every 分, so the amount is written as text. */
export const FIRST_INEXACT_FEN: Fen = 1_000_000_000_000_000n;

const BLANK: WrittenCell = { type: 'blank' };
const textCell = (text: string): WrittenCell => (text === '' ? BLANK : { type: 'text', text });

/** What the template writes for a column of a row; `projectName` says how a project is called in its own sheet. */
export function writtenCell(
  column: SheetColumn,
  row: Readonly<Record<string, unknown>>,
  { edition, projectName }: { edition: ClassificationEdition; projectName: (key: string) => string },
): WrittenCell {
  const value = row[column.field];
  if (value === null || value === undefined) return BLANK;
  const { kind } = column;
  switch (kind.kind) {
    case 'amount':
      return amountCell(value as Fen);
    case 'weight':
    case 'count':
      return { type: 'count', count: value as number };
    case 'flag':
      return textCell(value === true ? '是' : '否');
    case 'choice':
      return textCell(kind.choices.find((word) => word.value === value)?.label ?? String(value));
    case 'codeName':
      return textCell(value === '' ? '' : codeName(edition[kind.classification], String(value)));
    case 'project':
      return textCell(projectName(String(value)));
    case 'text':
    case 'period':
    case 'code':
    case 'target':
      return textCell(String(value));
  }
}

export function amountCell(amountFen: Fen): WrittenCell {
  if (amountFen >= FIRST_INEXACT_FEN) return { type: 'text', text: formatExact(amountFen, 'yuan') };
  return { type: 'amount', amountFen };
}
