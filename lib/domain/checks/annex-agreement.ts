import { type AnnexRow, type AnnexTable, leafColumns } from '../annexes/annex-table.ts';
import { FISCAL_SOURCES, type FiscalSource, FUND_SOURCE_LABELS, FUND_SOURCES } from '../budget/fund-source.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import {
  annexById,
  type CellName,
  cellFen,
  cellPlace,
  columnName,
  fieldFen,
  rowName,
  rowPrinting,
} from './annex-cells.ts';
import { type Check, defineCheck, type Issue, insufficientData } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { differenceText, yuanText } from './wording.ts';

interface Side {
  readonly name: string;
  readonly cells: readonly CellName[];
  /** What belongs to the sum and stands in no annex, e.g. money that carry-over pays. */
  readonly restFen?: Fen;
}

interface Agreement {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly sides: (context: CheckContext) => readonly (readonly [Side, Side])[];
}

/** A check that two sides are equal in exact fen; it did not run where the set of annexes lacks one of the cells. */
function agreementCheck({ sides, ...about }: Agreement): Check {
  return defineCheck({
    ...about,
    severity: 'error',
    find: (context) => {
      const pairs = sides(context);
      const amounts = pairs.map(([left, right]) => ({
        left,
        right,
        leftFen: sideFen(context, left),
        rightFen: sideFen(context, right),
      }));
      const compared = amounts.filter(({ leftFen, rightFen }) => leftFen !== null && rightFen !== null);
      if (compared.length === 0) return insufficientData('本套附件没有可比的栏目。');
      return compared.flatMap(({ left, right, leftFen, rightFen }): readonly Issue[] => {
        if (leftFen === null || rightFen === null || leftFen === rightFen) return [];
        const message = `${left.name}${yuanText(leftFen)}，${right.name}${yuanText(rightFen)}，${differenceText(leftFen, rightFen)}，请核对有关明细的科目和资金来源。`;
        const places = [...left.cells, ...right.cells].map(cellPlace);
        return [{ about: [left.name, leftFen, rightFen], message, places }];
      });
    },
  });
}

function sideFen(context: CheckContext, { cells, restFen = 0n }: Side): Fen | null {
  const amounts = cells.map((cell) => cellFen(context, cell));
  return amounts.includes(null) ? null : sumFen(amounts) + restFen;
}

function cell(annex: string, row: string, column: string): CellName {
  return { annex, row, column };
}

function restOf(context: CheckContext, counts: (fact: CheckContext['facts'][number]) => boolean): Fen {
  return sumFen(context.facts.filter(counts).map(({ amountFen }) => amountFen));
}

/** How annex 1 prints the three fiscal sources, under 本年收入 and once more under 上年结转. */
const INCOME_LINES_OF_ANNEX_1: Readonly<Record<FiscalSource, string>> = {
  GENERAL_PUBLIC: '（一）一般公共预算拨款',
  GOVERNMENT_FUND: '（二）政府性基金预算拨款',
  STATE_CAPITAL: '（三）国有资本经营预算拨款',
};

/** The classes of expenditure that an annex lists. */
function classesShown(context: CheckContext, annex: string) {
  const shown = new Set(annexById(context, annex)?.rows.map(({ id }) => id));
  return context.edition.expenditureClasses.filter(({ code }) => shown.has(code));
}

const FISCAL_COLUMNS = [
  { source: 'GENERAL_PUBLIC', name: '一般公共预算', column: 'expGeneral' },
  { source: 'GOVERNMENT_FUND', name: '政府性基金预算', column: 'expFund' },
] as const;

