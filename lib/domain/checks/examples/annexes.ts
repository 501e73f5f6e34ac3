import { yuan } from '../../fixtures/sample-budget.ts';
import { type CheckExample, cellChanged, edits, printedLineChanged, update } from './example.ts';

export const ANNEX_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'annex-2-3',
    name: 'annex 3 with another total',
    given: { annexes: cellChanged('3', 'total', 'total', yuan(920_001)) },
    says: ['附件2的基本支出920,000元', '附件3的合计920,001元', '相差1元'],
  },
  {
    check: 'annex-1-2-5',
    name: 'annex 1 with another total',
    given: { annexes: cellChanged('1', 'expenditure', 'expGeneral', yuan(1)) },
    says: ['附件1“一般公共预算”本年支出1元', '附件2合计加上年结转安排的支出1,130,000元'],
  },
  {
    check: 'annex-1-2-5',
    name: 'what carry-over pays stands in annex 1 alone',
    given: {
      budget: edits(
        update('revenue', 'revenue-2', { carriedOver: true }),
        update('expenditure', 'basic-5', { carriedOver: true }),
      ),
    },
    says: [],
  },
  {
    check: 'annex-1-2-5',
    name: 'annex 1 with another amount of one class',
    given: { annexes: cellChanged('1', '208', 'expGeneral', yuan(1)) },
    says: ['附件1“一般公共预算”的社会保障和就业支出1元', '附件2的社会保障和就业支出加上年结转安排的支出90,000元'],
  },
  {
    check: 'annex-1-6',
    name: 'annex 1 with another amount from the general public budget',
    given: { annexes: printedLineChanged('1', '（一）一般公共预算拨款', yuan(1)) },
    says: ['附件1的一般公共预算拨款收入1元', '附件6的一般公共预算拨款收入1,130,000元'],
  },
  {
    check: 'annex-6-7',
    name: 'annex 6 with another amount of one source',
    given: { annexes: printedLineChanged('6', '一般公共预算拨款收入', yuan(2)) },
    says: ['附件6的一般公共预算拨款收入2元', '附件7的一般公共预算拨款收入1,130,000元'],
  },
  {
    check: 'annex-8-10',
    name: 'annex 8 with other money for the projects of one code',
    given: { annexes: cellChanged('8', '2010308', 'project', yuan(3)) },
    says: ['附件8的2010308项目支出3元', '附件10的2010308各项目之和210,000元'],
  },
  {
    check: 'annex-6-7',
    name: 'annex 7 with another total',
    given: { annexes: cellChanged('7', 'total', 'total', yuan(1)) },
    says: ['附件6的收入总计1,130,000元', '附件7的合计1元'],
  },
  {
    check: 'annex-6-8',
    name: 'a class with another amount',
    given: { annexes: cellChanged('6', '208', 'expAmount', yuan(1)) },
    says: ['附件6的社会保障和就业支出1元', '90,000元'],
  },
  {
    check: 'annex-2-5-8',
    name: 'annex 8 with another total than the annexes and the other money',
    given: { annexes: cellChanged('5', 'total', 'total', yuan(1)) },
    says: ['附件8的合计1,130,000元', '1,130,001元'],
  },
  {
    check: 'annex-8-10',
    name: 'annex 10 with another total',
    given: { annexes: cellChanged('10', 'total', 'total', yuan(1)) },
    says: ['附件8的项目支出210,000元', '附件10的合计1元'],
  },
  {
    check: 'annex-9-lines',
    name: 'annex 9 with an amount that no line bears',
    given: { annexes: cellChanged('9', 'total', 'total', yuan(1)) },
    says: ['附件9的合计1元', '政府采购明细之和0元'],
  },
  {
    check: 'annex-10-12',
    name: 'a project without its sheet',
    given: { annexes: (tables) => tables.filter(({ annex }) => annex !== '12-1') },
    says: ['附件10第1个项目没有对应的项目绩效目标表'],
  },
  {
    check: 'annex-parents',
    name: 'a code with another amount than those below it',
    given: { annexes: cellChanged('8', '20103', 'total', yuan(1)) },
    says: ['附件8“一般公共服务支出”的总计1,040,000元', '下级科目之和1元'],
  },
  {
    check: 'annex-4-lines',
    name: 'more than the economic code bears',
    given: { annexes: cellChanged('4', 'total', 'y2023Reception', yuan(10_001)) },
    says: ['附件4的公务接待费10,001元', '30217的支出10,000元'],
  },
  {
    check: 'narrative-annex',
    name: 'a figure that the annexes do not bear',
    given: { annexes: cellChanged('4', 'total', 'y2023Total', yuan(99_900)) },
    says: ['说明文字引用3万元', '附件4相应栏目为9.99万元'],
  },
  {
    check: 'annex-printed-agreement',
    name: 'an equal amount that the custom of rounding prints otherwise',
    given: {
      annexes: (tables) =>
        tables.map((table) =>
          table.annex === '3'
            ? {
                ...table,
                rows: table.rows.map((row) => {
                  const { total } = row.cells;
                  if (row.id !== 'total' || total?.kind !== 'amount') return row;
                  return { ...row, cells: { ...row.cells, total: { ...total, printedCentiWanYuan: 9_201n } } };
                }),
              }
            : table,
        ),
    },
    says: ['附件2的基本支出印作92.00', '附件3的合计印作92.01', '精确到分是同一个数'],
    severity: 'note',
  },
  {
    check: 'annex-rounding',
    name: 'items that add up to a hundredth less',
    given: {
      budget: edits(
        update('expenditure', 'basic-3', { amountFen: yuan(10_040) }),
        update('expenditure', 'basic-4', { amountFen: yuan(20_040) }),
      ),
    },
    says: ['附件3', '“商品和服务支出”', '各项相加23.00，表列23.01'],
    severity: 'note',
  },
];
