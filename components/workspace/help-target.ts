import { type Budget, COLLECTIONS } from '@/lib/domain/budget/budget.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { PROFILE_ROW } from './bad-cells.ts';

/** The field that the keyboard stands in, as `fieldHelp` names it. */
export interface HelpTarget {
  readonly list: string;
  readonly field: string;
  readonly label: string;
}

/**
 * Finds the field an element belongs to: an input of a form bears its row and field; a cell of a grid is told by the
 * heading of its column. Null for everything else.
 */
export function helpTarget(element: Element, budget: Budget): HelpTarget | null {
  const input = element.closest<HTMLInputElement | HTMLTextAreaElement>('[data-help-field]');
  if (input) {
    const { helpRow = '', helpField = '' } = input.dataset;
    return { list: listOf(budget, helpRow), field: helpField, label: input.labels?.[0]?.textContent ?? '' };
  }
  const list = element.closest<HTMLElement>('[data-help-list]')?.dataset.helpList;
  const column = element.closest('[role="gridcell"]')?.getAttribute('aria-colindex');
  if (!list || !column) return null;
  const heading = element
    .closest('[role="grid"]')
    ?.querySelector<HTMLElement>(`[role="columnheader"][aria-colindex="${column}"]`);
  if (!heading?.dataset.column) return null;
  return { list, field: heading.dataset.column, label: heading.textContent ?? '' };
}

function listOf(budget: Budget, rowKey: string): string {
  if (rowKey === PROFILE_ROW) return 'profile';
  return COLLECTIONS.find((name) => (budget[name] as readonly Row[]).some(({ key }) => key === rowKey)) ?? '';
}
