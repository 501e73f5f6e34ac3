import { describe, expect, it } from 'vitest';
import { FUND_SOURCES } from '@/lib/domain/budget/fund-source.ts';
import { type ControlledUnit, controlRows, figuresToIssue, typeFigures } from './control-sheet.ts';

const UNITS: readonly ControlledUnit[] = [
  {
    ...{ unitId: 'u1', unitCode: '309001', unitName: '甲', departmentName: '部门' },
    figures: [{ category: 'PROJECT', source: 'GENERAL_PUBLIC', amountFen: 100n }],
  },
  { unitId: 'u2', unitCode: '309002', unitName: '乙', departmentName: '部门', figures: [] },
];
const NOTHING = new Map<string, bigint | null>();

describe('the sheet of control figures', () => {
  it('shows what the server has until something is typed', () => {
    expect(controlRows(UNITS, NOTHING, 'GENERAL_PUBLIC').map(({ PROJECT }) => PROJECT)).toEqual([100n, null]);
    expect(controlRows(UNITS, NOTHING, 'BUSINESS').map(({ PROJECT }) => PROJECT)).toEqual([null, null]);
    const typed = typeFigures(NOTHING, 'GENERAL_PUBLIC', [{ key: 'u1', fields: { PROJECT: null, ROUTINE: 5n } }]);
    expect(controlRows(UNITS, typed, 'GENERAL_PUBLIC')[0]).toMatchObject({ PROJECT: null, ROUTINE: 5n });
  });

  it('issues what differs alone, with what stood there', () => {
    const typed = typeFigures(NOTHING, 'GENERAL_PUBLIC', [
      { key: 'u1', fields: { PROJECT: 100n, PERSONNEL: 7n } },
      { key: 'u2', fields: { ROUTINE: null } },
    ]);
    const both = typeFigures(typed, 'BUSINESS', [{ key: 'u2', fields: { PROJECT: 9n } }]);
    expect(figuresToIssue(UNITS, both, FUND_SOURCES)).toEqual([
      { unitId: 'u1', category: 'PERSONNEL', source: 'GENERAL_PUBLIC', amountFen: 7n, seenFen: null },
      { unitId: 'u2', category: 'PROJECT', source: 'BUSINESS', amountFen: 9n, seenFen: null },
    ]);
  });

  it('withdraws a figure that was cleared', () => {
    const typed = typeFigures(NOTHING, 'GENERAL_PUBLIC', [{ key: 'u1', fields: { PROJECT: null } }]);
    expect(figuresToIssue(UNITS, typed, FUND_SOURCES)).toMatchObject([{ amountFen: null, seenFen: 100n }]);
  });
});
