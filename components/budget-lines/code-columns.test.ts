import { describe, expect, test } from 'vitest';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { codeReplacements } from './code-columns.ts';
import { economicGrouping, functionGrouping, isSumLine } from './expenditure-groups.ts';
import { basicColumns, costColumns } from './line-columns.ts';
import { newExpenditureLine } from './new-rows.ts';

const edition = {
  ...SAMPLE_EDITION,
  formerNames: new Map([['2010399', '旧的事务']]),
  successions: [{ oldCode: '2010399', newCodes: ['2010308', '2010301'], from: '2023-01-01', unverified: false }],
};
const columns = basicColumns({ edition, unit: 'yuan' });

function line(fields: Partial<ExpenditureLine>): ExpenditureLine {
  return { ...newExpenditureLine(null)(1), functionCode: '2010301', economicCode: '30201', ...fields };
}

function said(row: ExpenditureLine): readonly string[] {
  return columns.flatMap(({ id, check }) => {
    const finding = check?.(row);
    return finding ? [`${id} ${finding.severity} ${finding.message}`] : [];
  });
}

describe('what a line says of its own codes at once', () => {
  test('nothing while they go together or are not there yet', () => {
    expect(said(line({}))).toEqual([]);
    expect(said(line({ functionCode: '', economicCode: '' }))).toEqual([]);
  });

  test('a pair that does not belong together', () => {
    expect(said(line({ functionCode: '2080505' }))).toEqual([
      'economicCode warning 2080505一般对应30108 机关事业单位基本养老保险缴费，请核对科目或说明理由。',
    ]);
  });

  test('an economic class that is none of basic expenditure, but may be a project’s', () => {
    expect(said(line({ economicCode: '30913' }))).toEqual([
      expect.stringMatching(/^economicCode error 30913 不能列在/),
    ]);
    const [code] = costColumns({ edition, unit: 'yuan' });
    expect(code?.check?.(line({ economicCode: '30913', projectKey: 'p' }))).toBeNull();
  });

  test('a code of one budget paid from another', () => {
    expect(said(line({ functionCode: '2120803' }))).toEqual([
      expect.stringMatching(/^source error 2120803 城市建设支出/),
    ]);
  });

  test('a code that has ended, or is unknown, with its former name beside it', () => {
    const row = line({ functionCode: '2010399' });
    expect(said(row)[0]).toBe(
      'functionCode error 2010399已自2023-01-01起停用，2023年请改用2010308 信访事务、2010301 行政运行。',
    );
    expect(columns[1]?.read(row)).toBe('旧的事务');
    expect(said(line({ functionCode: '2099999' }))[0]).toContain('不在2023年科目表中');
  });
});

test('a code of another year offers each that stands for it', () => {
  const offered = (text: string) => codeReplacements(edition, 'functional', text).map(({ label }) => label);
  expect(offered('２０１０３９９ 旧的事务')).toEqual(['2010308 信访事务', '2010301 行政运行']);
  expect(offered('2010308')).toEqual([]);
  expect(offered('2099999')).toEqual([]);
  expect(offered('信访')).toEqual([]);
});

describe('parents of expenditure', () => {
  test('functional: 类, 款, and 项 where it has several lines', () => {
    const grouping = functionGrouping(edition);
    expect(grouping.pathOf(line({}))).toEqual(['201', '20103', '2010301']);
    expect(grouping.pathOf(line({}))).toBe(grouping.pathOf(line({ amountFen: 1n })));
    expect([
      grouping.isShown?.('20103', 1),
      grouping.isShown?.('2010301', 1),
      grouping.isShown?.('2010301', 2),
    ]).toEqual([true, false, true]);
    expect(grouping.titleOf('201')).toBe('201 一般公共服务支出');
    expect(grouping.inherit(line({}))).toEqual({ functionCode: '2010301' });
  });

  test('economic: 类', () => {
    expect(economicGrouping(edition).pathOf(line({}))).toEqual(['302']);
    expect(economicGrouping(edition).pathOf(line({ economicCode: '' }))).toEqual([]);
  });

  test.each([
    [{ functionCode: '合 计' }, true],
    [{ source: '合计' }, true],
    [{ category: '货物类', item: '小计' }, true],
    [{ category: '货物类', item: '合计器' }, false],
    [{ functionCode: '201' }, true],
    [{ functionCode: '20103', economicCode: '301' }, true],
    [{ economicCode: '302' }, true],
    [{ functionCode: '2010301', economicCode: '302' }, false],
    [{ functionCode: '20103', economicCode: '30201' }, false],
    [{ functionCode: '2010301', economicCode: '30201' }, false],
    [{ functionCode: '299' }, false],
    [{}, false],
  ])('%o is a sum of other lines: %s', (texts: Readonly<Record<string, string>>, expected) => {
    expect(isSumLine(edition)((id) => texts[id] ?? '')).toBe(expected);
  });
});
