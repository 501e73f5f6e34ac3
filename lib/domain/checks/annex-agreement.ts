import { annexesLacking, annexNameOf, annexOfRole } from '../annexes/annex-sets.ts';
import type { AnnexRole } from '../annexes/definition.ts';
import { FISCAL_SOURCES, FUND_SOURCE_LABELS, FUND_SOURCES } from '../budget/fund-source.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { formatCentiWanYuan } from '../money/format.ts';
import { annexById, type CellName, cellFen, cellOf, cellPlace, incomeRow, printedIn } from './annex-cells.ts';
import { type Check, defineCheck, type Issue, insufficientData, notApplicable } from './check.ts';
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
  /** The annexes that it is between: a set that lacks one of them is not spoken of. */
  readonly between: readonly AnnexRole[];
  readonly sides: (context: CheckContext) => readonly (readonly [Side, Side])[];
}

/** A check that two sides are equal in exact fen; it did not run where the set of annexes lacks one of the cells. */
function agreementCheck({ sides, between, ...about }: Agreement): Check {
  return defineCheck({
    ...about,
    severity: 'error',
    find: (context) => {
      const lacking = annexesLacking(context.annexSet, between);
      if (lacking !== null) return notApplicable(lacking);
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

export function restOf(context: CheckContext, counts: (fact: CheckContext['facts'][number]) => boolean): Fen {
  return sumFen(context.facts.filter(counts).map(({ amountFen }) => amountFen));
}

/** The classes of expenditure that an annex lists. */
function classesShown(context: CheckContext, role: AnnexRole) {
  const annex = annexOfRole(context.annexSet, role)?.id ?? 'none';
  const shown = new Set(annexById(context, annex)?.rows.map(({ id }) => id));
  return context.edition.expenditureClasses.filter(({ code }) => shown.has(code));
}

/** What a side of one cell is called, and the cell. */
function sideOf(context: CheckContext, role: AnnexRole, what: string, [row, column]: readonly [string, string]): Side {
  return { name: `${annexNameOf(context.annexSet, role)}${what}`, cells: [cellOf(context, role, row, column)] };
}

/** The fiscal budgets with the column of each in the balance, and the annex of its appropriation. */
const FISCAL_COLUMNS = [
  { source: 'GENERAL_PUBLIC', name: '一般公共预算', column: 'expGeneral', role: 'generalByFunction' },
  { source: 'GOVERNMENT_FUND', name: '政府性基金预算', column: 'expFund', role: 'fundByFunction' },
  { source: 'STATE_CAPITAL', name: '国有资本经营预算', column: 'expCapital', role: 'capitalByFunction' },
] as const;

/** Those that the set has an annex for. */
function fiscalColumns({ annexSet }: CheckContext) {
  return FISCAL_COLUMNS.filter(({ role }) => annexOfRole(annexSet, role));
}

/** The key of the total in an appropriation's annex: Chongqing's annex 5 has no year in it. */
export function totalColumn(context: CheckContext, role: AnnexRole): string {
  const yearly = `y${context.budget.year}Total`;
  return cellFen(context, cellOf(context, role, 'total', yearly)) === null ? 'total' : yearly;
}

const AGREEMENTS: readonly Agreement[] = [
  {
    id: 'annex-2-3',
    title: '{generalByFunction}基本支出等于{basicByEconomic}合计',
    rule: '{generalByFunction}合计“基本支出”={basicByEconomic}“总计”',
    between: ['generalByFunction', 'basicByEconomic'],
    sides: (context) => [
      [
        sideOf(context, 'generalByFunction', '的基本支出', ['total', `y${context.budget.year}Basic`]),
        sideOf(context, 'basicByEconomic', '的合计', ['total', 'total']),
      ],
    ],
  },
  {
    id: 'annex-1-2-5',
    title: '{fiscalBalance}支出等于{generalByFunction}、{fundByFunction}及上年结转安排的支出',
    rule: '{fiscalBalance}各列={generalByFunction}（{fundByFunction}）合计+上年结转安排的支出',
    between: ['fiscalBalance', 'generalByFunction', 'fundByFunction'],
    sides: (context) => [
      ...fiscalColumns(context).map(({ source, name, column, role }): readonly [Side, Side] => {
        const restFen = restOf(context, (fact) => fact.source === source && fact.carriedOver);
        const total = ['total', totalColumn(context, role)] as const;
        return [
          sideOf(context, 'fiscalBalance', `“${name}”本年支出`, ['expenditure', column]),
          { ...sideOf(context, role, '合计加上年结转安排的支出', total), restFen },
        ];
      }),
      ...classesShown(context, 'generalByFunction').map(({ code, name }): readonly [Side, Side] => {
        const isCarried = ({ source, carriedOver, functionCode }: CheckContext['facts'][number]) =>
          source === 'GENERAL_PUBLIC' && carriedOver && functionCode.startsWith(code);
        const own = [code, `y${context.budget.year}Total`] as const;
        const restFen = restOf(context, isCarried);
        return [
          sideOf(context, 'fiscalBalance', `“一般公共预算”的${name}`, [code, 'expGeneral']),
          { ...sideOf(context, 'generalByFunction', `的${name}加上年结转安排的支出`, own), restFen },
        ];
      }),
    ],
  },
  {
    id: 'annex-1-6',
    title: '{fiscalBalance}各项拨款收入等于{wholeBalance}',
    rule: '{fiscalBalance}本年收入各来源={wholeBalance}财政拨款各来源的收入',
    between: ['fiscalBalance', 'wholeBalance'],
    sides: (context) =>
      FISCAL_SOURCES.map((source): readonly [Side, Side] => {
        const what = `的${FUND_SOURCE_LABELS[source].revenueLabel}`;
        const of = (role: AnnexRole) => sideOf(context, role, what, [incomeRow(context, role, source), 'incomeAmount']);
        return [of('fiscalBalance'), of('wholeBalance')];
      }),
  },
  {
    id: 'annex-6-7',
    title: '{wholeBalance}收入总计等于{revenue}合计',
    rule: '{wholeBalance}“收入总计”={revenue}合计；{wholeBalance}各来源={revenue}各列',
    between: ['wholeBalance', 'revenue'],
    sides: (context) => [
      [
        sideOf(context, 'wholeBalance', '的收入总计', ['total', 'incomeAmount']),
        sideOf(context, 'revenue', '的合计', ['total', 'total']),
      ],
      ...FUND_SOURCES.map((source): readonly [Side, Side] => {
        const { revenueLabel, annexKey } = FUND_SOURCE_LABELS[source];
        const row = incomeRow(context, 'wholeBalance', source);
        return [
          sideOf(context, 'wholeBalance', `的${revenueLabel}`, [row, 'incomeAmount']),
          sideOf(context, 'revenue', `的${revenueLabel}`, ['total', annexKey]),
        ];
      }),
    ],
  },
  {
    id: 'annex-6-8',
    title: '{wholeBalance}支出等于{expenditure}',
    rule: '{wholeBalance}“本年支出合计”={expenditure}合计；{wholeBalance}各类={expenditure}各类',
    between: ['wholeBalance', 'expenditure'],
    sides: (context) => [
      [
        sideOf(context, 'wholeBalance', '的本年支出合计', ['year', 'expAmount']),
        sideOf(context, 'expenditure', '的合计', ['total', 'total']),
      ],
      ...classesShown(context, 'expenditure').map(({ code, name }): readonly [Side, Side] => [
        sideOf(context, 'wholeBalance', `的${name}`, [code, 'expAmount']),
        sideOf(context, 'expenditure', `的${name}`, [code, 'total']),
      ]),
    ],
  },
  {
    id: 'annex-2-5-8',
    title: '{expenditure}等于{generalByFunction}、{fundByFunction}与其他资金之和',
    rule: '{expenditure}合计={generalByFunction}合计+{fundByFunction}合计+其他来源及上年结转安排的支出',
    between: ['expenditure', 'generalByFunction', 'fundByFunction'],
    sides: (context) => {
      const shown = fiscalColumns(context);
      const isShown = ({ source, carriedOver }: CheckContext['facts'][number]) =>
        !carriedOver && shown.some((each) => each.source === source);
      const names = shown.map(({ role }) => annexNameOf(context.annexSet, role)).join('、');
      return [
        [
          sideOf(context, 'expenditure', '的合计', ['total', 'total']),
          {
            name: `${names}与其他资金之和`,
            cells: shown.map(({ role }) => cellOf(context, role, 'total', totalColumn(context, role))),
            restFen: restOf(context, (fact) => !isShown(fact)),
          },
        ],
      ];
    },
  },
  {
    id: 'annex-8-10',
    title: '{expenditure}项目支出等于{projects}合计',
    rule: '{expenditure}合计“项目支出”={projects}合计；{expenditure}各科目“项目支出”={projects}同科目各项目之和',
    between: ['expenditure', 'projects'],
    sides: (context) => [
      [
        sideOf(context, 'expenditure', '的项目支出', ['total', 'project']),
        sideOf(context, 'projects', '的合计', ['total', 'total']),
      ],
      ...[...groupBy(context.budget.projects, ({ functionCode }) => functionCode)].map(
        ([code, projects]): readonly [Side, Side] => [
          sideOf(context, 'expenditure', `的${code}项目支出`, [code, 'project']),
          {
            name: `${annexNameOf(context.annexSet, 'projects')}的${code}各项目之和`,
            cells: projects.map(({ key }) => cellOf(context, 'projects', key, 'total')),
          },
        ],
      ),
    ],
  },
  {
    id: 'annex-9-lines',
    title: '{procurement}合计等于政府采购明细',
    rule: '{procurement}合计=货物类+工程类+服务类=政府采购明细之和',
    between: ['procurement'],
    sides: (context) => [
      [
        sideOf(context, 'procurement', '的合计', ['total', 'total']),
        {
          name: '政府采购明细之和',
          cells: [],
          restFen: sumFen(context.budget.procurement.map(({ amountFen }) => amountFen)),
        },
      ],
    ],
  },
];

/** Pairs of single cells of equal amounts in one unit: they should be printed alike. */
function printedAlike(context: CheckContext): readonly (readonly [Side, Side])[] {
  const pairs = AGREEMENTS.flatMap(({ between, sides }) =>
    annexesLacking(context.annexSet, between) === null ? sides(context) : [],
  );
  const balances = (['wholeBalance', 'fiscalBalance'] as const).map((role): readonly [Side, Side] => {
    const expenditure = role === 'wholeBalance' ? 'expAmount' : 'expTotal';
    return [
      sideOf(context, role, '的收入总计', ['total', 'incomeAmount']),
      sideOf(context, role, '的支出总计', ['total', expenditure]),
    ];
  });
  return [...balances, ...pairs].filter(([left, right]) => {
    const isSingle = [left, right].every(({ cells, restFen = 0n }) => cells.length === 1 && restFen === 0n);
    const units = [left, right].map(({ cells }) => annexById(context, cells[0]?.annex ?? '')?.unit);
    return (
      isSingle &&
      units[0] === units[1] &&
      sideFen(context, left) !== null &&
      sideFen(context, left) === sideFen(context, right)
    );
  });
}

const printedAgreement = defineCheck({
  id: 'annex-printed-agreement',
  title: '同一个数在各表印得一样',
  severity: 'note',
  rule: '按分计算相等的数，因本年度的取整方式可能在各表相差末位，表下已注明',
  find: (context) =>
    printedAlike(context).flatMap(([left, right]): readonly Issue[] => {
      const [cells, others] = [left.cells, right.cells].map((side) => side.map((cell) => printedIn(context, cell)));
      const [one = 0n, other = 0n] = [cells?.[0], others?.[0]];
      if (one === other) return [];
      const [oneText, otherText] = [one, other].map((printed) => formatCentiWanYuan(printed, 'fixed'));
      const message = `${left.name}印作${oneText}，${right.name}印作${otherText}，精确到分是同一个数，因取整方式相差末位。`;
      const places = [...left.cells, ...right.cells].map(cellPlace);
      return [{ about: [left.name, right.name, one, other], message, places }];
    }),
});

export const AGREEMENT_CHECKS = [...AGREEMENTS.map(agreementCheck), printedAgreement];
