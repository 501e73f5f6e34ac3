import type { LedgerEntry } from '@/lib/domain/annexes/ledger.ts';
import type { Selection } from '@/lib/domain/annexes/selection.ts';

/** The sheet on which a spreadsheet keeps the lines, and what stands in its columns. */
export const LIST_SHEET = '明细';
const COLUMNS = {
  book: 'A',
  source: 'B',
  carriedOver: 'C',
  kind: 'D',
  category: 'E',
  procurement: 'F',
  basicColumn: 'G',
  functionClass: 'H',
  functionGroup: 'I',
  functionItem: 'J',
  economicClass: 'K',
  economicItem: 'L',
  project: 'M',
  amount: 'N',
} as const;

export type Criterion = Exclude<keyof typeof COLUMNS, 'amount'>;
/** What a line has to say in each column that is named, one of several words. */
export type Criteria = Partial<Record<Criterion, readonly string[]>>;

const FUNCTION_LEVELS = { 3: 'functionClass', 5: 'functionGroup', 7: 'functionItem' } as const;
const ECONOMIC_LEVELS = { 3: 'economicClass', 5: 'economicItem' } as const;

/** The lines, one below the other, the headings first; amounts in 元. */
export function listRows(ledger: readonly LedgerEntry[]): readonly (readonly (string | number)[])[] {
  const rows = ledger.map(({ traits, functionCode, economicCode, projectNumber, amountFen }) => [
    traits.book,
    traits.source,
    word(traits.carriedOver),
    traits.kind ?? '',
    traits.category ?? '',
    traits.procurement ?? '',
    traits.basicColumn ?? '',
    ...Object.keys(FUNCTION_LEVELS).map((digits) => functionCode.slice(0, Number(digits))),
    ...Object.keys(ECONOMIC_LEVELS).map((digits) => economicCode.slice(0, Number(digits))),
    `${projectNumber ?? ''}`,
    Number(amountFen) / 100,
  ]);
  return [Object.keys(COLUMNS), ...rows];
}

/** What a selection of an annex asks, by the columns of the list. */
export function criteriaOf(selection: Selection): Criteria {
  const { books, sources, carriedOver, kind, categories, procurement, basicColumn } = selection;
  const { economicCodes, functionClass } = selection;
  return {
    ...(books && { book: books }),
    ...(sources && { source: sources }),
    ...(carriedOver !== undefined && { carriedOver: [word(carriedOver)] }),
    ...(kind && { kind: [kind] }),
    ...(categories && { category: categories }),
    ...(procurement && { procurement: [procurement] }),
    ...(basicColumn && { basicColumn: [basicColumn] }),
    ...(economicCodes && { economicItem: economicCodes }),
    ...(functionClass && { functionClass: [functionClass] }),
  };
}

/** What a code of 3, 5 or 7 digits asks: every code below it counts. */
export function criteriaOfCode(classification: 'functional' | 'economic', code: string): Criteria {
  const levels: Readonly<Record<string, Criterion>> =
    classification === 'functional' ? FUNCTION_LEVELS : ECONOMIC_LEVELS;
  const column = levels[code.length];
  if (!column) throw new Error(`no column for the code ${code}`);
  return { [column]: [code] };
}

/** Both at once. */
export function both(one: Criteria, other: Criteria): Criteria {
  const shared = (Object.keys(other) as Criterion[]).map((column) => {
    const [mine, theirs = []] = [one[column], other[column]];
    return [column, mine ? mine.filter((value) => theirs.includes(value)) : theirs] as const;
  });
  return { ...one, ...Object.fromEntries(shared) };
}

/**
 * The formula of a printed amount in 万元: a SUMIFS for each choice of the words that may stand in each column.
 *
 * @param lineCount of the list, its headings apart
 */
export function sumFormulaOf(criteria: Criteria, lineCount: number): string {
  const range = (column: string) => `${LIST_SHEET}!$${column}$2:$${column}$${lineCount + 1}`;
  const choices = Object.entries(criteria).reduce<readonly string[]>(
    (before, [column, words]) =>
      before.flatMap((text) => words.map((one) => `${text},${range(COLUMNS[column as Criterion])},"${one}"`)),
    [range(COLUMNS.amount)],
  );
  if (choices.length === 0) return '0';
  return `ROUND((${choices.map((choice) => `SUMIFS(${choice})`).join('+')})/10000,2)`;
}

function word(value: boolean): string {
  return value ? 'yes' : 'no';
}
