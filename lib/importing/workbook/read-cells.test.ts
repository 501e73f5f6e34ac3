import { describe, expect, it } from 'vitest';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import {
  CATEGORY_CHOICES,
  COMPARISON_CHOICES,
  PROCUREMENT_CHOICES,
  SOURCE_CHOICES,
} from '@/lib/domain/workbook/sheet-column.ts';
import type { CellOutcome } from './cell-outcome.ts';
import { readCode } from './read-code.ts';
import { readAmount, readCount, readWeight } from './read-number.ts';
import { readTarget } from './read-target.ts';
import { readMonth, readPeriod, readText } from './read-text.ts';
import { readChoice, readFlag } from './read-word.ts';
import { dateOfSerial, type SheetCell } from './sheet-model.ts';

const text = (content: string): SheetCell => ({ type: 'text', text: content });
const number = (value: number): SheetCell => ({ type: 'number', value, percent: false });
const percent = (value: number): SheetCell => ({ type: 'number', value, percent: true });
const date = (serial: number): SheetCell => ({ type: 'date', serial, date: dateOfSerial(serial) });
const yes: SheetCell = { type: 'boolean', value: true };
const broken: SheetCell = { type: 'error', text: '#REF!' };

/** An outcome in one line: the value and whether it was repaired, the answers offered, or the fault. */
function brief(outcome: CellOutcome): string {
  if (outcome.kind === 'fault') return 'fault';
  if (outcome.kind === 'question') return `? ${outcome.choices.map((choice) => choice.text).join('|')}`;
  return `${outcome.repair === undefined ? '=' : '~'} ${String(outcome.value)}`;
}

const codes = (classification: 'functional' | 'economic', allowsFormer = false) => ({
  ...{ classification, allowsFormer },
  edition: {
    ...SAMPLE_EDITION,
    successions: [
      { oldCode: '2080599', newCodes: ['2080505', '2080506'], from: '2023-01-01', unverified: false },
      { oldCode: '2010399', newCodes: ['2010308'], from: '2023-01-01', unverified: false },
    ],
    formerNames: new Map([['2080504', '未归口管理的行政单位离退休']]),
  },
});

describe('functional codes', () => {
  it.each<[string, SheetCell | null, string]>([
    ['text', text('2010308'), '= 2010308'],
    ['blank', null, '= '],
    ['spaces alone', text('  '), '= '],
    ['a number', number(2_010_308), '~ 2010308'],
    ['full-width digits', text('２０１０３０８'), '~ 2010308'],
    ['spaces inside', text('201 03 08'), '~ 2010308'],
    ['levels without noughts', text('201 3 8'), '~ 2010308'],
    ['dots', text('201.03.08'), '~ 2010308'],
    ['lost noughts', number(20_138), '~ 2010308'],
    ['one lost nought', text('201038'), '~ 2010308'],
    ['code and name', text('2010308-信访事务'), '~ 2010308'],
    ['a name', text('信访事务'), '~ 2010308'],
    ['part of a name', text('养老保险缴费'), '? 2080505'],
    ['an unknown name', text('航天事务'), 'fault'],
    ['a line break', text('2010308\n'), '~ 2010308'],
    ['a 款', text('20805'), '? 2080505|2080506'],
    ['a 类', text('201'), '? 2010301|2010308'],
    ['an unknown code', text('9999999'), 'fault'],
    ['a code that was split', text('2080599'), '? 2080505|2080506'],
    ['a code that was replaced', number(2_010_399), '? 2010308'],
    ['an error of a formula', broken, 'fault'],
    ['a formula that was never calculated', { type: 'uncalculated' }, 'fault'],
    ['a former code', text('2080504'), 'fault'],
  ])('%s', (_name, cell, expected) => {
    expect(brief(readCode(cell, null, codes('functional')))).toBe(expected);
  });

  it('takes a former code where last year’s figures stand', () => {
    expect(brief(readCode(text('2080504'), null, codes('functional', true)))).toBe('= 2080504');
  });

  it('reads the name beside a missing code, and asks where it contradicts the code', () => {
    const context = codes('functional');
    expect(brief(readCode(null, text('住房公积金'), context))).toBe('~ 2210201');
    expect(brief(readCode(text('2010308'), text('信访事务'), context))).toBe('= 2010308');
    expect(brief(readCode(text('2010308'), text('本单位自己的叫法'), context))).toBe('= 2010308');
    expect(brief(readCode(text('2010308'), text('住房公积金'), context))).toBe('? 2010308|2210201');
    expect(brief(readCode(text('2010308 住房公积金'), null, context))).toBe('? 2010308|2210201');
  });
});

