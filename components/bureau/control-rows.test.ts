import { describe, expect, it } from 'vitest';
import {
  type ControlledUnit,
  controlItemRows,
  controlRows,
  editedFigures,
  figuresToIssue,
  sheetExcesses,
  type TypedFigures,
  typeFigures,
} from './control-rows.ts';

const DEPARTMENT = { departmentCode: '309', departmentName: '部门' };
const UNITS: readonly ControlledUnit[] = [
  {
    ...{ unitId: 'u1', unitCode: '309001', unitName: '甲', ...DEPARTMENT },
    figures: [
      { category: 'PROJECT', item: '', source: 'GENERAL_PUBLIC', amountFen: 100n },
      { category: 'PROJECT', item: 'project:gone', source: 'GENERAL_PUBLIC', amountFen: 3n },
    ],
    entered: [
      { category: 'PROJECT', source: 'GENERAL_PUBLIC', projectKey: 'p1', amountFen: 60n },
      { category: 'PROJECT', source: 'GENERAL_PUBLIC', projectKey: 'p2', amountFen: 7n },
      { category: 'ROUTINE', source: 'BUSINESS', projectKey: null, amountFen: 9n },
    ],
    projects: [
      { key: 'p1', name: '信访', category: 'INITIAL_GENERAL' },
      { key: 'p2', name: '维稳', category: 'INITIAL_GENERAL' },
    ],
  },
  { unitId: 'u2', unitCode: '309002', unitName: '乙', ...DEPARTMENT, figures: [], entered: [], projects: [] },
];
const NOTHING: TypedFigures = new Map();
const typing = (typed: TypedFigures, ...[source, updates]: Parameters<typeof editedFigures>) =>
  typeFigures(typed, editedFigures(source, updates));

describe('the sheet of control figures', () => {
  it('shows what the server has until something is typed', () => {
    expect(controlRows(UNITS, NOTHING, 'GENERAL_PUBLIC').map(({ PROJECT }) => PROJECT)).toEqual([100n, null]);
    expect(controlRows(UNITS, NOTHING, 'BUSINESS').map(({ PROJECT }) => PROJECT)).toEqual([null, null]);
    const typed = typing(NOTHING, 'GENERAL_PUBLIC', [{ key: 'u1', fields: { PROJECT: null, ROUTINE: 5n } }]);
    expect(controlRows(UNITS, typed, 'GENERAL_PUBLIC')[0]).toMatchObject({ PROJECT: null, ROUTINE: 5n });
  });

  it('sets beside them what the newest version plans', () => {
    expect(controlRows(UNITS, NOTHING, 'GENERAL_PUBLIC')[0]?.entered).toEqual({
      ...{ PERSONNEL: 0n, ROUTINE: 0n, PROJECT: 67n },
    });
  });

  it('lists groups with their projects, and a figure whose project is gone', () => {
    const rows = controlItemRows(UNITS, NOTHING, 'GENERAL_PUBLIC').filter(({ unitId }) => unitId === 'u1');
    expect(rows.map(({ label, controlFen, enteredFen }) => [label.trim(), controlFen, enteredFen])).toEqual([
      ['全部项目支出', 100n, 67n],
      ['年初特定目标—人员性项目', null, 0n],
      ['年初特定目标—一般性项目', null, 67n],
      ['信访', null, 60n],
      ['维稳', null, 7n],
      ['年初特定目标—民生配套项目', null, 0n],
      ['上级专项—提前下达专项', null, 0n],
      ['上级专项—结转项目', null, 0n],
      ['上级专项—市级专项', null, 0n],
      ['项目已不存在', 3n, 0n],
    ]);
  });

  it('issues what differs alone, with what stood there', () => {
    const typed = typing(NOTHING, 'GENERAL_PUBLIC', [
      { key: 'u1', fields: { PROJECT: 100n, PERSONNEL: 7n } },
      { key: 'u2', fields: { ROUTINE: null } },
    ]);
    const both = typing(typed, 'BUSINESS', [{ key: 'u2', fields: { PROJECT: 9n } }]);
    expect(figuresToIssue(UNITS, both)).toEqual([
      { unitId: 'u1', category: 'PERSONNEL', item: '', source: 'GENERAL_PUBLIC', amountFen: 7n, seenFen: null },
      { unitId: 'u2', category: 'PROJECT', item: '', source: 'BUSINESS', amountFen: 9n, seenFen: null },
    ]);
  });

  it('withdraws a figure that was cleared', () => {
    const typed = typing(NOTHING, 'GENERAL_PUBLIC', [{ key: 'u1', fields: { PROJECT: null } }]);
    expect(figuresToIssue(UNITS, typed)).toMatchObject([{ amountFen: null, seenFen: 100n }]);
  });

  it('warns of items that come to more than the whole', () => {
    const place = { unitId: 'u1', category: 'PROJECT', source: 'GENERAL_PUBLIC' } as const;
    const fits = typeFigures(NOTHING, [{ ...place, item: 'project:p1', amountFen: 97n }]);
    expect(sheetExcesses(UNITS, fits)).toEqual([]);
    const exceeds = typeFigures(fits, [{ ...place, item: 'project:p2', amountFen: 1n }]);
    expect(sheetExcesses(UNITS, exceeds)).toMatchObject([{ unitName: '甲', item: '', allocatedFen: 101n }]);
  });
});
