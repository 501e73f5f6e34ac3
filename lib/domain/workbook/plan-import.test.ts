import { describe, expect, it } from 'vitest';
import { applyChanges } from '../budget/changes.ts';
import { EMPTY_PROFILE } from '../budget/empty-budget.ts';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { planImport, type SheetModes } from './plan-import.ts';
import type { ImportedFact, ImportedRow } from './workbook-reading.ts';
import { SHEET_IDS } from './workbook-sheets.ts';

const BUDGET = {
  ...sampleBudget({
    basic: [
      { economicCode: '30101', amountFen: yuan(1) },
      { economicCode: '30201', amountFen: yuan(2) },
    ],
    projects: [
      { name: '信访救助', lines: [{ amountFen: yuan(3) }], indicators: [{}] },
      { name: '系统维护', lines: [{ amountFen: yuan(4) }] },
    ],
    priorYear: [{ functionCode: '2010308', amountFen: yuan(5) }],
  }),
  calculations: [
    {
      key: 'c1',
      position: 1,
      lineKey: '309001:basic-2',
      proposalId: '2010308-30201-GENERAL_PUBLIC',
      amountFen: yuan(2),
      formula: '',
    },
  ],
};

const row = (sheet: ImportedRow['sheet'], fields: object, rest: Partial<ImportedRow> = {}): ImportedRow => ({
  ...{ sheet, row: 3, key: null, project: null, fields: { ...fields }, state: 'ready' },
  ...rest,
});

function plan(
  rows: readonly ImportedRow[],
  modes: SheetModes = {},
  rest: { facts?: ImportedFact[]; heldKeys?: string[] } = {},
) {
  let keys = 0;
  const sheets = SHEET_IDS.filter((id) => rows.some(({ sheet }) => sheet === id) || modes[id] !== undefined).map(
    (id) => ({
      ...{ sheetName: id, id, rowCount: 0 },
    }),
  );
  const newKey = () => {
    keys += 1;
    return `new-${keys}`;
  };
  return planImport(BUDGET, { sheets, rows, facts: [], heldKeys: [], ...rest }, modes, newKey);
}

const outcomes = ({ sheets }: ReturnType<typeof plan>) =>
  sheets.flatMap(({ rows }) => rows.map(({ outcome }) => outcome));

