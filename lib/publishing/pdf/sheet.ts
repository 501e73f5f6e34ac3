import type { FormCellPlan, HeadingPlan, RowPlan, TablePlan } from './table-plan.ts';

/** A cell of the head, the form or the body, counted in that part's rows. */
export interface SheetCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly colSpan: number;
  /** Each begins on a line of its own. */
  readonly lines: readonly string[];
  /** In characters. */
  readonly indent: number;
}

export interface SheetPart {
  readonly rowCount: number;
  readonly cells: readonly SheetCell[];
}

/** A table as one ruled grid: all that its height on a page hangs on. */
export interface Sheet extends Pick<TablePlan, 'orientation' | 'sizes' | 'titleFit' | 'notes'> {
  /** Of its columns, in any measure. */
  readonly widths: readonly number[];
  readonly head: SheetPart;
  readonly form: SheetPart;
  readonly body: SheetPart;
}

export function sheetOf(table: TablePlan): Sheet {
  const { orientation, sizes, titleFit, notes, columns, head, form, rows } = table;
  return {
    ...{ orientation, sizes, titleFit, notes },
    widths: columns.map(({ width }) => width),
    head: headPart(head),
    form: formPart(form),
    body: bodyPart(rows, columns),
  };
}

function headPart(head: readonly HeadingPlan[]): SheetPart {
  return {
    rowCount: Math.max(0, ...head.map(({ y, rowspan }) => y + rowspan)),
    cells: head.map(({ x, y, colspan, rowspan, lines }) => {
      return { row: y, rowSpan: rowspan, column: x, colSpan: colspan, lines, indent: 0 };
    }),
  };
}

function formPart(form: readonly (readonly FormCellPlan[])[]): SheetPart {
  const cells = form.flatMap((line, row) => {
    let column = 0;
    return line.map(({ lines, colspan: colSpan }) => {
      const cell = { row, rowSpan: 1, column, colSpan, lines, indent: 0 };
      column += colSpan;
      return cell;
    });
  });
  return { rowCount: form.length, cells };
}

function bodyPart(rows: readonly RowPlan[], columns: TablePlan['columns']): SheetPart {
  const cells = rows.flatMap(({ cells: texts, spans, indent }, row) =>
    texts.flatMap((text, column) => {
      const rowSpan = spans[column] ?? 1;
      if (text === null || rowSpan === 0) return [];
      const lines = text.includes('\n') ? text.split('\n') : [text];
      return { row, rowSpan, column, colSpan: 1, lines, indent: columns[column]?.indented ? indent : 0 };
    }),
  );
  return { rowCount: rows.length, cells };
}