describe('economic codes', () => {
  it.each<[string, SheetCell, string]>([
    ['a number', number(30_201), '~ 30201'],
    ['a code shown as a date', date(30_201), '~ 30201'],
    ['a date that is no code', date(44_561), 'fault'],
    ['a lost nought', number(3_021), '~ 30201'],
    ['two levels', text('302 1'), '~ 30201'],
    ['302.01', number(302.01), '~ 30201'],
    ['302.1, which can only be 30201', number(302.1), '~ 30201'],
    ['301.8', text('301.8'), '~ 30108'],
    ['one name of two codes', text('公务用车购置'), '? 30913|31013'],
    ['a class', text('301'), '? 30101|30108'],
  ])('%s', (_name, cell, expected) => {
    expect(brief(readCode(cell, null, codes('economic')))).toBe(expected);
  });

  it('asks where a decimal may stand for two codes', () => {
    const economic = new Map(SAMPLE_EDITION.economic);
    const office = economic.get('30201');
    if (office) economic.set('30210', { ...office, code: '30210', name: '差旅费' });
    const context = { ...codes('economic'), edition: { ...SAMPLE_EDITION, economic } };
    expect(brief(readCode(number(302.1), null, context))).toBe('? 30201|30210');
  });
});

describe('amounts', () => {
  it.each<[string, SheetCell | null, string]>([
    ['a number', number(1200.5), '= 120050'],
    ['blank', null, '= null'],
    ['nought', number(0), '= 0'],
    ['noise of binary fractions', number(0.1 + 0.2), '~ 30'],
    ['text', text('1200.50'), '~ 120050'],
    ['separators', text('1,200.50'), '~ 120050'],
    ['full-width', text('１，２００．５０'), '~ 120050'],
    ['元', text('1200.5元'), '~ 120050'],
    ['万元', text('1.2万元'), '~ 1200000'],
    ['a currency sign', text('￥ 300'), '~ 30000'],
    ['a dash', text('—'), '~ null'],
    ['无', text('无'), '~ null'],
    ['three decimals', number(12.345), '? 12.35元|'],
    ['three decimals as text', text('1,012.344'), '? 1012.34元|'],
    ['万元 with seven decimals', text('1.2345675万元'), '? 12345.68元|'],
    ['a date', date(1_200), '? 1200|'],
    ['negative', number(-5), 'fault'],
    ['in brackets', text('(5)'), 'fault'],
    ['words', text('约五千'), 'fault'],
    ['scientific notation', text('1.2E+5'), 'fault'],
    ['percent', percent(0.5), 'fault'],
    ['a truth value', yes, 'fault'],
    ['more than a double holds', number(12_345_678_901_234.5), 'fault'],
    ['an error', broken, 'fault'],
  ])('%s', (_name, cell, expected) => {
    expect(brief(readAmount(cell, 'yuan'))).toBe(expected);
  });

  it('reads a column of 万元 exactly', () => {
    expect(brief(readAmount(number(487.91), 'wanYuan'))).toBe('= 487910000');
    expect(brief(readAmount(number(0.000001), 'wanYuan'))).toBe('= 1');
    expect(brief(readAmount(text('12'), 'wanYuan'))).toBe('~ 12000000');
  });
});

