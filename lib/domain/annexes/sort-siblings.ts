/** What of a row decides its place: totals stay, a row belongs to the nearest one above it of a lower level. */
interface TreeRow {
  readonly role: 'total' | 'body';
  readonly level: number;
}

export type SortDirection = 'asc' | 'desc';

/** What a row is sorted by; null: blank, which comes last whichever way. */
export type SortValue = number | string | null;

/** As Chinese registers order words: by their sound; digits as numbers. */
const WORDS = new Intl.Collator('zh-CN');

/**
 * Rows in another order that still is a table of the same budget: each row moves among its siblings and takes the rows
 * below it along, totals stay where they print. Rows that are equal keep their order.
 *
 * @param rows in printed order, each parent before its parts
 */
export function sortSiblings<R extends TreeRow>(
  rows: readonly R[],
  sortValue: (row: R) => SortValue,
  direction: SortDirection,
): readonly R[] {
  const sorted: R[] = [];
  let run: R[] = [];
  for (const row of rows) {
    if (row.role === 'body') {
      run.push(row);
      continue;
    }
    sorted.push(...sortRun(run, sortValue, direction), row);
    run = [];
  }
  return [...sorted, ...sortRun(run, sortValue, direction)];
}

/** Body rows that no total parts. */
function sortRun<R extends TreeRow>(
  rows: readonly R[],
  sortValue: (row: R) => SortValue,
  direction: SortDirection,
): readonly R[] {
  const families: { readonly head: R; readonly below: R[] }[] = [];
  for (const row of rows) {
    const family = families.at(-1);
    if (family && row.level > family.head.level) family.below.push(row);
    else families.push({ head: row, below: [] });
  }
  return families
    .map(({ head, below }) => ({ value: sortValue(head), rows: [head, ...sortRun(below, sortValue, direction)] }))
    .sort((one, other) => compareValues(one.value, other.value, direction))
    .flatMap(({ rows: family }) => family);
}

function compareValues(one: SortValue, other: SortValue, direction: SortDirection): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order =
    typeof one === 'number' && typeof other === 'number' ? one - other : WORDS.compare(`${one}`, `${other}`);
  return direction === 'asc' ? order : -order;
}
