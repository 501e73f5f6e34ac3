import type { FreeNumber } from '@/lib/domain/narrative/free-numbers.ts';
import { rangeIn } from './passage-dom.ts';

/** Names of the highlights in the style sheet. */
const HIGHLIGHTS = { wrong: 'number-unknown', unknown: 'number-unknown', bindable: 'number-bindable' } as const;

const ranges = new Map<HTMLElement, readonly { readonly name: string; readonly range: Range }[]>();

/**
 * Underlines the numbers of a paragraph that were typed by hand, without a change to its nodes: neither the caret nor an
 * input method notices. A browser without highlights has the list below the tools instead.
 */
export function markNumbers(root: HTMLElement, numbers: readonly FreeNumber[]): void {
  if (!('highlights' in CSS)) return;
  const marked = numbers.flatMap(({ state, start, end }) =>
    state === 'known' ? [] : [{ name: HIGHLIGHTS[state], range: rangeIn(root, start, end) }],
  );
  if (marked.length > 0) ranges.set(root, marked);
  else ranges.delete(root);
  for (const name of new Set(Object.values(HIGHLIGHTS))) {
    const all = [...ranges.values()].flat().filter((mark) => mark.name === name);
    CSS.highlights.set(name, new Highlight(...all.map(({ range }) => range)));
  }
}

export function unmarkNumbers(root: HTMLElement): void {
  markNumbers(root, []);
}
