import { leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { type SortDirection, type SortValue, sortSiblings } from '@/lib/domain/annexes/sort-siblings.ts';
import type { AnnexJson } from '../json/render-annex-json.ts';

/** What a reader wants a table sorted by. */
export interface AnnexOrder {
  readonly column: string;
  readonly direction: SortDirection;
}

const FEWEST_ROWS = 3;
const NUMBER = /^-?[\d,]+(\.\d+)?$/;

/**
 * The columns that an annex may be sorted by. A form is not sorted, nor is a table whose rows set two lists side by side
 * (revenue and expenditure): there words follow upon amounts, and what stands in a row does not belong together.
 */
export function sortableColumns(annex: AnnexJson): ReadonlySet<string> {
  const { rows, columns, fields = [] } = annex;
  const keys = leafColumns(columns).map(({ key }) => key);
  const amounts = amountColumns(annex);
  const firstAmount = keys.findIndex((key) => amounts.has(key));
  const holdsWords = (key: string) => rows.some(({ cells }) => /\p{Script=Han}/u.test(cells[key] ?? ''));
  const isTwoLists = firstAmount >= 0 && keys.slice(firstAmount).some((key) => !amounts.has(key) && holdsWords(key));
  const isShort = rows.filter(({ role }) => role === 'body').length < FEWEST_ROWS;
  return new Set(fields.length > 0 || isTwoLists || isShort ? [] : keys);
}

/** The columns that hold amounts. */
export function amountColumns({ rows }: AnnexJson): ReadonlySet<string> {
  return new Set(rows.flatMap(({ amounts }) => Object.keys(amounts)));
}

/** The annex in the wanted order, or as it prints where it cannot be had. */
export function inOrder(annex: AnnexJson, order: AnnexOrder | null): AnnexJson {
  if (order === null || !sortableColumns(annex).has(order.column)) return annex;
  const { column, direction } = order;
  return { ...annex, rows: sortSiblings(annex.rows, sortValue(annex, column), direction) };
}

/** Exact amounts; numbers where the column holds nothing else; codes and words as words. */
function sortValue(annex: AnnexJson, column: string): (row: AnnexJson['rows'][number]) => SortValue {
  const texts = annex.rows.filter(({ role }) => role === 'body').map(({ cells }) => cells[column] ?? '');
  const isHeldByNumbers = texts.every((text) => text === '' || NUMBER.test(text)) && !isCodes(texts);
  return ({ amounts, cells }) => {
    const text = cells[column] ?? '';
    const amount = amounts[column];
    if (amount !== undefined) return text === '' ? null : Number(amount);
    if (text === '') return null;
    return isHeldByNumbers ? Number(text.replaceAll(',', '')) : text;
  };
}

/** Codes grow longer with their level: they are ordered by their digits, 20101 before 208. */
function isCodes(texts: readonly string[]): boolean {
  return texts.some((text) => /^\d{5,}$/.test(text));
}
