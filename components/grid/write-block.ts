import type { Row } from '@/lib/domain/budget/row.ts';
import type { CellArea, GridColumn, GridEdit, RejectedText } from './grid-model.ts';

/** What a grid can write into. */
export interface WriteTarget<R extends Row> {
  /** The rows in the order in which they are shown. */
  readonly rows: readonly R[];
  /** The columns that take the block, from the first. */
  readonly columns: readonly GridColumn<R>[];
  /** Makes a row for the given position; without it no rows can be added. */
  readonly createRow?: (position: number) => R;
  /** The last position in the list, after which rows are added. */
  readonly lastPosition: number;
  readonly readOnly: boolean;
  /** The rejected text that stands in a cell now, if one does. */
  readonly rejectedText: (rowKey: string, field: string) => string | undefined;
}

/** What became of a block of texts. */
export interface WriteOutcome<R extends Row> {
  readonly edit: Omit<GridEdit<R>, 'label' | 'deletes'>;
  readonly writtenCount: number;
  /** Filled cells of the block that met a computed or frozen cell, or had no cell to go to. */
  readonly readOnlyCount: number;
  readonly outsideCount: number;
  /** The rows that hold the block now, in order. */
  readonly rowKeys: readonly string[];
}

/**
 * Writes a block of texts into the columns of the target, its first line at a row. Rows that are missing are added at
 * the end. A text that its column can't take is kept as rejected: nothing is dropped without being counted.
 *
 * @param top number of the first row; the number of rows for the empty last one
 */
export function writeBlock<R extends Row>(
  target: WriteTarget<R>,
  top: number,
  block: readonly (readonly string[])[],
): WriteOutcome<R> {
  const writer = new BlockWriter(target);
  block.forEach((texts, index) => {
    writer.writeLine(top + index, texts);
  });
  return writer.outcome();
}

/** Repeats a block over an area when the area is a whole multiple of it, as spreadsheets do; else gives it as it is. */
export function tileBlock(
  block: readonly (readonly string[])[],
  { height, width }: { readonly height: number; readonly width: number },
): readonly (readonly string[])[] {
  const blockWidth = block[0]?.length ?? 0;
  if (block.length === 0 || blockWidth === 0) return block;
  if (height % block.length !== 0 || width % blockWidth !== 0) return block;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => block[row % block.length]?.[column % blockWidth] ?? ''),
  );
}

/** The lines of an area of a grid, whose computed parents are passed over; null where it holds no line. */
export function linesOfArea(
  { top, bottom }: Pick<CellArea, 'top' | 'bottom'>,
  lineOf: readonly number[],
  isLine: (index: number) => boolean,
): { readonly first: number; readonly last: number } | null {
  const first = lineOf[top] ?? 0;
  const last = (lineOf[bottom] ?? 0) - (isLine(bottom) ? 0 : 1);
  return last < first ? null : { first, last };
}

class BlockWriter<R extends Row> {
  readonly #target: WriteTarget<R>;
  readonly #updates: { key: string; fields: Partial<R> }[] = [];
  readonly #inserts: R[] = [];
  readonly #rejected: RejectedText[] = [];
  readonly #mended: { rowKey: string; field: string }[] = [];
  readonly #rowKeys: string[] = [];
  #written = 0;
  #readOnly = 0;
  #outside = 0;

  constructor(target: WriteTarget<R>) {
    this.#target = target;
  }

  writeLine(index: number, texts: readonly string[]): void {
    const { rows, columns, createRow, readOnly } = this.#target;
    const existing = rows[index];
    this.#outside += countFilled(texts, columns.length);
    const inside = texts.length > columns.length ? texts.slice(0, columns.length) : texts;
    if (!existing && !inside.some(isFilled)) return;
    if (!existing && !createRow) {
      this.#outside += countFilled(inside);
      return;
    }
    const row = existing ?? createRow?.(this.#nextPosition());
    if (!row) return;
    this.#rowKeys.push(row.key);
    if (readOnly) {
      this.#readOnly += countFilled(inside);
      return;
    }
    const fields = this.#writeCells(row, inside);
    if (!existing) this.#inserts.push({ ...row, ...fields });
    else if (Object.keys(fields).length > 0) this.#updates.push({ key: row.key, fields });
  }

  outcome(): WriteOutcome<R> {
    return {
      edit: {
        updates: this.#updates,
        inserts: this.#inserts,
        rejected: this.#rejected,
        mended: this.#mended,
      },
      writtenCount: this.#written,
      readOnlyCount: this.#readOnly,
      outsideCount: this.#outside,
      rowKeys: this.#rowKeys,
    };
  }

  /** Computed columns are looked at last: what they show may follow from the others. */
  #writeCells(row: R, texts: readonly string[]): Partial<R> {
    const fields: Partial<R> = {};
    const written: R = { ...row };
    const computed: { column: GridColumn<R>; text: string }[] = [];
    texts.forEach((raw, offset) => {
      const column = this.#target.columns[offset];
      if (!column) return;
      const text = raw.trim();
      if (!column.write) computed.push({ column, text });
      else {
        const taken = this.#writeCell(written, column, text);
        Object.assign(fields, taken);
        Object.assign(written, taken);
      }
    });
    this.#readOnly += computed.filter(({ column, text }) => isFilled(text) && text !== column.read(written)).length;
    return fields;
  }

  #writeCell(row: R, column: GridColumn<R>, text: string): Partial<R> {
    const place = { rowKey: row.key, field: column.id };
    const earlier = this.#target.rejectedText(row.key, column.id);
    if (earlier === undefined && text === column.read(row)) return {};
    const written = column.write?.(row, text);
    if (!written) return {};
    if (!written.ok) {
      this.#rejected.push({ ...place, text, reason: written.error });
      return {};
    }
    if (earlier !== undefined) this.#mended.push(place);
    this.#written += 1;
    return written.value;
  }

  #nextPosition(): number {
    return (this.#inserts.at(-1)?.position ?? this.#target.lastPosition) + 1;
  }
}

const isFilled = (text: string): boolean => text.trim() !== '';

/** How many filled texts there are from a position on. */
function countFilled(texts: readonly string[], from = 0): number {
  let count = 0;
  for (let index = from; index < texts.length; index += 1) if (isFilled(texts[index] ?? '')) count += 1;
  return count;
}
