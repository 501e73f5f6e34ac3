import { type CheckExample, edits, insert, profile, update, words } from './example.ts';

const passage = (paragraphId: string, text: string) => insert('passages', { paragraphId, text });

const worded = (paragraphId: string, text: string) => ({ budget: passage(paragraphId, text) });

/** The unit's own wording of paragraphs; the sound budget has a total of 113 万元, 23 of them 机关运行经费, 2 retired. */
export const PASSAGE_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'narrative-unknown-figure',
    name: 'a name that means nothing',
    given: worded('revenue', '2023年年初预算数{revenue.everything}。'),
    says: ['说明文字“收入预算”', '“revenue.everything”', '系统中没有这样的数据'],
    severity: 'error',
  },
  {
    check: 'narrative-unknown-figure',
    name: 'last year’s figure that nobody has entered',
    given: {
      budget: edits(
        profile({ priorOperatingFen: null }),
        passage('operating', '安排机关运行经费{operating}，{versus.operating}。'),
      ),
    },
    says: ['“机关运行经费比上年增减”', '现在没有这个数'],
  },
  {
    check: 'narrative-unknown-figure',
    name: 'figures, phrases and details that are known',
    given: worded('revenue', '预算数{revenue.total}，{versusLastYear.total}，其中办公费{economic.30201}。'),
    says: [],
  },
  {
    check: 'narrative-passage-doubled',
    name: 'two wordings of one paragraph',
    given: { budget: edits(passage('revenue', '甲。'), passage('revenue', '乙。')) },
    says: ['说明文字“收入预算”有2份自拟文字', '只用最后一份'],
    severity: 'warning',
  },
  {
    check: 'narrative-passage-doubled',
    name: 'wordings of two paragraphs',
    given: { budget: edits(passage('revenue', '甲。'), passage('expenditure', '乙。')) },
    says: [],
  },
  {
    check: 'narrative-passage-unused',
    name: 'the fund’s paragraph without a fund',
    given: worded('government-fund', '基金支出{fund.total}。'),
    says: ['说明文字“政府性基金预算”', '不会印出'],
    severity: 'warning',
  },
  {
    check: 'narrative-passage-unused',
    name: 'a paragraph that is there',
    given: worded('operating', '机关运行经费{operating}。'),
    says: [],
  },
  {
    check: 'narrative-passage-outdated',
    name: 'a purchase that there is not',
    given: worded('procurement', '政府采购预算{procurement.total}。'),
    says: ['说明文字“政府采购情况”仍写有“政府采购预算”', '已经没有这笔钱'],
    severity: 'warning',
  },
  {
    check: 'narrative-passage-outdated',
    name: 'a class of expenditure left out',
    given: worded('expenditure', '支出{expenditure.total}，其中{function.201}。{versusLastYear.total}。'),
    says: ['说明文字“支出预算”没有写“社会保障和就业支出”'],
    severity: 'note',
  },
  {
    check: 'narrative-passage-outdated',
    name: 'all that the standard wording says',
    given: worded('operating', '{year}安排机关运行经费{operating}。'),
    says: [],
  },
  {
    check: 'narrative-direction',
    name: 'a rise called a fall',
    given: worded('operating', '支出减少{change.total}。'),
    says: ['写的是“减少”', '按表内数是增加'],
    severity: 'error',
  },
  {
    check: 'narrative-direction',
    name: 'a rise, and a phrase that knows its direction',
    given: worded('operating', '支出增加了{change.total}，基本支出{moved.basic}。'),
    says: [],
  },
  {
    check: 'narrative-unit',
    name: '元 behind 万元',
    given: worded('operating', '机关运行经费{operating}元。'),
    says: ['在“机关运行经费”后面又写了“元”'],
    severity: 'error',
  },
  {
    check: 'narrative-unit',
    name: '万元 typed as well: it is printed once',
    given: worded('operating', '机关运行经费{operating}万元。'),
    says: [],
  },
  {
    check: 'narrative-reason-empty',
    name: 'a reason without words',
    given: worded('general-budget', '支出{expenditure.general}，{versus.total}，主要原因是。'),
    says: ['“主要原因是。”', '请写明原因'],
    severity: 'error',
  },
  {
    check: 'narrative-reason-empty',
    name: 'a use without words in a field',
    given: { budget: words({ assetsText: '新增设备，主要用于，办公。' }) },
    says: ['“主要用于，”'],
  },
  {
    check: 'narrative-reason-empty',
    name: 'a reason with words',
    given: worded('general-budget', '{versus.total}，主要原因是{reason.total}；主要用于人员工资。'),
    says: [],
  },
  {
    check: 'narrative-number-unmatched',
    name: 'a number of people out of nowhere',
    given: worded('composition', '现有在岗职工37人。'),
    says: ['说明文字“单位构成”写有“37人”', '找不到这个数'],
    severity: 'warning',
  },
  {
    check: 'narrative-number-unmatched',
    name: 'a number of other things',
    given: { budget: words({ duties: ['走访47个村社区。'] }) },
    says: ['职责第1条写有“47个村”'],
    severity: 'note',
  },
  {
    check: 'narrative-number-unmatched',
    name: 'a reason that states its own number of people',
    given: {
      budget: insert('reasons', { subject: 'total', kind: 'PEOPLE', amountFen: 100n, people: -7, text: '调出7人' }),
    },
    says: [],
  },
  {
    check: 'narrative-number-unmatched',
    name: 'dates, documents, ordinals and a telephone',
    given: worded(
      'composition',
      '按照财预〔2016〕143号第12条，截至2022年12月31日，24小时接听12345热线，传真023-00000000。',
    ),
    says: [],
  },
  {
    check: 'narrative-number-unbound',
    name: 'the right amount, typed by hand',
    given: worded('operating', '安排机关运行经费23万元。'),
    says: ['“23万元”是手写的', '与“机关运行经费”相同'],
    severity: 'note',
  },
  {
    check: 'narrative-number-unbound',
    name: 'the same, bound',
    given: worded('operating', '安排机关运行经费{operating}。'),
    says: [],
  },
  {
    check: 'narrative-amount-unmatched',
    name: 'an amount out of nowhere in a paragraph',
    given: worded('operating', '安排机关运行经费{operating}，另有8.37万元。'),
    says: ['说明文字“机关运行经费”写有“8.37万元”', '找不到这个数'],
    severity: 'warning',
  },
  {
    check: 'narrative-amount-unmatched',
    name: 'an amount of annex 10',
    given: worded('performance', '其中系统运行维护21万元。'),
    says: [],
  },
  {
    check: 'narrative-figure',
    name: 'another figure bound than the words say',
    given: worded('operating', '安排机关运行经费{expenditure.general}。'),
    says: ['“机关运行经费”写作113', '应为23'],
    severity: 'error',
  },
  {
    check: 'narrative-figure',
    name: 'a typed number that contradicts the words before it',
    given: worded('three-public', '公务接待费3万元。'),
    says: ['“公务接待费”写作3', '应为1'],
    severity: 'error',
  },
  {
    check: 'narrative-year',
    name: 'last year’s wording taken over with its year',
    given: worded('operating', '2022年安排机关运行经费{operating}。'),
    says: ['写的是2022年，预算年度是2023年'],
    severity: 'error',
  },
  {
    check: 'narrative-denial',
    name: 'no official receptions, with some for overseas trips',
    given: {
      budget: edits(update('expenditure', 'basic-3', { economicCode: '30212' }), (budget) =>
        passage('three-public', '未安排因公出国（境）费用。')(budget),
      ),
    },
    says: ['“未安排因公出国”', '为1万元'],
  },
  {
    check: 'narrative-use-without-line',
    name: 'a use that no line bears, in a paragraph',
    given: worded('operating', '机关运行经费{operating}，用于水电费等。'),
    says: ['“水电费”'],
  },
  {
    check: 'text-placeholder',
    name: 'XX in a paragraph',
    given: worded('operating', '用于XX等。'),
    says: ['说明文字“机关运行经费”中有“XX”'],
    severity: 'error',
  },
  {
    check: 'text-half-width',
    name: 'a half-width comma behind a figure',
    given: worded('operating', '机关运行经费{operating},用于办公。'),
    says: ['“元,”'],
  },
];
