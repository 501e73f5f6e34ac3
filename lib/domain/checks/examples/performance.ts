import { yuan } from '../../fixtures/sample-budget.ts';
import { type CheckExample, copy, edits, remove, update } from './example.ts';

const P = 'project-1-indicator-';

const SECOND = edits(
  copy('projects', 'project-1', 'project-2', { name: '信访工作专项', overview: '用于信访事项办理。' }),
  copy('indicators', `${P}5`, 'other', { projectKey: '309001:project-2', targetValue: '80' }),
);

export const PERFORMANCE_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'project-objective-missing',
    name: 'no objective',
    given: { budget: update('projects', 'project-1', { annualObjective: '' }) },
    says: ['没有填写年度绩效目标'],
  },
  {
    check: 'indicator-group-missing',
    name: 'no indicator of satisfaction',
    given: { budget: remove('indicators', `${P}6`) },
    says: ['缺少满意度指标'],
    severity: 'error',
  },
  {
    check: 'indicator-group-missing',
    name: 'a project without any indicator',
    given: { budget: copy('projects', 'project-1', 'project-2', { name: '信访工作专项' }) },
    says: ['项目“信访工作专项”还没有绩效指标', '产出指标、成本指标、效益指标、满意度指标'],
  },
  {
    check: 'indicator-group-missing',
    name: 'cost under output, as before 2021, is a cost indicator',
    given: { budget: update('indicators', `${P}4`, { level1: '产出指标', level2: '成本指标' }) },
    says: [],
  },
  {
    check: 'indicator-incomplete',
    name: 'no target value and no weight',
    given: { budget: update('indicators', `${P}1`, { targetValue: '', weight: null }) },
    says: ['绩效指标“系统运行时间”', '缺少指标值', '缺少权重'],
  },
  {
    check: 'indicator-incomplete',
    name: 'words where a number belongs',
    given: { budget: update('indicators', `${P}1`, { targetValue: '全年' }) },
    says: ['指标值“全年”不是数字'],
  },
  {
    check: 'indicator-incomplete',
    name: 'words in a qualitative indicator',
    given: {
      budget: update('indicators', `${P}1`, { targetValue: '良', comparison: 'qualitative', unitOfMeasure: '' }),
    },
    says: [],
  },
  {
    check: 'project-weight-total',
    name: 'weights of 90 where 100 is asked for',
    given: { settings: { projectWeightTotal: 100 } },
    says: ['指标权重合计90分', '应为100分', '调增10分'],
  },
  {
    check: 'project-weight-total',
    name: 'weights beyond the total',
    given: { budget: update('indicators', `${P}1`, { weight: 35 }) },
    says: ['合计95分', '调减5分'],
  },
  {
    check: 'project-weight-execution',
    name: 'ten points belong to 预算执行率',
    given: {},
    says: ['按90分设置', '其余10分为预算执行率'],
    severity: 'note',
  },
  {
    check: 'overall-performance-missing',
    name: 'no goals',
    given: { budget: remove('goals', 'goal-1') },
    says: ['还没有填写整体绩效目标'],
  },
  {
    check: 'overall-indicator-incomplete',
    name: 'no target value',
    given: { budget: update('overallIndicators', 'indicator-1', { targetValue: '' }) },
    says: ['“信访事项办结件数”缺少指标值'],
  },
  {
    check: 'overall-weight-total',
    name: 'weights below the total',
    given: { budget: update('overallIndicators', 'indicator-1', { weight: 50 }) },
    says: ['合计90分', '应为100分'],
  },
  {
    check: 'cost-indicator-total',
    name: 'cost indicators of another amount',
    given: { budget: update('indicators', `${P}4`, { targetValue: '20' }) },
    says: ['成本指标合计20万元', '项目金额21万元'],
  },
  {
    check: 'cost-indicator-total',
    name: 'an amount that 万元 with two decimals cannot state',
    given: {
      budget: edits(
        update('expenditure', 'project-1-line-1', { amountFen: yuan(210_030) }),
        update('indicators', `${P}4`, { targetValue: '21.00' }),
      ),
    },
    says: [],
  },
  {
    check: 'objective-number',
    name: 'another number of months than the indicator',
    given: { budget: update('projects', 'project-1', { annualObjective: '系统运行11个月，满意度达到95%。' }) },
    says: ['写有11个月', '“系统运行时间”12个月'],
  },
  {
    check: 'objective-number',
    name: 'full-width digits of the right number',
    given: { budget: update('projects', 'project-1', { annualObjective: '系统运行１２个月，满意度达到95％。' }) },
    says: [],
  },
  {
    check: 'project-text-amount',
    name: 'an amount that nothing bears',
    given: { budget: update('projects', 'project-1', { overview: '安排30万元用于系统运行。' }) },
    says: ['项目概况写有30万元', '项目金额21万元'],
  },
  {
    check: 'project-text-amount',
    name: 'the project’s amount',
    given: { budget: update('projects', 'project-1', { overview: '安排21万元用于系统运行。' }) },
    says: [],
  },
  {
    check: 'satisfaction-over-100',
    name: 'more than everybody',
    given: { budget: update('indicators', `${P}6`, { targetValue: '120' }) },
    says: ['“群众满意度”的目标值120%超过100%'],
  },
  {
    check: 'qualitative-with-percent',
    name: '良 measured in percent',
    given: {
      budget: update('overallIndicators', 'indicator-1', {
        comparison: 'qualitative',
        targetValue: '良',
        unitOfMeasure: '%',
      }),
    },
    says: ['“信访事项办结件数”是定性指标', '度量单位却是“%”'],
  },
  {
    check: 'cost-under-output',
    name: 'the framework before 2021',
    given: { budget: update('indicators', `${P}4`, { level1: '产出指标', level2: '成本指标' }) },
    says: ['成本指标列在“产出指标”之下（共1条）'],
  },
  {
    check: 'indicator-framework',
    name: 'a second level of another first level',
    given: { budget: update('indicators', `${P}5`, { level2: '数量指标' }) },
    says: ['“效益指标/数量指标”不在指标框架内', '社会效益指标'],
  },
  {
    check: 'same-indicator-other-target',
    name: 'one rate, two targets',
    given: { budget: SECOND },
    says: ['“网上信访办理率”', '＝90%', '＝80%'],
    severity: 'note',
  },
  {
    check: 'output-kinds',
    name: 'no indicator of time',
    given: { budget: remove('indicators', `${P}3`) },
    says: ['没有时效指标'],
  },
  {
    check: 'quantitative-share',
    name: 'half of the overall indicators in words',
    given: { budget: update('overallIndicators', 'indicator-1', { comparison: 'qualitative', targetValue: '良' }) },
    says: ['整体绩效指标共2条，定量的只有1条'],
  },
];
