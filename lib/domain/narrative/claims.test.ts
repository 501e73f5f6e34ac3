import { describe, expect, it } from 'vitest';
import { bindClaims, claimHolds, claimsIn } from './claims.ts';
import { amountFigure, changeFigure, countFigure, type Figures } from './figure.ts';

const FIGURES: Figures = new Map([
  ['operating', amountFigure(104_190_000n)],
  ['change.basic', changeFigure(618_600_000n, 632_810_000n)],
  ['staff.retiredSincePriorBudget', countFigure(3)],
]);

function claimed(text: string): readonly (readonly [string, string])[] {
  return claimsIn(text).map((claim) => [claim.ref, claim.text]);
}

describe('claimsIn', () => {
  it.each([
    ['一般公共预算财政拨款运行经费937.6万元', [['operating', '937.6']]],
    ['机关运行经费预算为１０４．１９万元', [['operating', '104.19']]],
    [
      '机关运行经费104.19万元，比上年减少2万元',
      [
        ['operating', '104.19'],
        ['change.operating', '2'],
      ],
    ],
    ['基本支出减少14.21万元', [['change.basic', '14.21']]],
    ['基本支出比2022年减少14.21万元', [['change.basic', '14.21']]],
    ['退休人员8人', [['staff.retired', '8']]],
    ['退休3人', [['staff.retiredSincePriorBudget', '3']]],
    ['3名同志退休', [['staff.retiredSincePriorBudget', '3']]],
    ['公务用车购置费0万元', [['threePublic.vehiclePurchase', '0']]],
    ['办公费3万元', []],
    ['政府性基金预算支出8万元，其中：基本支出0万元，项目支出8万元', []],
    ['没有政府性基金。项目支出8万元', [['project.general', '8']]],
  ] as const)('%s', (text, expected) => expect(claimed(text)).toEqual(expected));
});

describe('claimHolds', () => {
  const holds = (text: string) => claimsIn(text).map((claim) => claimHolds(claim, FIGURES));

  it('compares number and direction', () => {
    expect(holds('运行经费104.190万元')).toEqual([true]);
    expect(holds('运行经费937.6万元')).toEqual([false]);
    expect(holds('基本支出减少14.21万元')).toEqual([true]);
    expect(holds('基本支出增加14.21万元')).toEqual([false]);
  });

  it('does not know what is not known', () => expect(holds('退休人员8人')).toEqual([null]));
});

describe('bindClaims', () => {
  it('binds what agrees and leaves the rest as typed', () => {
    expect(bindClaims('退休3人，基本支出减少9万元', FIGURES)).toEqual([
      { kind: 'text', text: '退休' },
      { kind: 'figure', text: '3', ref: 'staff.retiredSincePriorBudget' },
      { kind: 'text', text: '人，基本支出减少9万元' },
    ]);
    expect(bindClaims('', FIGURES)).toEqual([]);
  });
});
