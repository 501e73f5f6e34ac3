import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RISK_PART_IDS, RISK_WEIGHTS, type RiskFacts, rankRisk, riskLevel, unexplainedPercent } from './risk-rank.ts';

const CALM: RiskFacts = {
  errors: 0,
  warningsExplained: 0,
  warningsUnexplained: 0,
  totalChangeFen: 0n,
  priorFen: 1_000_000n,
  changedFen: 0n,
  unexplainedFen: 0n,
  threePublicIncreaseFen: 0n,
  similarProjects: 0,
  newProjects: 0,
  isExtended: false,
  timesReturned: 0,
  controlUsePercent: null,
  notRun: 0,
};

const count = fc.nat(300);
const fen = fc.bigInt(0n, 10_000_000_000n);

const anyFacts: fc.Arbitrary<RiskFacts> = fc
  .record({
    errors: count,
    warningsExplained: count,
    warningsUnexplained: count,
    totalChangeFen: fc.option(fen),
    priorFen: fc.option(fen),
    unexplainedFen: fen,
    restFen: fen,
    threePublicIncreaseFen: fen,
    similarProjects: count,
    newProjects: count,
    isExtended: fc.boolean(),
    timesReturned: fc.nat(9),
    controlUsePercent: fc.option(fc.nat(101)),
    notRun: count,
  })
  .map(({ restFen, ...facts }) => ({ ...facts, changedFen: facts.unexplainedFen + restFen }));

describe('rankRisk', () => {
  test('the weights are together 100', () => {
    expect(RISK_PART_IDS.reduce((sum, id) => sum + RISK_WEIGHTS[id].most, 0)).toBe(100);
  });

  test('a budget of which nothing stands out is at no risk', () => {
    expect(rankRisk(CALM)).toEqual({ risk: 0, parts: [] });
  });

  test('each part says why', () => {
    const { risk, parts } = rankRisk({
      ...CALM,
      ...{ totalChangeFen: 250_000n, warningsExplained: 3, warningsUnexplained: 1, timesReturned: 1, notRun: 2 },
    });
    expect(parts.map(({ label, points, why }) => [label, points, why])).toEqual([
      ['较上年增减幅度', 9, '支出合计与上年相差0.25万元。'],
      ['提醒', 5, '有4条提醒，其中1条没有说明。'],
      ['曾被退回', 3, '已被退回1次。'],
      ['未能校验', 2, '有2项校验因数据不足没有进行。'],
    ]);
    expect(risk).toBe(19);
  });

  test('over a control figure is worse than near it', () => {
    const points = (controlUsePercent: number) => rankRisk({ ...CALM, controlUsePercent }).risk;
    expect([97, 98, 100, 101].map(points)).toEqual([0, 2, 2, 5]);
  });

  test('the parts sum to the rank, none is over its weight, and the rank stays within 100', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { risk, parts } = rankRisk(facts);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(risk);
        for (const { id, points, why } of parts) {
          expect(Number.isInteger(points) && points > 0 && points <= RISK_WEIGHTS[id].most).toBe(true);
          expect(why).not.toBe('');
        }
        expect(risk).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('what grows never lowers the rank', () => {
    const grown = fc.constantFrom<(facts: RiskFacts) => RiskFacts>(
      (facts) => ({ ...facts, errors: facts.errors + 1 }),
      (facts) => ({ ...facts, warningsExplained: facts.warningsExplained + 1 }),
      (facts) => ({ ...facts, warningsUnexplained: facts.warningsUnexplained + 1 }),
      (facts) => ({ ...facts, totalChangeFen: facts.totalChangeFen && facts.totalChangeFen + 5_000n }),
      (facts) => ({ ...facts, unexplainedFen: facts.changedFen }),
      (facts) => ({ ...facts, threePublicIncreaseFen: facts.threePublicIncreaseFen + 5_000n }),
      (facts) => ({ ...facts, similarProjects: facts.similarProjects + 1 }),
      (facts) => ({ ...facts, newProjects: facts.newProjects + 1 }),
      (facts) => ({ ...facts, isExtended: true }),
      (facts) => ({ ...facts, timesReturned: facts.timesReturned + 1 }),
      (facts) => ({ ...facts, controlUsePercent: facts.controlUsePercent && facts.controlUsePercent + 1 }),
      (facts) => ({ ...facts, notRun: facts.notRun + 1 }),
    );
    fc.assert(
      fc.property(anyFacts, grown, (facts, grow) => {
        expect(rankRisk(grow(facts)).risk).toBeGreaterThanOrEqual(rankRisk(facts).risk);
      }),
    );
  });
});

test('an unexplained rest never shows as none', () => {
  expect(unexplainedPercent({ changedFen: 0n, unexplainedFen: 0n })).toBe(null);
  expect(unexplainedPercent({ changedFen: 1000n, unexplainedFen: 1n })).toBe(1);
  expect(unexplainedPercent({ changedFen: 1000n, unexplainedFen: 1000n })).toBe(100);
});

test('levels begin at 25 and 50', () => {
  expect([0, 24, 25, 49, 50, 100].map(riskLevel)).toEqual(['low', 'low', 'middle', 'middle', 'high', 'high']);
});
