import { describe, expect, it } from 'vitest';
import { amountFigure, changeFigure, countFigure, type Figures, labelFigure } from './figure.ts';
import { freeNumbersIn, type KnownNumbers } from './free-numbers.ts';
import { FIGURE_CHARACTER } from './passage-text.ts';

const WAN = 1_000_000n;

const FIGURES: Figures = new Map([
  ['year', labelFigure('2023')],
  ['expenditure.total', amountFigure(937_600_000n)],
  ['revenue.total', amountFigure(937_600_000n)],
  ['operating', amountFigure(104_190_000n)],
  ['threePublic.receptions', amountFigure(16n * WAN)],
  ['change.total', changeFigure(10n * WAN, 24n * WAN)],
  ['percent.threePublic.total', labelFigure('12.5')],
  ['staff.onPost', countFigure(25)],
  ['vehicles.total', countFigure(1)],
  ['vehicles.lawEnforcement', countFigure(0)],
]);

const KNOWN: KnownNumbers = { figures: () => FIGURES, printed: () => new Set(['40', '5', '319']) };

function found(text: string): readonly string[] {
  return freeNumbersIn(text, KNOWN).map(({ start, end, state }) => `${text.slice(start, end)} ${state}`);
}

describe('a number typed by hand', () => {
  it.each([
    ['支出937.6万元', ['937.6万元 bindable']],
    ['支出937.60 万元', ['937.60 万元 bindable']],
    ['支出９３７．６万元', ['９３７．６万元 bindable']],
    ['信访专项40万元', ['40万元 known']],
    ['信访专项41万元', ['41万元 unknown']],
    ['合计9,376,000元', ['9,376,000元 known']],
    ['每人每天100元', ['100元 unknown']],
    ['机关运行经费937.6万元', ['937.6万元 wrong']],
    ['减少14万元', ['14万元 known']],
    ['在编25人', ['25人 bindable']],
    ['临聘5人', ['5人 unknown']],
    ['执法用车0辆', ['0辆 known']],
    ['下降12.5%', ['12.5% bindable']],
    ['满意度95%', ['95% unknown']],
    ['化解积案5件', ['5 known']],
    ['化解积案4件', ['4 unknown']],
    [`增加${FIGURE_CHARACTER}，办理300件`, ['300 unknown']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    '2023年预算，比2022年，2021—2023年',
    '截至2022年12月31日，3月5日，12日，2022-12，8:30',
    '财预〔2016〕143号、【2022】8号、第3号公告、38号文',
    '第12条、第3—5款、第2届、第一次',
    '一、二、（一）甲',
    '1.甲；2、乙\n（3）丙',
    '电话：023-00000000、热线12345、13800000000',
    '《2022年5项制度》和“1+3”机制',
    'A4纸、5G、GB/T 15834—2011、COVID-19',
    '24小时值班、7×24小时、30天内、3个工作日、5年',
  ])('is none of dates, documents, ordinals, telephones, names: %s', (text) => expect(found(text)).toEqual([]));

  it('says which figures it may be, the one it speaks of first', () => {
    const refs = (text: string) => freeNumbersIn(text, KNOWN).map((number) => number.refs);
    expect(refs('总计937.6万元')).toEqual([['revenue.total', 'expenditure.total']]);
    expect(refs('公务接待费16万元')).toEqual([['threePublic.receptions']]);
    expect(refs('机关运行经费16万元')).toEqual([['operating']]);
  });

  it('asks the tables only when it has to', () => {
    const printed = () => {
      throw new Error('asked');
    };
    expect(freeNumbersIn('没有数字，2023年。', { figures: printed, printed })).toEqual([]);
    expect(() => freeNumbersIn('支出937.6万元，25人', { figures: () => FIGURES, printed })).not.toThrow();
  });
});
