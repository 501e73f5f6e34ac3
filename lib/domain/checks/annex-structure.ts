import { annexesLacking, annexNameOf, annexNumber, annexOfRole } from '../annexes/annex-sets.ts';
import { type AnnexRow, type AnnexTable, leafColumns } from '../annexes/annex-table.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { restOf } from './annex-agreement.ts';
import { annexById, cellFen, cellOf, cellPlace, columnName, fieldFen, rowName } from './annex-cells.ts';
import { defineCheck, type Issue, insufficientData, notApplicable } from './check.ts';
import { differenceText, yuanText } from './wording.ts';

const projectSheets = defineCheck({
  id: 'annex-10-12',
  title: '{projects}各项目与{projectSheets}一一对应、金额相等',
  severity: 'error',
  rule: '{projects}每行={projectSheets}同一项目的资金总额；{overallPerformance}部门支出预算数={expenditure}合计',
  find: (context) => {
    const { annexSet } = context;
    const lacking = annexesLacking(annexSet, ['projects', 'projectSheets', 'overallPerformance', 'expenditure']);
    if (lacking !== null) return notApplicable(lacking);
    const listId = annexOfRole(annexSet, 'projects')?.id ?? '';
    const list = annexById(context, listId);
    const sheetId = annexOfRole(annexSet, 'projectSheets')?.id;
    const sheets = context.annexes.filter(({ annex }) => annex.startsWith(`${sheetId}-`));
    if (!list) return insufficientData('附件中没有项目支出明细表。');
    const projects = list.rows.filter(({ role }) => role === 'body');
    const issues = projects.flatMap(({ id }, index): readonly Issue[] => {
      const sheet = sheets[index];
      const name = `${annexNameOf(annexSet, 'projects')}第${index + 1}个项目`;
      const listedFen = cellFen(context, cellOf(context, 'projects', id, 'total'));
      const sheetFen = fieldFen(sheet, 'amount');
      if (listedFen === null || sheetFen === listedFen) return [];
      const stated =
        sheetFen === null
          ? '没有对应的项目绩效目标表'
          : `为${yuanText(listedFen)}，${annexNumber(annexSet, sheet?.annex ?? '')}为${yuanText(sheetFen)}`;
      return [
        {
          about: [id, listedFen, sheetFen],
          message: `${name}${stated}，请核对。`,
          places: [{ kind: 'annex', annex: listId, rowId: id }],
        },
      ];
    });
    const wholeId = annexOfRole(annexSet, 'overallPerformance')?.id ?? '';
    const budgetFen = fieldFen(annexById(context, wholeId), 'deptBudget');
    const totalFen = cellFen(context, cellOf(context, 'expenditure', 'total', 'total'));
    if (budgetFen === null || totalFen === null || budgetFen === totalFen) return issues;
    const message = `${annexNameOf(annexSet, 'overallPerformance')}的部门支出预算数${yuanText(budgetFen)}，${annexNameOf(annexSet, 'expenditure')}的合计${yuanText(totalFen)}，${differenceText(budgetFen, totalFen)}，请核对。`;
    return [...issues, { about: [wholeId, budgetFen, totalFen], message, places: [{ kind: 'annex', annex: wholeId }] }];
  },
});

const parents = defineCheck({
  id: 'annex-parents',
  title: '各级科目等于下级科目之和',
  severity: 'error',
  rule: '合计=各“类”之和，“类”=各“款”之和，“款”=各“项”之和（按分计算，不计尾差）',
  find: (context) => {
    const { annexSet, annexes } = context;
    const trees = new Set(annexSet.annexes.flatMap(({ id, rule }) => (rule === 'codeTree' ? [id] : [])));
    const tables = annexes.filter(({ annex }) => trees.has(annex));
    if (tables.length === 0) return insufficientData('本套附件没有按科目列示的表。');
    const revenue = annexOfRole(annexSet, 'revenue')?.id;
    return tables.flatMap((table) => parentIssues(table, table.annex === revenue));
  },
});

/** The rows of a tree of codes under the row they belong to; a 类 belongs to 合计. */
function childrenOf({ rows }: AnnexTable): ReadonlyMap<AnnexRow, readonly AnnexRow[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const total = rows.find(({ role }) => role === 'total');
  const children = new Map<AnnexRow, AnnexRow[]>();
  for (const row of rows) {
    if (row.role === 'total') continue;
    const code = [5, 3].filter((length) => length < row.id.length).map((length) => row.id.slice(0, length));
    const parent = byId.get(code.find((candidate) => byId.has(candidate)) ?? '') ?? total;
    if (parent) children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  return children;
}

function parentIssues(table: AnnexTable, isRevenue: boolean): readonly Issue[] {
  const columns = leafColumns(table.columns).map(({ key }) => key);
  // The total of revenue is all of it, also where a part bears no code: `revenue-partly-coded` speaks of that.
  const trees = [...childrenOf(table)].filter(([{ role }]) => !isRevenue || role !== 'total');
  return trees.flatMap(([parent, children]) =>
    columns.flatMap((column): readonly Issue[] => {
      const wholeFen = amountIn(parent, column);
      const partsFen = sumFen(children.map((row) => amountIn(row, column)));
      if (wholeFen === partsFen) return [];
      const where = `${table.number}“${rowName(table, parent.id)}”的${columnName(table, column)}`;
      const message = `${where}${yuanText(wholeFen)}，下级科目之和${yuanText(partsFen)}，${differenceText(wholeFen, partsFen)}，请检查有没有缺少科目或科目不是末级的明细。`;
      const places = [cellPlace({ annex: table.annex, row: parent.id, column })];
      return [{ about: [table.annex, parent.id, column, wholeFen, partsFen], message, places }];
    }),
  );
}

function amountIn({ cells }: AnnexRow, column: string): Fen {
  const printed = cells[column];
  return printed?.kind === 'amount' ? printed.amountFen : 0n;
}

const THREE_PUBLIC_COLUMNS = [
  ['Abroad', '30212', '因公出国（境）费用'],
  ['VehiclePurchase', '31013', '公务用车购置'],
  ['VehicleRun', '30231', '公务用车运行维护费'],
  ['Reception', '30217', '公务接待费'],
] as const;

const threePublicWithinLines = defineCheck({
  id: 'annex-4-lines',
  title: '{threePublic}各项不超过相应经济科目的支出',
  severity: 'error',
  rule: '{threePublic}各项≤30212、31013、30231、30217的支出（基本+项目）',
  find: (context) => {
    const { year } = context.budget;
    const columns = THREE_PUBLIC_COLUMNS.map(([key, code, name]) => {
      const at = cellOf(context, 'threePublic', 'total', `y${year}${key}`);
      return { at, code, name, amountFen: cellFen(context, at) };
    });
    if (columns.every(({ amountFen }) => amountFen === null)) return insufficientData('本套附件没有“三公”经费表。');
    return columns.flatMap(({ at, code, name, amountFen }): readonly Issue[] => {
      const linesFen = restOf(context, ({ economicCode }) => economicCode === code);
      if (amountFen === null || amountFen <= linesFen) return [];
      const message = `${annexNameOf(context.annexSet, 'threePublic')}的${name}${yuanText(amountFen)}，大于经济科目${code}的支出${yuanText(linesFen)}，请核对。`;
      return [{ about: [code, amountFen, linesFen], message, places: [cellPlace(at)] }];
    });
  },
});

export const STRUCTURE_CHECKS = [projectSheets, parents, threePublicWithinLines];
