import type { Row } from '@/lib/domain/budget/row.ts';
import type { CellArea, GridColumn, GridEdit, RejectedText } from './grid-model.ts';

/** What a grid can write into. */
export interface WriteTarget<R extends Row> {
  readonly rows: readonly R[];
  readonly columns: readonly GridColumn<R>[];
  /** Makes a row for the given position; without it no rows can be added. */
  readonly createRow?: (position: number) => R;
  readonly isReadOnly: (row: R) => boolean;
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
 * Writes a block of texts with its upper left corner at a cell. Rows that are missing are added at the end. A text
 * that its column can't take is kept as rejected: nothing is dropped without being counted.
 *
 * @param top position of the first row; the number of rows for the empty last one
 */
export function writeBlock<R extends Row>(
  target: WriteTarget<R>,
  top: number,
  left: number,
  block: readonly (readonly string[])[],
): WriteOutcome<R> {
  const writer = new BlockWriter(target);
  block.forEach((texts, index) => {
    writer.writeLine(top + index, left, texts);
  });
  return writer.outcome();
}

/** Repeats a block over an area when the area is a whole multiple of it, as spreadsheets do; else gives it as it is. */
export function tileBlock(block: readonly (readonly string[])[], area: CellArea): readonly (readonly string[])[] {
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const blockWidth = block[0]?.length ?? 0;
  if (block.length === 0 || blockWidth === 0) return block;
  if (height % block.length !== 0 || width % blockWidth !== 0) return block;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => block[row % block.length]?.[column % blockWidth] ?? ''),
  );
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

  writeLine(index: number, left: number, texts: readonly string[]): void {
    const { rows, columns, createRow, isReadOnly } = this.#target;
    const existing = rows[index];
    this.#outside += texts.slice(columns.length - left).filter(isFilled).length;
    const inside = texts.slice(0, columns.length - left);
    if (!existing && !inside.some(isFilled)) return;
    if (!existing && !createRow) {
      this.#outside += inside.filter(isFilled).length;
      return;
    }
    const row = existing ?? createRow?.(this.#nextPosition());
    if (!row) return;
    this.#rowKeys.push(row.key);
    if (existing && isReadOnly(existing)) {
      this.#readOnly += inside.filter(isFilled).length;
      return;
    }
    const fields = this.#writeCells(row, left, inside);
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
  #writeCells(row: R, left: number, texts: readonly string[]): Partial<R> {
    let fields: Partial<R> = {};
    const computed: { column: GridColumn<R>; text: string }[] = [];
    texts.forEach((raw, offset) => {
      const column = this.#target.columns[left + offset];
      if (!column) return;
      const text = raw.trim();
      if (column.write) fields = { ...fields, ...this.#writeCell({ ...row, ...fields }, column, text) };
      else computed.push({ column, text });
    });
    const written = { ...row, ...fields };
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
    const last = this.#inserts.at(-1) ?? this.#target.rows.at(-1);
    return (last?.position ?? 0) + 1;
  }
}

const isFilled = (text: string): boolean => text.trim() !== '';
