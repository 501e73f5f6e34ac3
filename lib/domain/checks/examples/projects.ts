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
    check: 'project-duration',
    name: 'a recurring project that ends some years on',
    given: { budget: update('projects', 'project-1', { nature: 'RECURRING', duration: '2025年12月' }) },
    says: ['“常年”项目，不设终止时间', '2025年12月', '“延续”'],
    severity: 'note',
  },
  {
    check: 'project-time-form',
    name: 'a start that is no date, an end that a spreadsheet made a number',
    given: { budget: update('projects', 'project-1', { start: '年初', duration: '44561' }) },
    says: ['终止时间“44561”看不出年月', '常年项目可写“长期”'],
  },
  {
    check: 'project-time-form',
    name: 'a start in words',
    given: { budget: update('projects', 'project-1', { start: '年初' }) },
    says: ['起始时间“年初”看不出年月', '“2023年12月”'],
  },
  {
    check: 'project-time-form',
    name: 'no end',
    given: { budget: update('projects', 'project-1', { duration: '长期' }) },
    says: [],
  },
  {
    check: 'project-out-of-year',
    name: 'three years from 2020 are over',
    given: { budget: update('projects', 'project-1', { nature: 'CONTINUING', start: '2020年', duration: '3年' }) },
    says: ['起止时间为2020年、3年', '2022年已到期'],
  },
  {
    check: 'project-out-of-year',
    name: 'begins next year',
    given: { budget: update('projects', 'project-1', { start: '2024年3月', duration: '2024年12月' }) },
    says: ['起始时间是“2024年3月”，晚于预算年度'],
  },
  {
    check: 'project-out-of-year',
    name: 'a recurring one of a year goes on',
    given: { budget: update('projects', 'project-1', { start: '2020年', duration: '1年' }) },
    says: [],
  },
];
