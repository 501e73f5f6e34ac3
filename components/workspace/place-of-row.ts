import { type Budget, COLLECTIONS } from '@/lib/domain/budget/budget.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Place } from '@/lib/domain/checks/finding.ts';
import { sectionOfRow } from '@/lib/domain/checks/section-of-row.ts';
import { type BadCell, PROFILE_ROW } from './bad-cells.ts';

/** Where a text stands that could not be taken; null when its row is gone. */
export function placeOfBadCell(budget: Budget, { rowKey, field }: BadCell): Place | null {
  if (rowKey === PROFILE_ROW) return { kind: 'profile', field };
  const collection = COLLECTIONS.find((name) => (budget[name] as readonly Row[]).some(({ key }) => key === rowKey));
  if (!collection) return null;
  return { kind: 'row', section: sectionOfRow(budget, collection, rowKey), collection, key: rowKey, field };
}
