import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeReason, REASON_KINDS } from './change-reason.ts';
import { figureOfVerdict, reasonsVerdictSubject, unchangedReasons, wordsOfReasons } from './judged-reasons.ts';

const PENSION = 'function:2080505';
const REASONS: readonly ChangeReason[] = [
  { key: 'a', position: 1, subject: PENSION, kind: 'PEOPLE', amountFen: -3_000_000n, people: -3, text: '退休3人' },
  { key: 'b', position: 2, subject: PENSION, kind: 'POLICY', amountFen: 200_050n, people: null, text: ' 提标 ' },
  { key: 'c', position: 3, subject: 'total', kind: 'OTHER', amountFen: null, people: 2, text: '' },
];

const anyReason: fc.Arbitrary<ChangeReason> = fc.record({
  key: fc.uuid(),
  position: fc.double({ noNaN: true }),
  subject: fc.constantFrom('total', PENSION),
  kind: fc.constantFrom(...REASON_KINDS),
  amountFen: fc.option(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })),
  people: fc.option(fc.integer({ min: -9_999, max: 9_999 })),
  text: fc.string(),
});

const refusalsOf = (reasons: readonly ChangeReason[]) =>
  [...wordsOfReasons(reasons)].map(([subject, explanation]) => ({ subject, explanation }));

describe('the subject of a verdict', () => {
  it('names the figure whose reasons it is on, or none', () => {
    expect(reasonsVerdictSubject(PENSION)).toBe('reasons:function:2080505');
    expect(figureOfVerdict('reasons:function:2080505')).toBe(PENSION);
    expect(figureOfVerdict('change-needs-reason:2080505')).toBeNull();
  });
});

describe('wordsOfReasons', () => {
  it('says all of a figure’s reasons together', () => {
    expect(Object.fromEntries(wordsOfReasons(REASONS))).toEqual({
      'reasons:function:2080505': '人员增减 -30,000.00元 -3人 退休3人；政策变化 2,000.50元 提标',
      'reasons:total': '其他 （未填金额） +2人',
    });
  });
});

describe('unchangedReasons', () => {
  it('says the same whatever the order and the keys of the rows', () => {
    fc.assert(
      fc.property(fc.array(anyReason), (reasons) => {
        const refusals = refusalsOf(reasons);
        const moved = [...reasons].reverse().map((reason, index) => ({ ...reason, key: `k${index}`, position: index }));
        expect(unchangedReasons(refusals, moved)).toEqual(refusals);
      }),
    );
  });

  it('takes any other kind, amount, number or word for a change, of this figure alone', () => {
    const refusals = refusalsOf(REASONS);
    const changes: readonly Partial<ChangeReason>[] = [
      { kind: 'OTHER' },
      { amountFen: -2_999_999n },
      { people: -2 },
      { text: '3月退休3人' },
    ];
    for (const change of changes) {
      const changed = REASONS.map((reason) => (reason.key === 'a' ? { ...reason, ...change } : reason));
      expect(unchangedReasons(refusals, changed).map(({ subject }) => subject)).toEqual(['reasons:total']);
    }
  });

  it('is not held up by reasons that are gone, nor by explanations', () => {
    expect(unchangedReasons(refusalsOf(REASONS), [])).toEqual([]);
    expect(unchangedReasons([{ subject: 'k', explanation: '退休3人' }], REASONS)).toEqual([]);
  });
});