const AGREEMENTS: readonly Agreement[] = [
  {
    id: 'annex-2-3',
    title: '附件2基本支出等于附件3合计',
    rule: '附件2合计“基本支出”=附件3“总计”',
    sides: ({ budget: { year } }) => [
      [
        { name: '附件2的基本支出', cells: [cell('2', 'total', `y${year}Basic`)] },
        { name: '附件3的合计', cells: [cell('3', 'total', 'total')] },
      ],
    ],
  },
  {
    id: 'annex-1-2-5',
    title: '附件1支出等于附件2、附件5及上年结转安排的支出',
    rule: '附件1各列=附件2（附件5）合计+上年结转安排的支出',
    sides: (context) => [
      ...FISCAL_COLUMNS.map(({ source, name, column }): readonly [Side, Side] => {
        const other =
          source === 'GENERAL_PUBLIC'
            ? cell('2', 'total', `y${context.budget.year}Total`)
            : cell('5', 'total', 'total');
        const restFen = restOf(context, (fact) => fact.source === source && fact.carriedOver);
        return [
          { name: `附件1“${name}”本年支出`, cells: [cell('1', 'expenditure', column)] },
          { name: `附件${other.annex}合计加上年结转安排的支出`, cells: [other], restFen },
        ];
      }),
      ...classesShown(context, '2').map(({ code, name }): readonly [Side, Side] => {
        const isCarried = ({ source, carriedOver, functionCode }: CheckContext['facts'][number]) =>
          source === 'GENERAL_PUBLIC' && carriedOver && functionCode.startsWith(code);
        const inAnnex2 = cell('2', code, `y${context.budget.year}Total`);
        return [
          { name: `附件1“一般公共预算”的${name}`, cells: [cell('1', code, 'expGeneral')] },
          { name: `附件2的${name}加上年结转安排的支出`, cells: [inAnnex2], restFen: restOf(context, isCarried) },
        ];
      }),
    ],
  },
  {
    id: 'annex-1-6',
    title: '附件1各项拨款收入等于附件6',
    rule: '附件1本年收入各来源=附件6财政拨款各来源的收入',
    sides: (context) =>
      FISCAL_SOURCES.map((source) => {
        const { revenueLabel } = FUND_SOURCE_LABELS[source];
        const inAnnex1 = rowPrinting(context, '1', 'incomeItem', INCOME_LINES_OF_ANNEX_1[source]);
        const inAnnex6 = rowPrinting(context, '6', 'incomeItem', revenueLabel);
        return [
          { name: `附件1的${revenueLabel}`, cells: [cell('1', inAnnex1, 'incomeAmount')] },
          { name: `附件6的${revenueLabel}`, cells: [cell('6', inAnnex6, 'incomeAmount')] },
        ];
      }),
  },
  {
    id: 'annex-6-7',
    title: '附件6收入总计等于附件7合计',
    rule: '附件6“收入总计”=附件7合计；附件6各来源=附件7各列',
    sides: (context) => [
      [
        { name: '附件6的收入总计', cells: [cell('6', 'total', 'incomeAmount')] },
        { name: '附件7的合计', cells: [cell('7', 'total', 'total')] },
      ],
      ...FUND_SOURCES.map((source): readonly [Side, Side] => {
        const { revenueLabel, annexKey } = FUND_SOURCE_LABELS[source];
        const row = rowPrinting(context, '6', 'incomeItem', revenueLabel);
        return [
          { name: `附件6的${revenueLabel}`, cells: [cell('6', row, 'incomeAmount')] },
          { name: `附件7的${revenueLabel}`, cells: [cell('7', 'total', annexKey)] },
        ];
      }),
    ],
  },
  {
    id: 'annex-6-8',
    title: '附件6支出等于附件8',
    rule: '附件6“本年支出合计”=附件8合计；附件6各类=附件8各类',
    sides: (context) => {
      const classes = classesShown(context, '8');
      return [
        [
          { name: '附件6的本年支出合计', cells: [cell('6', 'year', 'expAmount')] },
          { name: '附件8的合计', cells: [cell('8', 'total', 'total')] },
        ],
        ...classes.map(({ code, name }): readonly [Side, Side] => [
          { name: `附件6的${name}`, cells: [cell('6', code, 'expAmount')] },
          { name: `附件8的${name}`, cells: [cell('8', code, 'total')] },
        ]),
      ];
    },
  },
  {
    id: 'annex-2-5-8',
    title: '附件8等于附件2、附件5与其他资金之和',
    rule: '附件8合计=附件2合计+附件5合计+其他来源及上年结转安排的支出',
    sides: (context) => {
      const isShown = ({ source, carriedOver }: CheckContext['facts'][number]) =>
        !carriedOver && (source === 'GENERAL_PUBLIC' || source === 'GOVERNMENT_FUND');
      const restFen = restOf(context, (fact) => !isShown(fact));
      return [
        [
          { name: '附件8的合计', cells: [cell('8', 'total', 'total')] },
          {
            name: '附件2、附件5与其他资金之和',
            cells: [cell('2', 'total', `y${context.budget.year}Total`), cell('5', 'total', 'total')],
            restFen,
          },
        ],
      ];
    },
  },
  {
    id: 'annex-8-10',
    title: '附件8项目支出等于附件10合计',
    rule: '附件8合计“项目支出”=附件10合计；附件8各科目“项目支出”=附件10同科目各项目之和',
    sides: (context) => [
      [
        { name: '附件8的项目支出', cells: [cell('8', 'total', 'project')] },
        { name: '附件10的合计', cells: [cell('10', 'total', 'total')] },
      ],
      ...[...groupBy(context.budget.projects, ({ functionCode }) => functionCode)].map(
        ([code, projects]): readonly [Side, Side] => [
          { name: `附件8的${code}项目支出`, cells: [cell('8', code, 'project')] },
          { name: `附件10的${code}各项目之和`, cells: projects.map(({ key }) => cell('10', key, 'total')) },
        ],
      ),
    ],
  },
  {
    id: 'annex-9-lines',
    title: '附件9合计等于政府采购明细',
    rule: '附件9合计=货物类+工程类+服务类=政府采购明细之和',
    sides: ({ budget: { procurement } }) => [
      [
        { name: '附件9的合计', cells: [cell('9', 'total', 'total')] },
        { name: '政府采购明细之和', cells: [], restFen: sumFen(procurement.map(({ amountFen }) => amountFen)) },
      ],
    ],
  },
];

