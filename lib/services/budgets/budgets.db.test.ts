import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import { budgetStateSchema } from '@/lib/schemas/budget-state.ts';
import { encodeWire } from '@/lib/schemas/changes.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { basicLine, fullContent } from '@/tests/full-content.ts';
import { type Stage, type StagedDraft, setStage, stageDraft } from '@/tests/stage.ts';
import { addComment } from '../comments/add-comment.ts';
import { createBudget } from './create-budget.ts';
import { listBudgets } from './list-budgets.ts';
import { listHistory } from './list-history.ts';
import { openBudget } from './open-budget.ts';
import { readState } from './read-state.ts';
import { saveChanges } from './save-changes.ts';

useTestDatabase();

const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } };
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } };

let stage: Stage;
let draft: StagedDraft;
const content = fullContent();

beforeAll(async () => {
  stage = await setStage();
  draft = await stageDraft(stage, content);
});

describe('opening a budget', () => {
  it('gives everything a screen needs', async () => {
    const opened = await openBudget(stage.actors.CLERK, { budgetId: draft.budgetId });
    if (!opened.ok) throw new Error(opened.error.code);
    const { value } = opened;
    expect(value).toMatchObject({
      ...{
        budgetId: draft.budgetId,
        unitId: stage.unitId,
        annexSetRef: 'chongqing',
        rounding: 'EACH_CELL',
        comments: [],
        explanations: [],
      },
      settings: { projectWeightTotal: 90, overallWeightTotal: 100, changeThresholdPercent: 30 },
      version: { id: draft.versionId, number: 1, state: 'DRAFT' },
      revisions: { profile: 1, content: 1 },
    });
    expect(value.budget).toMatchObject({
      ...content,
      year: 2023,
      unit: { code: '309001' },
      department: { code: '309' },
    });
    expect(value.edition.year).toBe(2023);
    expect(value.permittedActions).toContain('budget.edit');
    expect(value.permittedActions).not.toContain('budget.approve');
  });

  it('finds nothing under an unknown id or number', async () => {
    expect(await openBudget(stage.actors.CLERK, { budgetId: randomUUID() })).toEqual(NOT_FOUND);
    expect(await openBudget(stage.actors.CLERK, { budgetId: 'nonsense' })).toEqual(NOT_FOUND);
    expect(await openBudget(stage.actors.CLERK, { budgetId: draft.budgetId, number: 2 })).toEqual(NOT_FOUND);
  });

  it('is refused to other units and to who may not read budgets', async () => {
    for (const actor of [...Object.values(stage.strangers), stage.actors.ADMIN]) {
      expect(await openBudget(actor, draft)).toEqual(FORBIDDEN);
      expect(await readState(actor, draft)).toEqual(FORBIDDEN);
    }
  });

  it('also gives the newest state as an editor can decode it from the wire', async () => {
    const state = await readState(stage.actors.CLERK, draft);
    if (!state.ok) throw new Error(state.error.code);
    expect(state.value).toMatchObject({ versionId: draft.versionId, number: 1, state: 'DRAFT', content });
    expect(budgetStateSchema.parse(JSON.parse(encodeWire(state.value)))).toEqual(state.value);
    expect(await readState(stage.actors.CLERK, { budgetId: randomUUID() })).toEqual(NOT_FOUND);
  });
});

