import type { ColumnLayout, GridColumn } from './grid-model.ts';

export const ROW_HEIGHT = 30;
/** Width of the column of row numbers, which is always frozen. */
export const NUMBER_WIDTH = 38;
/** How much further right the text of a row stands for each computed parent above it. */
const INDENT = 12;
const PADDING = 8;

/** Places columns: the first `frozenCount` stay when the rest scrolls. */
export function layOut<R>(
  columns: readonly GridColumn<R>[],
  frozenCount: number,
  indentedColumn?: string,
): readonly ColumnLayout[] {
  let left = NUMBER_WIDTH;
  return columns.map((column, index) => {
    const frozenAt = index < frozenCount ? left : null;
    left += column.width;
    return {
      id: column.id,
      header: column.header,
      width: column.width,
      grows: column.grows ?? false,
      align: column.align ?? 'start',
      frozenAt,
      hasChoices: column.suggest !== undefined,
      indents: column.id === indentedColumn,
    };
  });
}

/** The least width at which every column has its own. */
export function minWidth(layout: readonly ColumnLayout[]): number {
  return NUMBER_WIDTH + layout.reduce((sum, { width }) => sum + width, 0);
}

/** Where a cell of a column stands in its row. */
export function cellStyle({ width, grows, frozenAt, indents }: ColumnLayout, level = 0) {
  return {
    flex: `${grows ? 1 : 0} 0 ${width}px`,
    insetInlineStart: frozenAt ?? undefined,
    paddingInlineStart: indents && level > 0 ? PADDING + level * INDENT : undefined,
  };
}
