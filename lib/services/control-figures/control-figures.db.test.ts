import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { type ControlItem, groupItem, projectItem, projectKeyOf } from '@/lib/domain/budget/control-figure.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { basicLine, fullContent } from '@/tests/full-content.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { openBudget } from '../budgets/open-budget.ts';
import { exportControlSheet } from './export-control-sheet.ts';
import { issueControlFigures } from './issue-control-figures.ts';
import { listControlTrail } from './list-control-trail.ts';
import { openControlSheet } from './open-control-sheet.ts';
import { previewControlFile } from './preview-control-file.ts';

useTestDatabase();

let stage: Stage;
let office: Actor;
let colleague: Actor;

beforeAll(async () => {
  stage = await setStage();
  office = stage.actors.BUDGET_OFFICE;
  colleague = await createActor('second-office', 'BUDGET_OFFICE', null);
});

beforeEach(() => database().controlFigure.deleteMany());

function figure(amountFen: bigint | null, seenFen: bigint | null = null, unitId = stage.unitId) {
  return { unitId, category: 'ROUTINE', item: '', source: 'GENERAL_PUBLIC', amountFen, seenFen } as const;
}

const issue = (actor: Actor, ...changes: ReturnType<typeof figure>[]) =>
  issueControlFigures(actor, { year: stage.year, note: '', changes });

const amounts = async () =>
  (await database().controlFigure.findMany({ orderBy: { unitId: 'asc' } })).map(({ amountFen }) => amountFen);

