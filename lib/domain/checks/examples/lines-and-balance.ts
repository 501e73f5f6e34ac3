import { yuan } from '../../fixtures/sample-budget.ts';
import { type CheckExample, copy, edits, insert, remove, update } from './example.ts';

const OTHER_REVENUE = { source: 'OTHER', carriedOver: false, functionCode: '', note: '' } as const;

export const LINE_AND_BALANCE_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'budget-empty',
    name: 'nothing entered yet',
    given: { budget: (sound) => ({ ...sound, expenditure: [] }) },
    says: ['还没有填列支出'],
  },
  {
    check: 'amount-missing',
    name: 'a line without an amount',
    given: { budget: update('expenditure', 'basic-2', { amountFen: null }) },
    says: ['30201 办公费', '没有填金额'],
  },
  {
    check: 'amount-missing',
    name: 'a revenue line of nought',
    given: { budget: update('revenue', 'revenue-2', { amountFen: 0n }) },
    says: ['收入第2行', '金额为0'],
  },
  {
    check: 'amount-missing',
    name: 'last year a nought is a statement',
    given: { budget: update('priorYear', 'prior-2', { amountFen: 0n }) },
    says: [],
  },
  {
    check: 'row-without-project',
    name: 'a cost line whose project is gone',
    given: { budget: remove('projects', 'project-1') },
    says: ['210,000元', '所属的项目已不存在'],
  },
  {
    check: 'line-duplicate',
    name: 'a line pasted twice',
    given: { budget: copy('expenditure', 'basic-2', 'basic-9') },
    says: ['30201 办公费', '列了2行', '是否重复录入'],
    severity: 'warning',
  },
  {
    check: 'line-duplicate',
    name: 'the same codes with another amount',
    given: { budget: copy('expenditure', 'basic-2', 'basic-9', { amountFen: yuan(1) }) },
    says: ['列了2行', '合并为一行'],
    severity: 'note',
  },
  {
    check: 'line-duplicate',
    name: 'the same codes from another source',
    given: { budget: copy('expenditure', 'basic-2', 'basic-9', { source: 'OTHER' }) },
    says: [],
  },
  {
    check: 'revenue-equals-expenditure',
    name: 'more expenditure than revenue',
    given: { budget: update('expenditure', 'basic-1', { amountFen: yuan(600_001) }) },
    says: ['收入总计1,130,000元', '支出总计1,130,001元', '相差1元'],
  },
  {
    check: 'revenue-equals-expenditure',
    name: 'what is left is carried forward',
    given: {
      budget: edits(
        update('expenditure', 'basic-1', { amountFen: yuan(500_000) }),
        insert('carryForward', { source: 'GENERAL_PUBLIC', amountFen: yuan(100_000) }),
      ),
    },
    says: [],
  },
  {
    check: 'source-balance',
    name: 'totals agree, sources do not',
    given: {
      budget: edits(
        update('revenue', 'revenue-2', { amountFen: yuan(80_000) }),
        insert('revenue', { ...OTHER_REVENUE, amountFen: yuan(10_000) }),
        update('expenditure', 'basic-2', { source: 'BUSINESS' }),
        insert('revenue', { ...OTHER_REVENUE, source: 'BUSINESS', amountFen: yuan(200_000) }),
        update('revenue', 'revenue-1', { amountFen: yuan(850_000) }),
      ),
    },
    says: ['“其他收入”', '收入（含上年结转）10,000元', '支出（含结转下年）0元'],
  },
  {
    check: 'carried-over-balance',
    name: 'more spent of carried-over money than there is',
    given: { budget: update('expenditure', 'basic-3', { carriedOver: true }) },
    says: ['用上年结转安排的支出10,000元', '大于上年结转收入0元'],
    severity: 'error',
  },
  {
    check: 'carried-over-balance',
    name: 'carried-over money that pays for nothing',
    given: { budget: update('revenue', 'revenue-2', { carriedOver: true }) },
    says: ['上年结转收入90,000元', '只有0元'],
    severity: 'warning',
  },
  {
    check: 'carried-over-balance',
    name: 'carried-over money that pays for its lines',
    given: {
      budget: edits(
        update('revenue', 'revenue-2', { carriedOver: true }),
        update('expenditure', 'basic-5', { carriedOver: true }),
      ),
    },
    says: [],
  },
  {
    check: 'function-balance',
    name: 'revenue under another code than its expenditure',
    given: { budget: update('revenue', 'revenue-2', { functionCode: '2080506' }) },
    says: ['2080505', '收入0元，支出90,000元'],
  },
  {
    check: 'function-balance',
    name: 'revenue that names no codes',
    given: {
      budget: edits(
        update('revenue', 'revenue-1', { functionCode: '' }),
        update('revenue', 'revenue-2', { functionCode: '' }),
      ),
    },
    says: [],
  },
  {
    check: 'revenue-partly-coded',
    name: 'one revenue line without its code',
    given: { budget: update('revenue', 'revenue-2', { functionCode: '' }) },
    says: ['“一般公共预算”收入有90,000元未注明功能科目'],
  },
];
