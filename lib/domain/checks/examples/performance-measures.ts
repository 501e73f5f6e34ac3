import { type CheckExample, copy, edits, update } from './example.ts';

const P = 'project-1-indicator-';
const SECOND = '309001:project-2';

const TWO_TRAININGS = edits(
  copy('projects', 'project-1', 'project-2', { name: '信访业务培训', overview: '用于干部培训。' }),
  update('indicators', `${P}1`, { level3: '业务培训次数', targetValue: '2', unitOfMeasure: '次' }),
  update('indicators', `${P}4`, { level3: '业务培训费', targetValue: '4' }),
  copy('indicators', `${P}1`, 'other-1', { projectKey: SECOND, targetValue: '5' }),
);

export const PERFORMANCE_MEASURE_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'indicator-unit',
    name: 'a rate in pieces',
    given: { budget: update('indicators', `${P}2`, { unitOfMeasure: '件' }) },
    says: ['“故障修复率”的度量单位是“件”', '一般用“%”'],
    severity: 'warning',
  },
  {
    check: 'indicator-unit',
    name: 'a number of people in percent',
    given: { budget: update('indicators', `${P}1`, { level3: '参训人数', unitOfMeasure: '%' }) },
    says: ['“参训人数”的度量单位是“%”', '一般用“人”'],
  },
  {
    check: 'indicator-unit',
    name: 'a number of things in percent',
    given: { budget: update('indicators', `${P}1`, { level3: '维护设备数量', unitOfMeasure: '%' }) },
    says: ['数量不宜以百分数表示'],
  },
  {
    check: 'indicator-unit',
    name: 'words have no unit',
    given: {
      budget: update('indicators', `${P}2`, { comparison: 'qualitative', targetValue: '良', unitOfMeasure: '' }),
    },
    says: [],
  },
  {
    check: 'indicator-direction',
    name: 'costs of at least so much',
    given: { budget: update('indicators', `${P}4`, { comparison: '>=' }) },
    says: ['“系统运行维护费”写作“≥21万元”', '宜用“≤”'],
    severity: 'warning',
  },
  {
    check: 'indicator-direction',
    name: 'satisfaction of at most so much',
    given: { budget: update('indicators', `${P}6`, { comparison: '<=' }) },
    says: ['“群众满意度”', '宜用“≥”'],
  },
  {
    check: 'indicator-direction',
    name: 'fewer complaints are better',
    given: { budget: update('indicators', `${P}6`, { level3: '群众投诉率', comparison: '<=', targetValue: '2' }) },
    says: [],
  },
  {
    check: 'unit-cost-differs',
    name: 'a training twice as dear in another project',
    given: {
      budget: edits(TWO_TRAININGS, copy('indicators', `${P}4`, 'other-4', { projectKey: SECOND, targetValue: '5' })),
    },
    says: ['“业务培训”的单位成本', '20000元/次', '10000元/次'],
    severity: 'note',
  },
  {
    check: 'unit-cost-differs',
    name: 'within ten percent',
    given: {
      budget: edits(TWO_TRAININGS, copy('indicators', `${P}4`, 'other-4', { projectKey: SECOND, targetValue: '10.9' })),
    },
    says: [],
  },
  {
    check: 'unit-cost-differs',
    name: 'stated by the head',
    given: {
      budget: edits(
        TWO_TRAININGS,
        update('indicators', `${P}4`, { level3: '参训标准', targetValue: '300', unitOfMeasure: '元/人' }),
        copy('indicators', `${P}4`, 'other-4', { projectKey: SECOND, targetValue: '0.04', unitOfMeasure: '万元/人' }),
      ),
    },
    says: ['300元/人', '400元/人'],
  },
];