describe('starting a budget', () => {
  it('makes an empty first draft in the round that is open, once', async () => {
    const { year } = await database().fiscalYear.create({ data: { year: 2024 } });
    const openedAt = new Date('2000-01-01');
    const first = { year, ordinal: 1, kind: 'FIRST_SUBMISSION', state: 'CLOSED', openedAt } as const;
    await database().round.create({ data: { ...first, closedAt: new Date('2000-02-01') } });
    const second = await database().round.create({
      data: { year, ordinal: 2, kind: 'SECOND_SUBMISSION', state: 'OPEN', openedAt },
    });
    const start = () => createBudget(stage.actors.CLERK, { unitId: stage.unitId, year });
    const outcomes = await Promise.all([start(), start(), start()]);
    const started = outcomes.filter((outcome) => outcome.ok);
    expect(started).toHaveLength(1);
    for (const outcome of outcomes) {
      if (!outcome.ok) expect(outcome.error).toEqual({ code: 'BUDGET_EXISTS', unitName: '单位001', year });
    }
    const budgetId = started[0]?.value.budgetId ?? '';
    const state = await readState(stage.actors.CLERK, { budgetId });
    expect(state).toMatchObject({ ok: true, value: { state: 'DRAFT', content: EMPTY_CONTENT, number: 1 } });
    const version = await database().budgetVersion.findFirstOrThrow({ where: { budgetId } });
    expect(version.roundId).toBe(second.id);
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true, events: 1 });
  });

  it('needs an open year and a unit in use', async () => {
    const start = (unitId: string, year: number) => createBudget(stage.actors.CLERK, { unitId, year });
    expect(await start(stage.unitId, 2077)).toEqual({ ok: false, error: { code: 'YEAR_NOT_OPEN', year: 2077 } });
    await database().fiscalYear.create({ data: { year: 2025 } });
    const closed = { year: 2025, ordinal: 1, kind: 'SINGLE_SUBMISSION' } as const;
    await database().round.create({ data: closed });
    expect(await start(stage.unitId, 2025)).toEqual({ ok: false, error: { code: 'YEAR_NOT_OPEN', year: 2025 } });
    await database().unit.update({ where: { id: stage.otherUnitId }, data: { disabledAt: new Date() } });
    const stranger = { unitId: stage.otherUnitId, year: 2023 };
    expect(await createBudget(stage.strangers.CLERK, stranger)).toEqual(NOT_FOUND);
    await database().unit.update({ where: { id: stage.otherUnitId }, data: { disabledAt: null } });
  });

  it('is for the unit’s own clerk', async () => {
    const others = [stage.strangers.CLERK, stage.actors.REVIEWER, stage.actors.BUDGET_OFFICE, stage.actors.ADMIN];
    for (const actor of others) {
      expect(await createBudget(actor, { unitId: stage.unitId, year: 2024 })).toEqual(FORBIDDEN);
    }
  });
});

describe('the list of budgets', () => {
  const read = async (actor: Parameters<typeof listBudgets>[0], year?: number) => {
    const list = await listBudgets(actor, { year });
    if (!list.ok) throw new Error(list.error.code);
    return list.value;
  };

  it('shows each role its units, with exact totals and open remarks', async () => {
    const comment = { budgetId: draft.budgetId, versionId: draft.versionId, text: '请核对' };
    const added = await addComment(stage.actors.REVIEWER, comment);
    await addComment(stage.actors.CLERK, { ...comment, parentId: added.ok ? added.value.id : null });
    for (const actor of [stage.actors.CLERK, stage.actors.REVIEWER, stage.actors.BUDGET_OFFICE, stage.actors.AUDITOR]) {
      const { budgets } = await read(actor, 2023);
      expect(budgets).toMatchObject([
        {
          ...{ budgetId: draft.budgetId, unitCode: '309001', departmentName: '信访办', year: 2023, openComments: 1 },
          ...{ totalFen: 9_007_199_254_741_093n, priorTotalFen: 937_600_000n },
          version: { number: 1, state: 'DRAFT', contentRevision: 1, submittedAt: null },
        },
      ]);
    }
    expect((await read(stage.strangers.CLERK)).budgets).toEqual([]);
    expect(await listBudgets(stage.actors.ADMIN, {})).toEqual(FORBIDDEN);
  });

  it('lists every year, newest first, and one year alone when asked', async () => {
    const years = async (year?: number) => (await read(stage.actors.CLERK, year)).budgets.map((item) => item.year);
    expect(await years()).toEqual([2024, 2023]);
    expect(await years(2024)).toEqual([2024]);
  });

  it('offers a clerk the units without a budget in an open year, and nobody else', async () => {
    expect((await read(stage.actors.CLERK)).startable).toEqual([]);
    expect((await read(stage.strangers.CLERK)).startable).toMatchObject([
      { unitId: stage.otherUnitId, unitCode: '309002', departmentName: '信访办', year: 2024 },
      { unitId: stage.otherUnitId, year: 2023 },
    ]);
    expect((await read(stage.actors.BUDGET_OFFICE)).startable).toEqual([]);
  });

  it('adds amounts beyond what one column holds', async () => {
    const other = await stageDraft(
      { unitId: stage.otherUnitId, year: 2023 },
      {
        expenditure: Array.from({ length: 1_000 }, (_, index) => basicLine(index, 9_900_000_000_000_000n)),
      },
    );
    const item = (await read(stage.strangers.CLERK)).budgets.find(({ budgetId }) => budgetId === other.budgetId);
    expect(item?.totalFen).toBe(9_900_000_000_000_000_000n);
  });
});

