import { chinaDay } from '@/lib/domain/china-time.ts';
import { SheetBuilder } from './sheet-builder.ts';
import type { SheetCell } from './sheet-plan.ts';
import { writeWorkbook } from './write-workbook.ts';

/** One finding, or one check that could not run, of one unit. */
export interface Issue {
  readonly departmentName: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly version: string;
  readonly kind: string;
  readonly message: string;
  readonly rule: string;
  readonly explanation: string;
}

const COLUMNS: readonly (readonly [title: string, field: keyof Issue, width: number, centred: boolean])[] = [
  ['部门', 'departmentName', 16, false],
  ['单位编码', 'unitCode', 10, true],
  ['单位', 'unitName', 18, false],
  ['版本', 'version', 8, true],
  ['类别', 'kind', 10, true],
  ['问题', 'message', 60, false],
  ['依据', 'rule', 32, false],
  ['单位说明', 'explanation', 40, false],
];

/** The issues of several units as one sheet to print, sort and send on. */
export function renderIssueList(title: string, issues: readonly Issue[], at: Date): Uint8Array {
  const sheet = new SheetBuilder(COLUMNS.map(([, , width]) => width));
  sheet.addMergedRow({ kind: 'text', text: title }, 'title');
  sheet.addMergedRow({ kind: 'text', text: `共${issues.length}条` }, 'unit');
  sheet.addHeadingRows([COLUMNS.map(([text], column) => ({ text, column, colSpan: 1, rowSpan: 1 }))]);
  for (const issue of issues) {
    sheet.addRow(
      COLUMNS.map(([, field, , centred]): SheetCell => {
        return { content: { kind: 'text', text: issue[field] }, look: centred ? 'centred' : 'text' };
      }),
    );
  }
  const plan = sheet.build({
    name: '问题清单',
    orientation: 'landscape',
    repeatedRows: { from: 2, to: 2 },
    frozen: { rows: 3, columns: 3 },
  });
  return writeWorkbook([plan], { title, organisation: null, date: chinaDay(at) });
}
