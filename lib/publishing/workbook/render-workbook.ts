import { writeXlsx } from 'hucre/xlsx';
import { SHEETS } from '@/lib/domain/workbook/workbook-sheets.ts';
import { codesSheet } from './codes-sheet.ts';
import { factsSheet } from './facts-sheet.ts';
import { guideSheet } from './guide-sheet.ts';
import { type RowsSource, rowsSheet } from './rows-sheet.ts';

/**
 * The workbook in which a draft can be filled in: one sheet a section with the draft's rows, lists to choose from and
 * notes on the headings; reading it back changes what was changed in it, and nothing else. The same draft gives the
 * same bytes.
 */
export async function renderWorkbook(source: RowsSource): Promise<Uint8Array> {
  const { budget, edition } = source;
  const sheets = [
    ...SHEETS.map((spec) => rowsSheet(spec, source)),
    factsSheet(budget),
    guideSheet(budget),
    codesSheet(edition),
  ];
  // A moment of the fiscal year, not of the export.
  const date = new Date(Date.UTC(budget.year, 0, 1));
  return writeXlsx({
    sheets,
    defaultFont: { name: '宋体', size: 11 },
    activeSheet: 0,
    properties: {
      title: `${budget.unit.fullName} ${budget.year} 年部门预算填报工作簿`,
      creator: budget.unit.fullName,
      lastModifiedBy: budget.unit.fullName,
      created: date,
      modified: date,
    },
  });
}