describe('the history', () => {
  it('says who did what, newest first, with values before and after, page by page', async () => {
    const { budgetId, versionId } = draft;
    const { key, position } = content.goals[0] ?? { key: '', position: 0 };
    for (let revision = 1; revision <= 105; revision++) {
      const saved = await saveChanges(stage.actors.CLERK, {
        ...{ budgetId, versionId, requestId: randomUUID() },
        changes: [{ op: 'update', collection: 'goals', key, fields: { text: `目标 ${revision}`, position } }],
        revisions: { rows: { [key]: revision } },
      });
      expect(saved.ok).toBe(true);
    }
    const page = await listHistory(stage.actors.AUDITOR, { budgetId });
    if (!page.ok) throw new Error(page.error.code);
    expect(page.value.entries).toHaveLength(100);
    expect(page.value.entries[0]).toMatchObject({
      ...{
        actorName: 'CLERK-309',
        role: 'CLERK',
        versionNumber: 1,
        action: 'budget.saved',
        text: null,
        changeCount: 1,
      },
      changes: [{ op: 'update', collection: 'goals', key, before: { text: '目标 104' }, after: { text: '目标 105' } }],
    });
    const rest = await listHistory(stage.actors.AUDITOR, { budgetId, before: page.value.next ?? '' });
    if (!rest.ok) throw new Error(rest.error.code);
    expect(rest.value.next).toBeNull();
    expect(rest.value.entries.map(({ action, text }) => [action, text])).toEqual([
      ...Array.from({ length: 5 }, () => ['budget.saved', null]),
      ['comment.added', '请核对'],
      ['comment.added', '请核对'],
    ]);
  });

  it('shows the first changes of a great paste and how many there were', async () => {
    const { budgetId, versionId } = draft;
    await saveChanges(stage.actors.CLERK, {
      ...{ budgetId, versionId, requestId: randomUUID() },
      changes: Array.from({ length: 300 }, (_, index) => ({
        ...({ op: 'insert', collection: 'expenditure', row: basicLine(index + 10, 7n) } as const),
      })),
      revisions: { rows: {} },
    });
    const page = await listHistory(stage.actors.CLERK, { budgetId });
    const newest = page.ok ? page.value.entries[0] : undefined;
    expect(newest?.changeCount).toBe(300);
    expect(newest?.changes).toHaveLength(50);
    expect(newest?.changes[0]).toMatchObject({ op: 'insert', before: null, after: { amountFen: '7' } });
  });

  it('is refused to other units, and finds nothing under an unknown id', async () => {
    for (const actor of [...Object.values(stage.strangers), stage.actors.ADMIN]) {
      expect(await listHistory(actor, draft)).toEqual(FORBIDDEN);
    }
    expect(await listHistory(stage.actors.AUDITOR, { budgetId: randomUUID() })).toEqual(NOT_FOUND);
  });
});
