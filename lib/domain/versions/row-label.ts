import type { Budget, Collection, ExpenditureLine, RowOf } from '../budget/budget.ts';
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
  return labelByKey(rowNamers(budget, edition), budget, collection, key);
}

/** As `rowLabel`, for rows at hand: of many rows, each is named at once. */
export function rowName<C extends Collection>(namers: RowNamers, collection: C, row: RowOf<C>): string {
  return namers[collection](row);
}

/** How the rows of each list are called. */
export type RowNamers = { readonly [C in Collection]: (row: RowOf<C>) => string };

/** The names of a budget's rows; what they are part of is looked up once. */
export function rowNamers(budget: Budget, edition: ClassificationEdition): RowNamers {
  const projects = new Map(budget.projects.map(({ key, name }) => [key, name]));
  const projectName = (key: string): string => projects.get(key) ?? '';
  const functional = (code: string): string => (code === '' ? '' : `${code} ${codeName(edition.functional, code)}`);
  const economic = (code: string): string => (code === '' ? '' : `${code} ${codeName(edition.economic, code)}`);
  const expenditure = (line: ExpenditureLine): string =>
    line.projectKey === null
      ? joined('基本支出', functional(line.functionCode), economic(line.economicCode))
      : joined('项目支出', projectName(line.projectKey), economic(line.economicCode));
  let lines: ReadonlyMap<string, ExpenditureLine> | undefined;
  const lineName = (key: string): string => {
    lines ??= new Map(budget.expenditure.map((line) => [line.key, line]));
    const line = lines.get(key);
    return line ? expenditure(line) : '';
  };
  return {
    revenue: ({ carriedOver, source, functionCode }) =>
      joined(carriedOver ? '上年结转' : '收入', FUND_SOURCE_LABELS[source].name, functional(functionCode)),
    carryForward: ({ source }) => joined('结转下年', FUND_SOURCE_LABELS[source].name),
    expenditure,
    projects: ({ name }) => joined('项目', name),
    indicators: ({ projectKey, level3 }) => joined('绩效指标', projectName(projectKey), level3),
    goals: ({ text }) => joined('整体绩效目标', text),
    overallIndicators: ({ name }) => joined('整体绩效指标', name),
    procurement: ({ item }) => joined('政府采购', item),
    priorYear: ({ functionCode }) => joined('上年数', functional(functionCode)),
    staff: ({ kind, grade }) => joined('人员编制', STAFF_KIND_LABELS[kind], grade),
    calculations: ({ lineKey }) => joined('测算依据', lineName(lineKey)),
    reasons: ({ kind, text }) => joined('增减原因', REASON_KIND_LABELS[kind], text),
    attachments: ({ projectKey, fileName }) => joined('立项依据附件', projectName(projectKey), fileName),
    passages: ({ text }) => joined('说明文字', text.replace(/\{[^{}]+\}/g, '…').slice(0, 20)),
  };
}

function labelByKey<C extends Collection>(
  namers: RowNamers,
  budget: Budget,
  collection: C,
  key: string,
): string | null {
  const rows: readonly RowOf<C>[] = budget[collection];
  const row = rows.find((candidate) => candidate.key === key);
  return row ? namers[collection](row) : null;
}

function joined(list: string, ...parts: readonly string[]): string {
  const named = parts.filter((part) => part !== '');
  return named.length > 0 ? `${list} ${named.join(' · ')}` : `${list}（未填写）`;
}
