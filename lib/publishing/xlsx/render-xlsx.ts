import { eachAnnex } from '../annex-error.ts';
import { draftMark, type Publication } from '../publication.ts';
import { annexSheet } from './annex-sheet.ts';
import { contentsSheet } from './contents-sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

/**
 * A workbook with one sheet an annex behind a sheet of contents: real numbers, live totals, headings that repeat on
 * every printed page. The same publication gives the same bytes.
 */
export function renderXlsx(publication: Publication): Uint8Array {
  const { titleLines, organisation, date } = publication;
  const mark = draftMark(publication);
  const sheets = eachAnnex(publication.tables, (table) => annexSheet(table, mark));
  return writeWorkbook([contentsSheet(publication), ...sheets], { title: titleLines.join(''), organisation, date });
}
