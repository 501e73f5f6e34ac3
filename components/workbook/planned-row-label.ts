import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import { BLANK_FIELDS } from '@/lib/domain/workbook/new-row.ts';
import type { ImportPlan } from '@/lib/domain/workbook/plan-import.ts';
import { type SheetId, sheetSpec } from '@/lib/domain/workbook/workbook-sheets.ts';

/** What a person calls a row that is not in the draft yet, with its amount. */
export function plannedRowLabel(budget: Budget, edition: ClassificationEdition, plan: ImportPlan) {
  const newProjects = plan.sheets
    .filter(({ id }) => id === 'projects')
    .flatMap(({ rows }) => rows.flatMap(({ after }) => (after ? [after] : [])));
  const renamed = new Set(newProjects.map(({ key }) => key));
  const projects = [...newProjects, ...budget.projects.filter(({ key }) => !renamed.has(key))];
  return (id: SheetId, partial: object): string => {
    const { collection } = sheetSpec(id);
    // The key is only for finding it in a list of one.
    const row = { projectKey: '', ...BLANK_FIELDS[id], ...partial, key: 'shown', position: 0 } as Row;
    const list = collection === 'projects' ? { projects: [row] } : { projects, [collection]: [row] };
    const label = rowLabel({ ...budget, ...list } as unknown as Budget, edition, collection, row.key) ?? '';
    const amountFen = 'amountFen' in row ? row.amountFen : null;
    return typeof amountFen === 'bigint' ? `${label} · ${formatForEntry(amountFen, 'yuan')} 元` : label;
  };
}
