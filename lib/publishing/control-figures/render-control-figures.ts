import { writeXlsx } from 'hucre/xlsx';
import {
  CONTROL_CATEGORIES,
  CONTROL_CATEGORY_LABELS,
  type ControlCategory,
} from '@/lib/domain/budget/control-figure.ts';
import { CONTROL_HEADINGS } from '@/lib/domain/budget/control-form.ts';
import { FUND_SOURCE_LABELS, FUND_SOURCES } from '@/lib/domain/budget/fund-source.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { listValidation, SheetGrid } from '../workbook/sheet-grid.ts';

/** One line of a file of control figures. */
export interface ControlLine {
  readonly unitCode: string;
  readonly unitName: string;
  readonly category: ControlCategory;
  readonly itemText: string;
  readonly sourceName: string;
  readonly amountFen: Fen | null;
}

const WIDTHS = [14, 30, 16, 36, 20, 20];

/** Control figures in the form in which they are read back; the same figures give the same bytes. */
export async function renderControlFigures(year: number, lines: readonly ControlLine[]): Promise<Uint8Array> {
  const grid = new SheetGrid(WIDTHS.map((width) => ({ width })));
  Object.values(CONTROL_HEADINGS).forEach((heading, column) => {
    grid.text(0, column, heading, 'heading');
  });
  lines.forEach(({ unitCode, unitName, category, itemText, sourceName, amountFen }, index) => {
    const row = index + 1;
    [unitCode, unitName, CONTROL_CATEGORY_LABELS[category], itemText, sourceName].forEach((text, column) => {
      grid.text(row, column, text, 'text');
    });
    const amount = amountFen === null ? ({ type: 'blank' } as const) : ({ type: 'amount', amountFen } as const);
    grid.written(row, WIDTHS.length - 1, amount, 'amount');
  });
  const last = lines.length + 1;
  const date = new Date(Date.UTC(year, 0, 1));
  return writeXlsx({
    sheets: [
      grid.build({
        name: '控制数',
        freezePane: { rows: 1 },
        dataValidations: [
          listValidation(`C2:C${last}`, { values: CONTROL_CATEGORIES.map((of) => CONTROL_CATEGORY_LABELS[of]) }),
          listValidation(`E2:E${last}`, { values: FUND_SOURCES.map((source) => FUND_SOURCE_LABELS[source].name) }),
        ],
      }),
    ],
    defaultFont: { name: '宋体', size: 11 },
    properties: { title: `${year} 年控制数`, created: date, modified: date },
  });
}