const projectSheets = defineCheck({
  id: 'annex-10-12',
  title: '附件10各项目与附件12一一对应、金额相等',
  severity: 'error',
  rule: '附件10每行=附件12同一项目的资金总额；附件11部门支出预算数=附件8合计',
  find: (context) => {
    const list = annexById(context, '10');
    const sheets = context.annexes.filter(({ annex }) => annex.startsWith('12-'));
    if (!list) return insufficientData('本套附件没有项目支出明细表。');
    const projects = list.rows.filter(({ role }) => role === 'body');
    const issues = projects.flatMap(({ id }, index): readonly Issue[] => {
      const sheet = sheets[index];
      const name = `附件10第${index + 1}个项目`;
      const listedFen = cellFen(context, cell('10', id, 'total')) ?? 0n;
      const sheetFen = fieldFen(sheet, 'amount');
      if (sheetFen === listedFen) return [];
      const stated =
        sheetFen === null
          ? '没有对应的项目绩效目标表'
          : `为${yuanText(listedFen)}，附件${sheet?.annex}为${yuanText(sheetFen)}`;
      return [
        {
          about: [id, listedFen, sheetFen],
          message: `${name}${stated}，请核对。`,
          places: [{ kind: 'annex', annex: '10', rowId: id }],
        },
      ];
    });
    const budgetFen = fieldFen(annexById(context, '11'), 'deptBudget');
    const totalFen = cellFen(context, cell('8', 'total', 'total'));
    if (budgetFen === null || totalFen === null || budgetFen === totalFen) return issues;
    const message = `附件11的部门支出预算数${yuanText(budgetFen)}，附件8的合计${yuanText(totalFen)}，${differenceText(budgetFen, totalFen)}，请核对。`;
    return [...issues, { about: ['11', budgetFen, totalFen], message, places: [{ kind: 'annex', annex: '11' }] }];
  },
});

/** Annexes whose rows are a tree of codes. */
const CODE_TREES = ['2', '3', '5', '7', '8'];

const parents = defineCheck({
  id: 'annex-parents',
  title: '各级科目等于下级科目之和',
  severity: 'error',
  rule: '合计=各“类”之和，“类”=各“款”之和，“款”=各“项”之和（按分计算，不计尾差）',
  find: (context) => {
    const tables = context.annexes.filter(({ annex }) => CODE_TREES.includes(annex));
    if (tables.length === 0) return insufficientData('本套附件没有按科目列示的表。');
    return tables.flatMap(parentIssues);
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

function parentIssues(table: AnnexTable): readonly Issue[] {
  const columns = leafColumns(table.columns).map(({ key }) => key);
  // The total of annex 7 is all revenue, also where a part of it bears no code: `revenue-partly-coded` speaks of that.
  const trees = [...childrenOf(table)].filter(([{ role }]) => table.annex !== '7' || role !== 'total');
  return trees.flatMap(([parent, children]) =>
    columns.flatMap((column): readonly Issue[] => {
      const wholeFen = amountIn(parent, column);
      const partsFen = sumFen(children.map((row) => amountIn(row, column)));
      if (wholeFen === partsFen) return [];
      const where = `附件${table.annex}“${rowName(table, parent.id)}”的${columnName(table, column)}`;
      const message = `${where}${yuanText(wholeFen)}，下级科目之和${yuanText(partsFen)}，${differenceText(wholeFen, partsFen)}，请检查有没有缺少科目或科目不是末级的明细。`;
      const places = [cellPlace(cell(table.annex, parent.id, column))];
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
  title: '附件4各项不超过相应经济科目的支出',
  severity: 'error',
  rule: '附件4各项≤30212、31013、30231、30217的支出（基本+项目）',
  find: (context) => {
    const { year } = context.budget;
    const columns = THREE_PUBLIC_COLUMNS.map(([key, code, name]) => {
      const at = cell('4', 'total', `y${year}${key}`);
      return { at, code, name, amountFen: cellFen(context, at) };
    });
    if (columns.every(({ amountFen }) => amountFen === null)) return insufficientData('本套附件没有“三公”经费表。');
    return columns.flatMap(({ at, code, name, amountFen }): readonly Issue[] => {
      const linesFen = restOf(context, ({ economicCode }) => economicCode === code);
      if (amountFen === null || amountFen <= linesFen) return [];
      const message = `附件4的${name}${yuanText(amountFen)}，大于经济科目${code}的支出${yuanText(linesFen)}，请核对。`;
      return [{ about: [code, amountFen, linesFen], message, places: [cellPlace(at)] }];
    });
  },
});

export const ANNEX_CHECKS = [...AGREEMENTS.map(agreementCheck), projectSheets, parents, threePublicWithinLines];
