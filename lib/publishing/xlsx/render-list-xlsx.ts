import { writeXlsx } from 'hucre/xlsx';

/** A plain list as a workbook of one sheet: every cell is text, so that none is run as a formula. */
export async function renderListXlsx(name: string, lines: readonly (readonly string[])[]): Promise<Uint8Array> {
  const rows = lines.map((line) => [...line]);
  return writeXlsx({ sheets: [{ name, rows, freezePane: { rows: 1, columns: 0 } }] });
}
