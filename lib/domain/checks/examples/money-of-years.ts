import { yuan } from '../../fixtures/sample-budget.ts';
import { type CheckExample, copy, edits, insert, profile, remove, update, words } from './example.ts';

const PENSION = { subject: 'function:2080505' } as const;
const REFUSED = {
  ...{ subject: 'reasons:function:2080505', reason: '请写明依据' },
  ...{ byName: '审核人甲', at: '2023-02-01T00:00:00.000Z' },
} as const;
const PURCHASE = { category: 'GOODS', item: '打印机', source: 'GENERAL_PUBLIC', carriedOver: false } as const;

export const MONEY_OF_YEARS_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'procurement-expected',
    name: 'equipment bought without procurement',
    given: { budget: update('expenditure', 'basic-2', { economicCode: '31002' }) },
    says: ['没有编制政府采购预算', '31002 办公设备购置'],
  },
  {
    check: 'procurement-expected',
    name: 'brochures in an indicator',
    given: { budget: update('indicators', 'project-1-indicator-1', { level3: '印刷宣传册' }) },
    says: ['没有编制政府采购预算', '“印刷”'],
  },
  {
    check: 'procurement-within-source',
    name: 'more bought than the source pays',
    given: { budget: insert('procurement', { ...PURCHASE, amountFen: yuan(2_000_000) }) },
    says: ['“一般公共预算”2,000,000元', '大于该来源的支出1,130,000元'],
  },
  {
    check: 'procurement-within-source',
    name: 'a part of the source',
    given: { budget: insert('procurement', { ...PURCHASE, amountFen: yuan(20_000) }) },
    says: [],
  },
  {
    check: 'procurement-item-missing',
    name: 'no item named',
    given: { budget: insert('procurement', { ...PURCHASE, item: '', amountFen: yuan(20_000) }) },
    says: ['有1行政府采购没有填写采购品目'],
  },
  {
    check: 'prior-year-missing',
    name: 'nothing of last year',
    given: { budget: (sound) => ({ ...sound, priorYear: [] }) },
    says: ['2022年预算数还没有填'],
  },
  {
    check: 'prior-year-code',
    name: 'last year’s figure without a code',
    given: { budget: update('priorYear', 'prior-2', { functionCode: '' }) },
    says: ['上年数有一行没有功能科目'],
    severity: 'error',
  },
  {
    check: 'prior-year-code',
    name: 'last year’s figure under an unknown code',
    given: { budget: update('priorYear', 'prior-2', { functionCode: '2999999' }) },
    says: ['上年数的科目2999999不在2023年科目表中'],
    severity: 'warning',
  },
  {
    check: 'prior-year-duplicate',
    name: 'one code twice',
    given: { budget: copy('priorYear', 'prior-2', 'prior-9') },
    says: ['2080505', '列了2行，合计180,000元'],
  },
  {
    check: 'change-needs-reason',
    name: 'a rise over the threshold',
    given: { budget: update('priorYear', 'prior-2', { amountFen: yuan(60_000) }) },
    says: ['2080505', '今年90,000元，上年60,000元，增长50.0%'],
  },
  {
    check: 'change-needs-reason',
    name: 'a code that is new',
    given: { budget: remove('priorYear', 'prior-2') },
    says: ['2080505', '上年没有安排，今年安排90,000元'],
  },
  {
    check: 'change-needs-reason',
    name: 'the same rise under a higher threshold',
    given: {
      budget: update('priorYear', 'prior-2', { amountFen: yuan(60_000) }),
      settings: { changeThresholdPercent: 60 },
    },
    says: [],
  },
  {
    check: 'change-needs-reason',
    name: 'a rise whose reasons add up',
    given: {
      budget: edits(
        update('priorYear', 'prior-2', { amountFen: yuan(60_000) }),
        insert('reasons', { ...PENSION, kind: 'PEOPLE', amountFen: yuan(20_000), people: 2, text: '' }),
        insert('reasons', { ...PENSION, kind: 'STANDARD', amountFen: yuan(10_000), people: null, text: '基数调整' }),
      ),
    },
    says: [],
  },
  {
    check: 'change-reason-sum',
    name: 'reasons that add up',
    given: {
      budget: edits(
        update('priorYear', 'prior-2', { amountFen: yuan(60_000) }),
        insert('reasons', { ...PENSION, kind: 'PEOPLE', amountFen: yuan(30_000), people: 2, text: '' }),
      ),
    },
    says: [],
  },
  {
    check: 'change-reason-sum',
    name: 'reasons that leave a rest',
    given: {
      budget: edits(
        update('priorYear', 'prior-2', { amountFen: yuan(60_000) }),
        insert('reasons', { ...PENSION, kind: 'PEOPLE', amountFen: yuan(20_000), people: 2, text: '' }),
      ),
    },
    says: ['2080505', '比上年增加30,000元，所填原因合计增加20,000元，还差增加10,000元'],
    severity: 'error',
  },
  {
    check: 'change-reason-sum',
    name: 'a reason without words',
    given: {
      budget: edits(
        update('priorYear', 'prior-2', { amountFen: yuan(60_000) }),
        insert('reasons', { ...PENSION, kind: 'POLICY', amountFen: yuan(30_000), people: null, text: '' }),
      ),
    },
    says: ['2080505', '有一项缺少金额或说明'],
    severity: 'error',
  },
  {
    check: 'change-reason-orphan',
    name: 'a reason for a code of neither year',
    given: {
      budget: insert('reasons', {
        ...{ subject: 'function:2299999', kind: 'OTHER', amountFen: yuan(1), people: null, text: '划转' },
      }),
    },
    says: ['有一项增减原因（划转）'],
  },
  {
    check: 'change-reason-refused',
    name: 'reasons that were refused and say the same',
    given: {
      budget: edits(
        update('priorYear', 'prior-2', { amountFen: yuan(60_000) }),
        insert('reasons', { ...PENSION, kind: 'PEOPLE', amountFen: yuan(30_000), people: 2, text: '' }),
      ),
      surroundings: { refusals: [{ ...REFUSED, explanation: '人员增减 30,000.00元 +2人' }] },
    },
    says: ['2080505', '上一版未获审核人甲认可，还没有改动'],
    severity: 'error',
  },
  {
    check: 'change-reason-refused',
    name: 'reasons that were refused for a figure of neither year',
    given: {
      budget: insert('reasons', {
        ...{ subject: 'function:2299999', kind: 'OTHER', amountFen: yuan(1), people: null, text: '划转' },
      }),
      surroundings: {
        refusals: [{ ...REFUSED, subject: 'reasons:function:2299999', explanation: '其他 1.00元 划转' }],
      },
    },
    says: ['一个两年都没有金额的项目的增减原因'],
  },
  {
    check: 'change-reason-refused',
    name: 'reasons that were refused and written anew',
    given: {
      budget: edits(
        update('priorYear', 'prior-2', { amountFen: yuan(60_000) }),
        insert('reasons', { ...PENSION, kind: 'PEOPLE', amountFen: yuan(30_000), people: 2, text: '3月新增2人' }),
      ),
      surroundings: { refusals: [{ ...REFUSED, explanation: '人员增减 30,000.00元 +2人' }] },
    },
    says: [],
  },
  {
    check: 'change-reason-missing',
    name: 'a change of the whole with reasons that add up',
    given: {
      budget: edits(
        words({ changeReason: '' }),
        insert('reasons', {
          ...{ subject: 'total', kind: 'PEOPLE', amountFen: yuan(40_000), people: 2, text: '新增工作人员2名' },
        }),
      ),
    },
    says: [],
  },
  {
    check: 'change-reason-missing',
    name: 'a change of the whole without a reason',
    given: { budget: words({ changeReason: '' }) },
    says: ['比上年增加4万元', '没有填写'],
  },
  {
    check: 'prior-project-total',
    name: 'more for projects than in all',
    given: { budget: profile({ priorProjectTotalFen: yuan(2_000_000) }) },
    says: ['上年项目支出2,000,000元，大于上年支出总数1,090,000元'],
    severity: 'error',
  },
  {
    check: 'prior-project-total',
    name: 'not known',
    given: { budget: profile({ priorProjectTotalFen: null }) },
    says: ['上年项目支出未填'],
    severity: 'note',
  },
  {
    check: 'three-public-increase',
    name: 'more for receptions',
    given: { budget: update('expenditure', 'basic-3', { amountFen: yuan(12_000) }) },
    says: ['公务接待费12,000元，比上年10,000元增加2,000元'],
  },
  {
    check: 'three-public-prior-missing',
    name: 'last year’s not known',
    given: {
      budget: (sound) =>
        profile({ priorThreePublic: { ...sound.profile.priorThreePublic, receptionsFen: null } })(sound),
    },
    says: ['上年公务接待费未填'],
  },
  {
    check: 'vehicle-purchase-plan',
    name: 'a plan without money',
    given: { budget: profile({ vehiclesPlannedPurchase: 1 }) },
    says: ['计划购置车辆1辆，但没有31013公务用车购置支出'],
  },
  {
    check: 'vehicle-purchase-plan',
    name: 'money without a plan',
    given: { budget: update('expenditure', 'project-1-line-1', { economicCode: '31013' }) },
    says: ['列有31013公务用车购置210,000元，但计划购置车辆数为0'],
  },
  {
    check: 'vehicle-kinds',
    name: 'more kinds than vehicles',
    given: { budget: profile({ vehiclesLawEnforcement: 1 }) },
    says: ['共2辆，车辆总数1辆，请改正'],
    severity: 'error',
  },
  {
    check: 'vehicle-kinds',
    name: 'vehicles of another kind',
    given: { budget: profile({ vehiclesTotal: 3 }) },
    says: ['其余2辆将列为“其他用车”'],
    severity: 'warning',
  },
  {
    check: 'vehicle-running-without-vehicle',
    name: 'running costs of no vehicle',
    given: { budget: edits(profile({ vehiclesTotal: 0, vehiclesGeneral: 0 })) },
    says: ['车辆总数为0，却列有公务用车运行维护费20,000元'],
  },
];
