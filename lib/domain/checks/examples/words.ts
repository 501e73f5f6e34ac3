import { yuan } from '../../fixtures/sample-budget.ts';
import { type CheckExample, insert, profile, update, words } from './example.ts';
import { PASSAGE_EXAMPLES } from './passages.ts';

const overview = (text: string) => ({ budget: update('projects', 'project-1', { overview: text }) });

export const WORD_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'unit-code',
    name: 'a unit of another department',
    given: { budget: (sound) => ({ ...sound, unit: { ...sound.unit, code: '310001' } }) },
    says: ['单位编码310001不以部门编码309开头'],
  },
  {
    check: 'profile-incomplete',
    name: 'staff not stated',
    given: { budget: profile({ staffOnPost: null, staffAsOf: '' }) },
    says: ['还缺人员统计截至年月、在编在岗人数'],
  },
  {
    check: 'profile-as-of',
    name: 'counted in the budget’s own year',
    given: { budget: profile({ staffAsOf: '2023-12' }) },
    says: ['人员统计截至年月为“2023-12”', '2022-12'],
  },
  {
    check: 'duties-missing',
    name: 'no duties',
    given: { budget: words({ dutyIntroduction: '', duties: [] }) },
    says: ['“职能职责”没有填写'],
  },
  {
    check: 'divisions-missing',
    name: 'no divisions',
    given: { budget: profile({ divisions: [] }) },
    says: ['没有填写内设科室'],
  },
  {
    check: 'contact-missing',
    name: 'no telephone',
    given: { budget: words({ contactPhone: '' }) },
    says: ['联系电话没有填写'],
  },
  { check: 'terms-missing', name: 'no terms', given: { budget: words({ terms: [] }) }, says: ['没有填写名词解释'] },
  {
    check: 'narrative-figure',
    name: 'the whole budget called 机关运行经费',
    given: { budget: words({ operatingText: '2023年机关运行经费113万元。' }) },
    says: ['“机关运行经费”写作113', '应为23'],
    severity: 'error',
  },
  {
    check: 'narrative-figure',
    name: 'the right amount with a nought more',
    given: { budget: words({ operatingText: '2023年机关运行经费23.00万元，与上年持平。' }) },
    says: [],
  },
  {
    check: 'narrative-figure',
    name: 'a rise called a fall',
    given: { budget: words({ changeReason: '人员变动，基本支出减少3万元' }) },
    says: ['“基本支出比上年的变化”写作3', '应为增加3'],
  },
  {
    check: 'narrative-figure',
    name: 'a change on an unknown figure',
    given: {
      budget: (sound) =>
        words({ operatingText: '2023年机关运行经费23万元，比上年减少1万元。' })(
          profile({ priorOperatingFen: null })(sound),
        ),
    },
    says: ['核对所需的数没有填写'],
    severity: 'warning',
  },
  {
    check: 'narrative-figure',
    name: 'retirements that the facts do not bear out',
    given: { budget: words({ changeReason: '退休3人' }) },
    says: ['“较上年新增退休人数”写作3', '应为2'],
  },
  {
    check: 'narrative-year',
    name: 'last year’s text',
    given: { budget: words({ operatingText: '2022年机关运行经费23万元。' }) },
    says: ['写的是2022年，预算年度是2023年'],
    severity: 'error',
  },
  {
    check: 'narrative-year',
    name: 'last year in a comparison and as a date',
    given: { budget: words({ assetsText: '截至2022年12月，资产比2022年有所增加。' }) },
    says: [],
  },
  {
    check: 'narrative-denial',
    name: 'no procurement, with procurement',
    given: {
      budget: (sound) =>
        words({ procurementText: '本年未安排政府采购。' })(
          insert('procurement', {
            ...{ category: 'GOODS', item: '打印机', source: 'GENERAL_PUBLIC', carriedOver: false },
            amountFen: yuan(20_000),
          })(sound),
        ),
    },
    says: ['“未安排政府采购”', '政府采购预算为2万元'],
  },
  {
    check: 'narrative-denial',
    name: 'no procurement, indeed',
    given: { budget: words({ procurementText: '本年未安排政府采购。' }) },
    says: [],
  },
  {
    check: 'narrative-amount-unmatched',
    name: 'an amount out of nowhere',
    given: { budget: words({ performanceText: '重点项目7.5万元。' }) },
    says: ['“7.5万元”', '找不到这个数'],
    severity: 'warning',
  },
  {
    check: 'narrative-amount-unmatched',
    name: 'yuan for 万元',
    given: { budget: words({ performanceText: '项目支出21元。' }) },
    says: ['“21元”', '是否应为“万元”'],
    severity: 'error',
  },
  {
    check: 'narrative-use-without-line',
    name: 'uses that no line bears',
    given: { budget: words({ operatingUse: '办公费、水电费、办公设备购置等' }) },
    says: ['“办公设备购置”、“水电费”'],
  },
  { check: 'text-placeholder', name: 'XX', given: overview('用于XX项目。'), says: ['“XX”', '占位'], severity: 'error' },
  { check: 'text-placeholder', name: '待填', given: overview('待填。'), says: ['“待填”'] },
  { check: 'text-placeholder', name: 'letters in a word', given: overview('用于XXL工作服。'), says: [] },
  { check: 'text-placeholder', name: 'a year in Chinese', given: overview('二〇〇八年建成。'), says: [] },
  {
    check: 'text-brackets',
    name: 'half-width for full-width',
    given: overview('系统（含网络)运行。'),
    says: ['不成对'],
  },
  { check: 'text-brackets', name: 'never closed', given: overview('“两会”期间（含节日。'), says: ['“（”'] },
  { check: 'text-brackets', name: 'nested', given: overview('《关于（试行）的通知》“一事一议”。'), says: [] },
  { check: 'text-brackets', name: 'numbering', given: overview('1）办信；2）接访。'), says: [] },
  { check: 'text-punctuation', name: 'doubled stops', given: overview('系统运行。。'), says: ['“。。”'] },
  { check: 'text-punctuation', name: 'what a spreadsheet leaves', given: overview('合计,.万元'), says: ['“,.”'] },
  {
    check: 'text-document-number',
    name: 'other brackets round the year',
    given: { budget: update('projects', 'project-1', { basis: '示例发【2022】8号。' }) },
    says: ['“【2022】8号”', '〔2022〕'],
    severity: 'note',
  },
  { check: 'text-half-width', name: 'a half-width comma', given: overview('办信,接访。'), says: ['“信,”'] },
  { check: 'text-half-width', name: 'within a number', given: overview('共1,200件。'), says: [] },
  { check: 'text-doubled-word', name: 'a word twice', given: overview('印制宣传宣传材料。'), says: ['“宣传宣传”'] },
  { check: 'text-doubled-word', name: '方方面面', given: overview('涉及方方面面。'), says: [] },
  { check: 'text-slip', name: '截止 with a date', given: overview('截止2022年12月完成。'), says: ['截至'] },
  {
    check: 'text-shortened-indicator',
    name: 'a name one character short',
    given: { budget: update('indicators', 'project-1-indicator-5', { level3: '系统运行时' }) },
    says: ['“系统运行时”与“系统运行时间”只差一字'],
  },
  ...PASSAGE_EXAMPLES,
];
