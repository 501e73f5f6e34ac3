import { draftMark, type Publication } from '../publication.ts';
import { annexSheetName } from './annex-sheet.ts';
import { SheetBuilder } from './sheet-builder.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** 目录: which annex stands on which sheet, each entry a link. */
export function contentsSheet(publication: Publication): SheetPlan {
  const mark = draftMark(publication);
  const sheet = new SheetBuilder([14, 74]);
  sheet.addMergedRow(mark === null ? { kind: 'blank' } : { kind: 'text', text: mark }, 'mark');
  sheet.addMergedRow({ kind: 'text', text: publication.titleLines.join('') }, 'title');
  sheet.addMergedRow({ kind: 'text', text: '附件目录' }, 'unit');
  sheet.addHeadingRows([
    [
      { text: '附件', column: 0, colSpan: 1, rowSpan: 1 },
      { text: '名称', column: 1, colSpan: 1, rowSpan: 1 },
    ],
  ]);
  for (const table of publication.tables) {
    sheet.addRow([
      { content: { kind: 'link', text: table.number, sheet: annexSheetName(table) }, look: 'centred' },
      { content: { kind: 'text', text: table.title }, look: 'text' },
    ]);
  }
  return sheet.build({
    name: '目录',
    orientation: 'portrait',
    repeatedRows: { from: 0, to: 3 },
    frozen: { rows: 4, columns: 0 },
    pageMark: mark,
  });
}
