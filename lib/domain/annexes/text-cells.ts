import type { AnnexCell } from './annex-table.ts';
import type { ResolvedText } from './columns.ts';

/** What a row has to print, by property; null or missing prints blank. */
export type RowProperties<P extends string> = Readonly<Partial<Record<P, string | number | null>>>;

/** The cells of a row's text columns. */
export function textCells<P extends string>(
  columns: readonly ResolvedText<P>[],
  properties: RowProperties<P>,
): Readonly<Record<string, AnnexCell>> {
  return Object.fromEntries(
    columns.flatMap(({ key, prints }) => {
      const value = properties[prints] ?? '';
      return value === '' ? [] : [[key, textCell(value)]];
    }),
  );
}

/** A whole number stays one, so that a spreadsheet can count with it. */
export function textCell(value: string | number): AnnexCell {
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value };
}