describe('an import', () => {
  it('updates the rows with keys and puts new ones behind the row before them', () => {
    const planned = plan([
      row('basic', { amountFen: yuan(9) }, { key: '309001:basic-1' }),
      row('basic', { economicCode: '30217', amountFen: yuan(7) }),
      row('basic', { economicCode: '30231', amountFen: yuan(8) }),
      row('basic', { amountFen: yuan(2) }, { key: '309001:basic-2' }),
    ]);
    expect(outcomes(planned)).toEqual(['changed', 'added', 'added', 'unchanged']);
    const { expenditure } = applyChanges(BUDGET, planned.changes);
    expect(
      expenditure.slice(0, 4).map(({ economicCode, amountFen, source }) => [economicCode, amountFen, source]),
    ).toEqual([
      ['30101', yuan(9), 'GENERAL_PUBLIC'],
      ['30217', yuan(7), 'GENERAL_PUBLIC'],
      ['30231', yuan(8), 'GENERAL_PUBLIC'],
      ['30201', yuan(2), 'GENERAL_PUBLIC'],
    ]);
    expect(expenditure).toHaveLength(6);
  });

  it('takes a row that says the very same as the row it repeats, each once', () => {
    const same = { functionCode: '2010308', economicCode: '30201', amountFen: yuan(2) };
    expect(outcomes(plan([row('basic', same), row('basic', same)]))).toEqual(['unchanged', 'added']);
    expect(outcomes(plan([row('basic', same)], { basic: 'append' }))).toEqual(['added']);
  });

  it('knows a project by its name and last year’s figure by its code', () => {
    const planned = plan([
      row('projects', { name: '信访救助', overview: '新概况' }),
      row('priorYear', { functionCode: '2010308', amountFen: yuan(6) }),
    ]);
    expect(planned.changes).toEqual([
      { op: 'update', collection: 'projects', key: '309001:project-1', fields: { overview: '新概况' } },
      { op: 'update', collection: 'priorYear', key: '309001:prior-1', fields: { amountFen: yuan(6) } },
    ]);
  });

  it('joins rows to projects that come with the same file', () => {
    const planned = plan([
      row('projects', { name: '新项目' }, { row: 7 }),
      row('projectLines', { economicCode: '30201', amountFen: yuan(1) }, { project: { row: 7 } }),
      row('indicators', { level3: '件数' }, { project: { key: '309001:project-2' } }),
      row('projectLines', { economicCode: '30201' }, { project: { row: 8 } }),
    ]);
    expect(outcomes(planned)).toEqual(['added', 'added', 'waiting', 'added']);
    const after = applyChanges(BUDGET, planned.changes);
    const project = after.projects.find(({ name }) => name === '新项目');
    expect(after.expenditure.filter(({ projectKey }) => projectKey === project?.key)).toHaveLength(1);
    expect(after.indicators.at(-1)).toMatchObject({ projectKey: '309001:project-2', level3: '件数', comparison: '=' });
  });

  it('leaves out what is faulty or open, and what belongs to it', () => {
    const planned = plan([
      row('projects', { name: '有误' }, { row: 7, state: 'faulty' }),
      row('projectLines', {}, { project: { row: 7 } }),
      row('basic', {}, { state: 'open' }),
    ]);
    expect(outcomes(planned)).toEqual(['open', 'faulty', 'waiting']);
    expect(planned.changes).toEqual([]);
  });

  it('replaces a section, with the calculations of the lines that go', () => {
    const planned = plan([row('basic', {}, { key: '309001:basic-1' })], { basic: 'replace' });
    expect(planned.sheets[0]?.removed.map(({ key }) => key)).toEqual(['309001:basic-2']);
    const after = applyChanges(BUDGET, planned.changes);
    expect(after.expenditure.map(({ key }) => key)).not.toContain('309001:basic-2');
    expect(after.calculations).toEqual([]);
    expect(after.expenditure).toHaveLength(3);
  });

  it('replaces projects with all their parts, and no line comes to one that goes', () => {
    const planned = plan(
      [
        row('projects', {}, { key: '309001:project-1' }),
        row(
          'projectLines',
          { amountFen: yuan(44) },
          { key: '309001:project-2-line-1', project: { key: '309001:project-2' } },
        ),
      ],
      { projects: 'replace' },
    );
    expect(outcomes(planned)).toEqual(['unchanged', 'waiting']);
    const after = applyChanges(BUDGET, planned.changes);
    expect(after.projects.map(({ name }) => name)).toEqual(['信访救助']);
    expect(after.expenditure.filter(({ projectKey }) => projectKey !== null)).toHaveLength(1);
  });

  it('never removes a row that the file holds without its being taken', () => {
    const modes = { basic: 'replace' } as const;
    const faulty = plan([row('basic', {}, { key: '309001:basic-1', state: 'faulty' })], modes, {
      heldKeys: ['309001:basic-2'],
    });
    expect(faulty.changes).toEqual([]);
    expect(plan([], modes).sheets[0]?.removed).toHaveLength(2);
    expect(plan([row('basic', {})], { basic: null }).sheets).toEqual([]);
  });

  it('writes the facts that change, and leaves those beside them', () => {
    const fact = (path: string, value: unknown, state: ImportedFact['state'] = 'ready') => ({
      path,
      label: path,
      value,
      state,
    });
    const { changes, facts } = plan(
      [],
      {},
      {
        facts: [
          fact('staffOnPost', 24),
          fact('staffRetired', null),
          fact('divisions', ['办公室']),
          fact('priorThreePublic.receptionsFen', yuan(1)),
          fact('narrative.duties', []),
          fact('narrative.terms', [{ term: '三公', definition: '' }]),
          fact('vehiclesTotal', 1, 'faulty'),
        ],
      },
    );
    expect(facts.map(({ outcome }) => outcome)).toEqual([
      ...['changed', 'unchanged', 'changed', 'changed', 'unchanged', 'changed', 'faulty'],
    ]);
    expect(applyChanges(BUDGET, changes).profile).toEqual({
      ...EMPTY_PROFILE,
      ...{ staffOnPost: 24, divisions: ['办公室'] },
      priorThreePublic: { ...EMPTY_PROFILE.priorThreePublic, receptionsFen: yuan(1) },
      narrative: { ...EMPTY_PROFILE.narrative, terms: [{ term: '三公', definition: '' }] },
    });
  });
});
