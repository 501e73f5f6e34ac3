import type { ClassificationEdition, Succession } from '../../classification/edition.ts';
import { SAMPLE_EDITION } from '../../fixtures/sample-edition.ts';
import { type CheckExample, editionWith, update } from './example.ts';

const SUCCESSION: Succession = {
  oldCode: '2010308',
  newCodes: ['2014001', '2014004'],
  from: '2024-01-01',
  unverified: true,
};

/** An edition in which 2010308 has been replaced. */
function renewed(): ClassificationEdition {
  const edition = editionWith(
    { '2014001': '行政运行', '2014004': '信访业务' },
    { year: 2024, successions: [SUCCESSION] },
  );
  const functional = new Map([...edition.functional].filter(([code]) => code !== '2010308'));
  return { ...edition, functional };
}

/** The sample edition with one code marked as not checked against the official book. */
function unverified(code: string): ClassificationEdition {
  const functional = new Map(
    [...SAMPLE_EDITION.functional].map(([key, row]) => [key, { ...row, unverified: key === code }]),
  );
  return { ...SAMPLE_EDITION, functional };
}

export const CODE_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'code-missing',
    name: 'a basic line without its economic code',
    given: { budget: update('expenditure', 'basic-2', { economicCode: '' }) },
    says: ['基本支出“2010308 信访事务”', '缺少经济科目'],
  },
  {
    check: 'code-missing',
    name: 'a basic line without any code',
    given: { budget: update('expenditure', 'basic-2', { functionCode: '', economicCode: '' }) },
    says: ['基本支出第2行缺少功能科目和经济科目'],
  },
  {
    check: 'code-missing',
    name: 'a project without its functional code',
    given: { budget: update('projects', 'project-1', { functionCode: '' }) },
    says: ['项目“信访信息系统运行维护”缺少功能科目'],
  },
  {
    check: 'code-unusable',
    name: 'a code that no book knows',
    given: { budget: update('expenditure', 'basic-2', { functionCode: '2010399' }) },
    says: ['功能科目2010399', '不在2023年科目表中'],
  },
  {
    check: 'code-unusable',
    name: 'a code that has codes below it',
    given: { budget: update('expenditure', 'basic-2', { economicCode: '302' }) },
    says: ['经济科目302 商品和服务支出不是末级科目'],
  },
  {
    check: 'code-unusable',
    name: 'a code of the year before',
    given: { edition: renewed() },
    says: ['功能科目2010308', '2024-01-01起停用', '2014001 行政运行、2014004 信访业务'],
  },
  {
    check: 'code-unusable',
    name: 'a code of the year after',
    given: {
      budget: update('expenditure', 'basic-2', { functionCode: '2014004' }),
      edition: { ...SAMPLE_EDITION, successions: [SUCCESSION] },
    },
    says: ['功能科目2014004', '才启用', '改用2010308 信访事务'],
  },
  {
    check: 'code-unverified',
    name: 'a code from own knowledge',
    given: { edition: unverified('2080505') },
    says: ['2080505', '未经官方科目表核对'],
  },
  {
    check: 'basic-economic-class',
    name: 'construction in basic expenditure',
    given: { budget: update('expenditure', 'basic-2', { economicCode: '30913' }) },
    says: ['30913 公务用车购置', '不能列在基本支出'],
  },
  {
    check: 'basic-economic-class',
    name: 'construction in a project',
    given: { budget: update('expenditure', 'project-1-line-1', { economicCode: '30913' }) },
    says: [],
  },
  {
    check: 'code-fund',
    name: 'a fund code paid by the general public budget',
    given: { budget: update('expenditure', 'basic-2', { functionCode: '2120803' }) },
    says: ['2120803 城市建设支出是政府性基金预算科目', '“一般公共预算”'],
  },
  {
    check: 'code-fund',
    name: 'a fund code paid by the fund',
    given: { budget: update('expenditure', 'basic-2', { functionCode: '2120803', source: 'GOVERNMENT_FUND' }) },
    says: [],
  },
  {
    check: 'code-pair',
    name: 'pension contributions with another economic code',
    given: { budget: update('expenditure', 'basic-5', { economicCode: '30101' }) },
    says: ['2080505一般对应30108'],
  },
  {
    check: 'code-pair',
    name: 'pension contributions under another functional code',
    given: { budget: update('expenditure', 'basic-5', { functionCode: '2010308' }) },
    says: ['30108一般列在2080505'],
  },
  {
    check: 'code-pair',
    name: '公务员医疗补助 with 医疗费补助',
    given: {
      budget: update('expenditure', 'basic-2', { functionCode: '2101103', economicCode: '30307' }),
      edition: editionWith({ '2101103': '公务员医疗补助', '30307': '医疗费补助' }),
    },
    says: [],
  },
  {
    check: 'project-economic-code',
    name: 'a cost line without its economic code',
    given: { budget: update('expenditure', 'project-1-line-1', { economicCode: '' }) },
    says: ['有1个项目的支出明细共1行未填经济科目'],
  },
];