describe('other cells', () => {
  it.each<[string, CellOutcome, string]>([
    ['是', readFlag(text('是')), '= true'],
    ['√', readFlag(text(' √')), '~ true'],
    ['TRUE', readFlag(yes), '= true'],
    ['blank', readFlag(null), '= false'],
    ['0', readFlag(number(0)), '~ false'],
    ['Ｙ', readFlag(text('Ｙ')), '~ true'],
    ['大概', readFlag(text('大概')), '? 是|否'],
    ['weight', readWeight(number(10)), '= 10'],
    ['weight in percent', readWeight(percent(0.1)), '~ 10'],
    ['weight as text', readWeight(text('10分')), '~ 10'],
    ['weight below one', readWeight(number(0.1)), '? 10|'],
    ['weight above 100', readWeight(number(101)), 'fault'],
    ['weight with a fraction', readWeight(number(10.5)), 'fault'],
    ['count', readCount(number(24)), '= 24'],
    ['count with a word', readCount(text('24人')), '~ 24'],
    ['negative count', readCount(number(-1)), 'fault'],
    ['half a person', readCount(number(1.5)), 'fault'],
    ['month', readMonth(text('2022-12')), '= 2022-12'],
    ['month in words', readMonth(text('2022年12月底')), '~ 2022-12'],
    ['month as a date', readMonth(date(44_896)), '~ 2022-12'],
    ['month as a number', readMonth(number(202_212)), '~ 2022-12'],
    ['month as a serial number', readMonth(number(44_896)), '~ 2022-12'],
    ['no month', readMonth(text('去年底')), 'fault'],
    ['a thirteenth month', readMonth(text('2022-13')), 'fault'],
    ['period', readPeriod(text('2023年'), 50), '= 2023年'],
    ['period as a year', readPeriod(number(2023), 50), '~ 2023年'],
    ['period as year and month', readPeriod(text('202301'), 50), '~ 2023年1月'],
    ['period as a date', readPeriod(date(44_927), 50), '~ 2023年1月'],
    ['period as a serial number', readPeriod(number(44_561), 50), '? 2021年12月31日|44561|'],
    ['a length of time', readPeriod(text('1年'), 50), '= 1年'],
    ['text', readText(text('办公费'), 50, false), '= 办公费'],
    ['text with a line break', readText(text('办公\n费'), 50, false), '~ 办公费'],
    ['text with spaces', readText(text('　办公费 '), 50, false), '~ 办公费'],
    ['paragraph', readText(text('一\r\n二'), 50, true), '= 一\n二'],
    ['invisible characters', readText(text('办\u200b公\u0007费'), 50, true), '~ 办公费'],
    ['too long', readText(text('长'.repeat(51)), 50, true), 'fault'],
    ['a number as text', readText(number(2023), 50, true), '= 2023'],
  ])('%s', (_name, outcome, expected) => {
    expect(brief(outcome)).toBe(expected);
  });

  it.each<[string, CellOutcome, string]>([
    ['label', readChoice(text('事业收入'), SOURCE_CHOICES, 'GENERAL_PUBLIC', '资金来源'), '= BUSINESS'],
    ['synonym', readChoice(text('一般公共预算拨款收入'), SOURCE_CHOICES, 'GENERAL_PUBLIC', ''), '~ GENERAL_PUBLIC'],
    ['blank with a usual value', readChoice(null, SOURCE_CHOICES, 'GENERAL_PUBLIC', ''), '~ GENERAL_PUBLIC'],
    ['blank without', readChoice(null, PROCUREMENT_CHOICES, null, '采购类别'), '? 货物类|工程类|服务类'],
    ['without 类', readChoice(text('服务'), PROCUREMENT_CHOICES, null, ''), '~ SERVICES'],
    ['half-width sign', readChoice(text('>='), COMPARISON_CHOICES, '=', ''), '~ >='],
    ['full-width sign', readChoice(text('≥'), COMPARISON_CHOICES, '=', ''), '= >='],
  ])('a word: %s', (_name, outcome, expected) => {
    expect(brief(outcome)).toBe(expected);
  });

  it('offers the likeliest word first', () => {
    const outcome = readChoice(text('年初民生配套项目'), CATEGORY_CHOICES, null, '项目类别');
    expect(brief(outcome)).toMatch(/^\? 民生配套项目\|/);
    expect(brief(readChoice(text('财政拨款'), SOURCE_CHOICES, null, '资金来源'))).toMatch(/^\? 一般公共预算\|/);
  });

  it.each<[string, SheetCell, string, string, unknown]>([
    ['a figure', number(95), '', '', { value: '95', comparison: null, unit: null }],
    ['a percentage', percent(0.95), '', '', { value: '95', comparison: null, unit: '%' }],
    ['a percentage of something else', percent(0.95), '', '件', { value: '95%', comparison: null, unit: null }],
    ['a sign and a percent sign', text('≥95%'), '', '', { value: '95', comparison: '>=', unit: '%' }],
    ['a sign that says the same', text('≥95'), '≥', '件', { value: '95', comparison: '>=', unit: null }],
    ['a sign that says otherwise', text('≥95'), '＝', '件', { value: '≥95', comparison: null, unit: null }],
    ['words', text('优良'), '定性', '', { value: '优良', comparison: null, unit: null }],
    ['a date', date(45_291), '', '', { value: '2023年12月31日', comparison: null, unit: null }],
  ])('a target value: %s', (_name, cell, comparison, unit, expected) => {
    const reading = readTarget(cell, comparison, unit);
    const value = reading.outcome.kind === 'value' ? reading.outcome.value : reading.outcome.kind;
    expect({ value, comparison: reading.comparison, unit: reading.unitOfMeasure }).toEqual(expected);
  });
});
