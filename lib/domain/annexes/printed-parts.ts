import type { ResolvedAmount } from './columns.ts';
import type { Tallies } from './tally.ts';

/** What a printed total is made of, as far as the table says it. */
interface PrintedParts {
  /** Keys of printed columns; a hidden subtotal is replaced by its own parts. */
  readonly shown: readonly string[];
  /** Keys of columns that the total counts and that are printed neither themselves nor by their parts. */
  readonly unlisted: readonly string[];
}

/** The parts of a total column, with what is hidden taken apart as far as it can be. */
export function printedParts(total: ResolvedAmount, columns: ReadonlyMap<string, ResolvedAmount>): PrintedParts {
  const parts = total.totalOf.map((key): PrintedParts => {
    const part = columns.get(key);
    if (!part?.hidden) return { shown: [key], unlisted: [] };
    return part.totalOf.length === 0 ? { shown: [], unlisted: [key] } : printedParts(part, columns);
  });
  return { shown: parts.flatMap(({ shown }) => shown), unlisted: parts.flatMap(({ unlisted }) => unlisted) };
}

/**
 * Says below the table which printed totals count money that stands in none of its columns, so that nobody adds up
 * what cannot add up. A hidden column without any amount is not worth a word.
 */
export function unlistedNotes(amounts: readonly ResolvedAmount[], tallies: Tallies): readonly string[] {
  const columns = new Map(amounts.map((column) => [column.key, column]));
  const holdsAmount = (key: string) => [...tallies.values()].some((row) => (row.get(key)?.amountFen ?? 0n) !== 0n);
  const sentences = amounts
    .filter(({ hidden }) => !hidden)
    .flatMap((column) => {
      const unlisted = printedParts(column, columns).unlisted.filter(holdsAmount);
      const names = unlisted.map((key) => `“${columns.get(key)?.label ?? key}”`);
      return names.length === 0 ? [] : [`备注：${whole(column)}包含本表未列示的${names.join('、')}。`];
    });
  return [...new Set(sentences)];
}

/** e.g. `“2023年预算数”的“总计”`: the heading tells one total from another. */
function whole({ heading, label }: ResolvedAmount): string {
  return heading === null ? `“${label}”` : `“${heading}”的“${label}”`;
}
