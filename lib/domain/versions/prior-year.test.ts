import { describe, expect, it } from 'vitest';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { priorYearOf } from './prior-year.ts';

describe('priorYearOf', () => {
  let keys = 0;
  const newKey = () => {
    keys += 1;
    return `key-${keys}`;
  };
  const last = sampleBudget({
    basic: [
      { functionCode: '2080505', economicCode: '30108', amountFen: yuan(90) },
      { economicCode: '30201', amountFen: yuan(200) },
      { economicCode: '30217', amountFen: yuan(10) },
      { economicCode: '30231', amountFen: yuan(20), carriedOver: true },
      { economicCode: '30231', amountFen: yuan(40), source: 'OTHER' },
      { functionCode: '2010350', economicCode: '30201', amountFen: 0n },
    ],
    projects: [{ functionCode: '2010308', lines: [{ economicCode: '30217', amountFen: yuan(1) + 7n }] }],
  });

  it('sums this year’s general public budget by functional code, basic and project alike', () => {
    expect(priorYearOf(last, SAMPLE_EDITION, newKey).priorYear).toEqual([
      { key: 'key-1', position: 1, functionCode: '2010308', amountFen: yuan(211) + 7n },
      { key: 'key-2', position: 2, functionCode: '2080505', amountFen: yuan(90) },
    ]);
  });

  it('takes over 三公, projects and 机关运行经费, a nought as nought', () => {
    expect(priorYearOf(last, SAMPLE_EDITION, newKey).profile).toMatchObject({
      priorThreePublic: {
        ...{ overseasTripsFen: 0n, vehiclePurchaseFen: 0n, vehicleRunningFen: 0n },
        receptionsFen: yuan(11) + 7n,
      },
      priorProjectTotalFen: yuan(1) + 7n,
      priorOperatingFen: yuan(210),
    });
    const institution = { ...last, unit: { ...last.unit, kind: 'PUBLIC_INSTITUTION' } as const };
    expect(priorYearOf(institution, SAMPLE_EDITION, newKey).profile.priorOperatingFen).toBeNull();
  });

  it('takes over what the unit is, not what was of that year alone', () => {
    const { profile } = last;
    const narrative = { ...profile.narrative, duties: ['受理来信'], changeReason: '退休三人', contactOffice: '办公室' };
    const told = { ...last, profile: { ...profile, staffOnPost: 24, divisions: ['办公室'], narrative } };
    const taken = priorYearOf(told, SAMPLE_EDITION, newKey).profile;
    expect(taken).toMatchObject({ staffOnPost: null, divisions: ['办公室'] });
    expect(taken.narrative).toMatchObject({ duties: ['受理来信'], changeReason: '', contactOffice: '办公室' });
  });
});
