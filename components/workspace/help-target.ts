import type { HistoryTarget } from '@/components/history/history-target.ts';
import { type Budget, COLLECTIONS } from '@/lib/domain/budget/budget.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { PROFILE_ROW } from './bad-cells.ts';

/** The field that the keyboard stands in, as `fieldHelp` names it. */
export interface HelpTarget {
  readonly list: string;
  readonly field: string;
  readonly label: string;
  /** The same as 修改记录 knows it; null where there is no row yet. */
  readonly history: HistoryTarget | null;
}

/**
 * Finds the field an element belongs to: an input of a form bears its row and field; a cell of a grid is told by the
 * heading of its column. Null for everything else.
 */
export function helpTarget(element: Element, budget: Budget): HelpTarget | null {
  const input = element.closest<HTMLInputElement | HTMLTextAreaElement>('[data-help-field]');
  if (input) {
    const { helpRow = '', helpField = '', helpList = listOf(budget, helpRow) } = input.dataset;
    const label = input.labels?.[0]?.textContent ?? '';
    return { list: helpList, field: helpField, label, history: historyOf(helpList, helpRow, helpField) };
  }
  const list = element.closest<HTMLElement>('[data-help-list]')?.dataset.helpList;
  const column = element.closest('[role="gridcell"]')?.getAttribute('aria-colindex');
  if (!list || !column) return null;
  const heading = element
    .closest('[role="grid"]')
    ?.querySelector<HTMLElement>(`[role="columnheader"][aria-colindex="${column}"]`);
  if (!heading?.dataset.column) return null;
  const rowKey = element.closest<HTMLElement>('[data-row]')?.dataset.row ?? '';
  const history = historyOfCell(budget, list, rowKey, heading.dataset.column);
  return { list, field: heading.dataset.column, label: heading.textContent ?? '', history };
}

/** A computed column has no history of its own: it is that of the row. */
function historyOfCell(budget: Budget, list: string, rowKey: string, field: string): HistoryTarget | null {
  const collection = COLLECTIONS.find((name) => name === list);
  const row = collection && (budget[collection] as readonly Row[]).find(({ key }) => key === rowKey);
  if (!collection || !row) return null;
  return field in row ? { collection, rowKey, field } : { collection, rowKey };
}

function historyOf(list: string, rowKey: string, field: string): HistoryTarget | null {
  if (list === 'profile') return { collection: null, rowKey: '', field };
  const collection = COLLECTIONS.find((name) => name === list);
  return collection ? { collection, rowKey, field } : null;
}

function listOf(budget: Budget, rowKey: string): string {
  if (rowKey === PROFILE_ROW) return 'profile';
  return COLLECTIONS.find((name) => (budget[name] as readonly Row[]).some(({ key }) => key === rowKey)) ?? '';
}