describe('control figures', () => {
  it('reach every unit in one act, and its draft', async () => {
    const { budgetId } = await stageDraft(stage);
    expect(await issue(office, figure(500n), figure(700n, null, stage.otherUnitId))).toMatchObject({
      ok: true,
      value: { count: 2 },
    });
    const opened = await openBudget(stage.actors.CLERK, { budgetId });
    expect(opened).toMatchObject({
      ok: true,
      value: { controlFigures: [{ category: 'ROUTINE', item: '', source: 'GENERAL_PUBLIC', amountFen: 500n }] },
    });
    const [event] = await database().auditEvent.findMany({ where: { action: 'control.issued', budgetId } });
    expect(event?.detail).toMatchObject({ year: stage.year, figures: [{ from: null, to: '500' }] });
  });

  it('are changed and withdrawn by naming what stood there', async () => {
    await issue(office, figure(500n));
    expect(await issue(office, figure(600n, 500n))).toMatchObject({ ok: true });
    expect(await amounts()).toEqual([600n]);
    expect(await issue(office, figure(null, 600n))).toMatchObject({ ok: true });
    expect(await amounts()).toEqual([]);
  });

  it('are issued whole or not at all', async () => {
    await issue(office, figure(500n));
    const late = await issue(colleague, figure(800n, null, stage.otherUnitId), figure(900n));
    expect(late).toEqual({ ok: false, error: { code: 'RECORD_CHANGED' } });
    expect(await amounts()).toEqual([500n]);
  });

  it('have one winner when two offices issue at once', async () => {
    let seen: bigint | null = null;
    for (let round = 1n; round <= 15n; round++) {
      const outcomes = await Promise.all([
        issue(office, figure(round * 10n, seen)),
        issue(colleague, figure(round * 10n + 1n, seen)),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const [stored] = await amounts();
      expect(stored).toBe(outcomes[0]?.ok ? round * 10n : round * 10n + 1n);
      seen = stored ?? null;
    }
  });

  it('need a year and a unit that there are', async () => {
    expect(await issueControlFigures(office, { year: 2031, note: '', changes: [figure(1n)] })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await issue(office, figure(1n, null, '00000000-0000-4000-8000-000000000000'))).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await amounts()).toEqual([]);
  });

  it('are listed for every unit in use, the newest year when none is named', async () => {
    await issue(office, figure(500n));
    const sheet = await openControlSheet(office, {});
    expect(sheet).toMatchObject({ ok: true, value: { year: stage.year, years: [stage.year] } });
    const units = sheet.ok ? sheet.value.units : [];
    expect(units.map(({ unitCode, figures }) => [unitCode, figures.length])).toEqual([
      ['309001', 1],
      ['309002', 0],
    ]);
    expect(await openControlSheet(office, { year: 2031 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('figures of groups and projects', () => {
  const projects = (item: ControlItem, amountFen: bigint | null, seenFen: bigint | null = null) =>
    ({ unitId: staged.unitId, category: 'PROJECT', item, source: 'GENERAL_PUBLIC', amountFen, seenFen }) as const;
  const issueFor = (...changes: ReturnType<typeof projects>[]) =>
    issueControlFigures(office, { year: stage.year, note: ' 财预〔2023〕1号 ', changes });
  let staged: Stage;
  let budgetId: string;
  let versionId: string;
  let item: ControlItem;

  beforeAll(async () => {
    staged = await setStage('320');
    const content = fullContent();
    const [project] = content.projects;
    if (!project) throw new Error('no project');
    item = projectItem(project.key);
    const line = { ...basicLine(3, 900n), projectKey: project.key, functionCode: '' };
    ({ budgetId, versionId } = await stageDraft(staged, { ...content, expenditure: [line] }));
  });

  it('stand beside what the newest version plans', async () => {
    await issueFor(projects(groupItem('INITIAL_GENERAL'), 1_000n), projects(item, 950n));
    const sheet = await openControlSheet(stage.actors.AUDITOR, { year: stage.year });
    const unit = sheet.ok ? sheet.value.units.find(({ unitId }) => unitId === staged.unitId) : undefined;
    expect(sheet).toMatchObject({ value: { canIssue: false } });
    expect(unit?.entered).toMatchObject([{ category: 'PROJECT', projectKey: projectKeyOf(item), amountFen: 900n }]);
    expect(unit?.figures).toHaveLength(2);
    expect(unit?.projects).toMatchObject([{ name: '信访救助', category: 'INITIAL_GENERAL' }]);
  });

  it('are refused where they come to more than the whole, whole', async () => {
    expect(await issueFor(projects('', 500n), projects(item, 501n))).toEqual({
      ok: false,
      error: {
        ...{ code: 'CONTROL_EXCEEDED', unitName: '单位001', what: '项目支出', others: 0 },
        ...{ limitFen: '500', allocatedFen: '501' },
      },
    });
    expect(await amounts()).toEqual([]);
  });

  it('name the units that have sent their budget and now exceed', async () => {
    await database().budgetVersion.update({
      where: { id: versionId },
      data: { state: 'SUBMITTED', submittedAt: new Date(), submittedById: staged.actors.CLERK.userId },
    });
    expect(await issueFor(projects(item, 899n))).toMatchObject({
      value: { count: 1, unitCount: 1, exceeding: [{ unitCode: '320001', budgetId }] },
    });
    expect(await issueFor(projects(item, 900n, 899n))).toMatchObject({ value: { exceeding: [] } });
  });

  it('leave a trail with the note, for the unit’s own people too', async () => {
    await issueFor(projects(item, 5n));
    const input = { unitId: staged.unitId, year: stage.year };
    const trail = await listControlTrail(staged.actors.CLERK, input);
    expect(trail.ok && trail.value[0]).toMatchObject({
      ...{ actorName: 'budget-office-309', role: 'BUDGET_OFFICE', note: '财预〔2023〕1号' },
      changes: [{ category: 'PROJECT', item, source: 'GENERAL_PUBLIC', from: null, to: '5' }],
    });
    expect(await listControlTrail(stage.actors.AUDITOR, input)).toMatchObject({ ok: true });
    expect(await listControlTrail(stage.actors.CLERK, input)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('come from before the budget there was, and from the events of whole categories', async () => {
    await issue(office, figure(70n, null, stage.otherUnitId));
    const trail = await listControlTrail(office, { unitId: stage.otherUnitId, year: stage.year });
    expect(trail.ok && trail.value[0]?.changes).toMatchObject([{ item: '', to: '70' }]);
  });

  it('are exported in the form in which they are read back', async () => {
    await issueFor(projects('', 2_000n), projects(item, 950n));
    const file = await exportControlSheet(stage.actors.AUDITOR, { year: stage.year, source: 'GENERAL_PUBLIC' });
    if (!file.ok) throw new Error(file.error.code);
    expect(file.value.name).toBe('2023年控制数.xlsx');
    const input = { year: stage.year, bytes: file.value.bytes };
    const reading = await previewControlFile(office, input);
    const own = reading.ok ? reading.value.figures.filter(({ unitId }) => unitId === staged.unitId) : [];
    expect(reading).toMatchObject({ value: { faults: [] } });
    expect(own.filter(({ amountFen }) => amountFen !== null)).toEqual([
      { unitId: staged.unitId, category: 'PROJECT', item: '', source: 'GENERAL_PUBLIC', amountFen: 2_000n },
      { unitId: staged.unitId, category: 'PROJECT', item, source: 'GENERAL_PUBLIC', amountFen: 950n },
    ]);
    expect(await previewControlFile(stage.actors.AUDITOR, input)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});
