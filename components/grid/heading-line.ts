import type { Row } from '@/lib/domain/budget/row.ts';
import type { GridColumn } from './grid-model.ts';

/** A copied table that names its columns. */
export interface HeadedBlock<R extends Row> {
  /** The columns that the cells of each line belong to, in their order. */
  readonly columns: readonly GridColumn<R>[];
  readonly lines: readonly (readonly string[])[];
  /** Headings that no column of the grid has, over cells that are filled. */
  readonly unknown: readonly string[];
}

/** A line of headings names at least so many columns; one word may be the text of a cell. */
const FEWEST_HEADINGS = 2;

/** A unit and the like behind a heading. */
const BRACKET = /\([^()]*\)$/;

/** Lines of few cells above the headings: 附件2 and 草稿, a title, 单位：万元. */
const MOST_TITLES = 3;
const MOST_TITLE_CELLS = 2;
/** Lines of headings, one below the other. */
const MOST_LINES = 3;

/**
 * Reads a copied block that begins with the headings of its columns, in one line or in several as merged cells give
 * them, below a title where it has one: its cells go to the columns that are named, in whichever order they stand there.
 *
 * @param columns those that a paste may go to
 * @returns null for a block without headings
 */
export function headedBlock<R extends Row>(
  columns: readonly GridColumn<R>[],
  copied: readonly (readonly string[])[],
): HeadedBlock<R> | null {
  const named = copied.slice(0, MOST_TITLES + MOST_LINES + 1).map((texts) => namedColumns(columns, texts));
  const first = named.findIndex((found) => found.size >= FEWEST_HEADINGS);
  const height = named.slice(first).findIndex((found) => found.size < FEWEST_HEADINGS);
  const titles = copied.slice(0, Math.max(0, first));
  if (first < 0 || first > MOST_TITLES || height < 1) return null;
  if (titles.some((texts) => texts.filter(isFilled).length > MOST_TITLE_CELLS)) return null;
  const headings = copied.slice(first, first + height);
  const lines = copied.slice(first + height);
  const found = withoutDoubles(new Map(named.slice(first, first + height).flatMap((each) => [...each])));
  const headingAt = (position: number) => headings.findLast((texts) => isFilled(texts[position]))?.[position] ?? '';
  const above =
    copied
      .slice(0, first)
      .flat()
      .map(statedUnit)
      .findLast((unit) => unit !== null) ?? null;
  const width = Math.max(...headings.map((texts) => texts.length));
  return {
    columns: found.map(([, column]) => column),
    lines: lines.map((texts) =>
      found.map(([position, column]) =>
        inUnit(column, statedUnit(headingAt(position)) ?? above, texts[position] ?? ''),
      ),
    ),
    unknown: Array.from({ length: width }, (_, position) => position)
      .filter((position) => !found.some(([known]) => known === position))
      .filter((position) => isFilled(headingAt(position)) && lines.some((texts) => isFilled(texts[position])))
      .map((position) => headingAt(position).trim()),
  };
}

const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

type Named<R> = readonly [position: number, column: GridColumn<R>];

/** The columns that a line of headings names, by position; a word that means two columns names none. */
function namedColumns<R extends Row>(
  columns: readonly GridColumn<R>[],
  texts: readonly string[],
): ReadonlyMap<number, GridColumn<R>> {
  return new Map(
    texts.flatMap((text, position): readonly Named<R>[] => {
      const word = foldHeading(text);
      const own = columns.filter(({ header }) => foldHeading(header) === word);
      const meant = own.length > 0 ? own : columns.filter(({ synonyms = [] }) => synonyms.includes(word));
      const [column] = meant;
      return word !== '' && column && meant.length === 1 ? [[position, column]] : [];
    }),
  );
}

/** Each column once, where it is named first. */
function withoutDoubles<R>(found: ReadonlyMap<number, GridColumn<R>>): readonly Named<R>[] {
  const entries = [...found].sort(([a], [b]) => a - b);
  return entries.filter(([, column], index) => entries.findIndex(([, other]) => other === column) === index);
}

function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s*※:、]/g, '')
    .replace(BRACKET, '');
}

/** The unit of money that a text states: 金额（万元）, 单位：元. */
function statedUnit(text: string): string | null {
  return /(万?元)\)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1] ?? null;
}

/** A figure is in the unit of its heading, or of the line above, whichever unit the grid shows. */
function inUnit<R extends Row>({ amountFen }: GridColumn<R>, unit: string | null, text: string): string {
  const isPlain = /\d\s*$/.test(text.normalize('NFKC'));
  return amountFen && unit !== null && isPlain ? `${text.trim()}${unit}` : text;
}
