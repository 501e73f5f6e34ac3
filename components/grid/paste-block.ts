import type { Row } from '@/lib/domain/budget/row.ts';
import { typedPart } from './clipboard-html.ts';
import type { GridRows } from './grid-items.ts';
import type { CellArea, GridColumn } from './grid-model.ts';
import { headedBlock } from './heading-line.ts';
import { linesOfArea, tileBlock } from './write-block.ts';

/** What a paste goes into. */
interface PasteTarget<R extends Row> {
  readonly columns: readonly GridColumn<R>[];
  readonly view: GridRows<R>;
  /** Says of a line, by the texts of its columns, that it is a total or a parent of other lines. */
  readonly isSumLine?: (textOf: (columnId: string) => string) => boolean;
}

/** Where which texts are written. */
export interface PastePlan<R> {
  /** The line that takes the first row of the block. */
  readonly top: number;
  readonly columns: readonly GridColumn<R>[];
  readonly block: readonly (readonly string[])[];
  /** How many lines were left out because they are computed here. */
  readonly sumLineCount: number;
  /** Headings of filled columns that the grid does not have. */
  readonly unknownHeadings: readonly string[];
  readonly lastColumnId: string;
}

/**
 * Lays a copied block over the lines of a grid: parents and columns beside the lines are passed over on both sides, a
 * small block fills a larger selection. A block with headings goes to the columns that they name.
 *
 * @param area what is selected
 * @param html the other flavour of the copy, by which blocks of a grid are known
 */
export function pasteBlock<R extends Row>(
  { columns, view, isSumLine }: PasteTarget<R>,
  area: CellArea,
  copied: readonly (readonly string[])[],
  html: string,
): PastePlan<R> {
  const typedColumns = columns.filter(({ aside }) => !aside);
  const typed = typedPart(copied, html);
  const headed = headedBlock(typedColumns, typed);
  const targets = headed?.columns ?? columns.slice(area.left).filter(({ aside }) => !aside);
  const lines = headed?.lines ?? typed;
  /* A single line is meant as it is: it gets its own sentence when it can't be taken. */
  const kept = isSumLine && typed.length > 1 ? lines.filter((texts) => !isSumLine(textsOf(targets, texts))) : lines;
  const selected = linesOfArea(area, view.lineOf, (index) => view.items[index]?.kind !== 'group');
  const height = selected ? selected.last - selected.first + 1 : 1;
  const width = columns.slice(area.left, area.right + 1).filter(({ aside }) => !aside).length;
  const block = headed ? kept : tileBlock(kept, { height, width });
  const reach = Math.max(1, ...block.map((texts) => texts.length));
  const last = targets[Math.min(reach, targets.length) - 1] ?? columns[area.left];
  return {
    top: view.lineOf[area.top] ?? view.lines.length,
    columns: targets,
    block,
    sumLineCount: lines.length - kept.length + copied.length - typed.length,
    unknownHeadings: headed?.unknown ?? [],
    lastColumnId: last?.id ?? '',
  };
}

function textsOf<R>(columns: readonly GridColumn<R>[], texts: readonly string[]): (columnId: string) => string {
  return (columnId) => (texts[columns.findIndex(({ id }) => id === columnId)] ?? '').normalize('NFKC').trim();
}
