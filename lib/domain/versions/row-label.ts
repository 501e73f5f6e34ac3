import type { Budget, Collection } from '../budget/budget.ts';
import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
import { type ClassificationEdition, codeName } from '../classification/edition.ts';
import { REASON_KIND_LABELS } from '../reasons/change-reason.ts';
import { STAFF_KIND_LABELS } from '../staffing/staff-group.ts';

/**
 * What a person calls a row, e.g. `基本支出 2010308 信访事务 · 30201 办公费`: in remarks, findings and the history.
 *
 * @returns null where the budget has no such row
 */
export function rowLabel(
  budget: Budget,
  edition: ClassificationEdition,
  collection: Collection,
  key: string,
): string | null {
  switch (collection) {
    case 'revenue':
      return labelOf(budget.revenue, key, (row) =>
        joined(
          row.carriedOver ? '上年结转' : '收入',
          FUND_SOURCE_LABELS[row.source].name,
          functional(edition, row.functionCode),
        ),
      );
    case 'carryForward':
      return labelOf(budget.carryForward, key, (row) => joined('结转下年', FUND_SOURCE_LABELS[row.source].name));
    case 'expenditure':
      return labelOf(budget.expenditure, key, (row) =>
        row.projectKey === null
          ? joined('基本支出', functional(edition, row.functionCode), economic(edition, row.economicCode))
          : joined('项目支出', projectName(budget, row.projectKey), economic(edition, row.economicCode)),
      );
    case 'projects':
      return labelOf(budget.projects, key, (row) => joined('项目', row.name));
    case 'indicators':
      return labelOf(budget.indicators, key, (row) =>
        joined('绩效指标', projectName(budget, row.projectKey), row.level3),
      );
    case 'goals':
      return labelOf(budget.goals, key, (row) => joined('整体绩效目标', row.text));
    case 'overallIndicators':
      return labelOf(budget.overallIndicators, key, (row) => joined('整体绩效指标', row.name));
    case 'procurement':
      return labelOf(budget.procurement, key, (row) => joined('政府采购', row.item));
    case 'priorYear':
      return labelOf(budget.priorYear, key, (row) => joined('上年数', functional(edition, row.functionCode)));
    case 'staff':
      return labelOf(budget.staff, key, (row) => joined('人员编制', STAFF_KIND_LABELS[row.kind], row.grade));
    case 'calculations':
      return labelOf(budget.calculations, key, (row) =>
        joined('测算依据', rowLabel(budget, edition, 'expenditure', row.lineKey) ?? ''),
      );
    case 'reasons':
      return labelOf(budget.reasons, key, (row) => joined('增减原因', REASON_KIND_LABELS[row.kind], row.text));
    case 'attachments':
      return labelOf(budget.attachments, key, (row) =>
        joined('立项依据附件', projectName(budget, row.projectKey), row.fileName),
      );
    case 'passages':
      return labelOf(budget.passages, key, (row) =>
        joined('说明文字', row.text.replace(/\{[^{}]+\}/g, '…').slice(0, 20)),
      );
  }
}

function labelOf<T extends { readonly key: string }>(
  rows: readonly T[],
  key: string,
  text: (row: T) => string,
): string | null {
  const row = rows.find((candidate) => candidate.key === key);
  return row ? text(row) : null;
}

function joined(list: string, ...parts: readonly string[]): string {
  const named = parts.filter((part) => part !== '');
  return named.length > 0 ? `${list} ${named.join(' · ')}` : `${list}（未填写）`;
}

function functional(edition: ClassificationEdition, code: string): string {
  return code === '' ? '' : `${code} ${codeName(edition.functional, code)}`;
}

function economic(edition: ClassificationEdition, code: string): string {
  return code === '' ? '' : `${code} ${codeName(edition.economic, code)}`;
}

function projectName(budget: Budget, projectKey: string): string {
  return budget.projects.find((project) => project.key === projectKey)?.name ?? '';
}
