import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { openBudget } from '../budgets/open-budget.ts';
import { issueControlFigures } from './issue-control-figures.ts';
import { openControlSheet } from './open-control-sheet.ts';

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
