import { type CheckExample, copy, edits, remove, update } from './example.ts';

const SECOND = copy('projects', 'project-1', 'project-2', { name: '信访工作专项', overview: '用于信访事项办理。' });

export const PROJECT_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'project-without-amount',
    name: 'no cost lines',
    given: { budget: remove('expenditure', 'project-1-line-1') },
    says: ['项目“信访信息系统运行维护”还没有支出明细'],
  },
  {
    check: 'project-name',
    name: 'no name',
    given: { budget: update('projects', 'project-1', { name: ' ' }) },
    says: ['第1个项目没有名称'],
  },
  {
    check: 'project-name',
    name: 'two projects of one name, but for a blank',
    given: { budget: edits(SECOND, update('projects', 'project-2', { name: '信访信息系统 运行维护' })) },
    says: ['有2个项目同名'],
  },
  {
    check: 'project-sheet-incomplete',
    name: 'no basis and no start',
    given: { budget: update('projects', 'project-1', { basis: '', start: '' }) },
    says: ['还缺立项依据、起始时间'],
  },
  {
    check: 'project-duration',
    name: 'ends before it starts',
    given: { budget: update('projects', 'project-1', { duration: '2022年12月' }) },
    says: ['起始时间“2023年1月”晚于终止时间“2022年12月”'],
    severity: 'error',
  },
  {
    check: 'project-duration',
    name: 'a one-off of two years',
    given: { budget: update('projects', 'project-1', { nature: 'ONE_OFF', duration: '2年' }) },
    says: ['“一次性”项目', '超过一年'],
    severity: 'warning',
  },
  {
    check: 'project-duration',
    name: 'a one-off of one year',
    given: { budget: update('projects', 'project-1', { nature: 'ONE_OFF', duration: '一年' }) },
    says: [],
  },
  {
    check: 'project-owner',
    name: 'another unit’s code',
    given: { budget: update('projects', 'project-1', { implementingUnit: '309002-信访投诉受理中心' }) },
    says: ['实施单位写作“309002-信访投诉受理中心”', '309001-信访办（本级）'],
  },
  {
    check: 'project-owner',
    name: 'the full name without a code',
    given: { budget: update('projects', 'project-1', { implementingUnit: '示例区信访办公室（本级）' }) },
    says: [],
  },
  {
    check: 'project-same-content',
    name: 'two projects with one overview',
    given: {
      budget: edits(SECOND, update('projects', 'project-2', { overview: '用于信访信息系统的日常运行和维护。' })),
    },
    says: ['项目概况完全相同'],
  },
  {
    check: 'project-end-as-duration',
    name: 'a duration where a date belongs',
    given: { budget: update('projects', 'project-1', { duration: '1年' }) },
    says: ['1个项目的终止时间填的是期限（如“1年”）', '其中1个又是“常年”'],
    severity: 'note',
  },
  {
    check: 'project-basis-request',
    name: 'the unit’s own request',
    given: { budget: update('projects', 'project-1', { basis: '区信访办〔2022〕5号关于运维经费的请示。' }) },
    says: ['立项依据是请示'],
  },
];
