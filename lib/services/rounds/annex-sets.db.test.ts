import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { VersionContent } from '@/lib/db/content-repository.ts';
import type { Rounding } from '@/lib/domain/annexes/rounding.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import { soundBudget } from '@/lib/domain/fixtures/sound-budget.ts';
import { DEFAULT_YEAR_SETTINGS } from '@/lib/domain/workflow/year-settings.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, type StagedDraft, setStage, stageDraft } from '@/tests/stage.ts';
import { openBudget } from '../budgets/open-budget.ts';
import { addComment } from '../comments/add-comment.ts';
import { exportBudget } from '../exports/export-budget.ts';
import { changeYear } from './change-year.ts';
import { createYear } from './create-year.ts';
import { openRound } from './open-round.ts';

useTestDatabase();

const YEAR = 2041;
const scheme = 'SINGLE_SUBMISSION' as const;

let stage: Stage;
let draft: StagedDraft;

beforeAll(async () => {
  stage = await setStage('311');
  await createYear(stage.actors.BUDGET_OFFICE, { year: YEAR, scheme, ...DEFAULT_YEAR_SETTINGS, annexSet: 'shanghai' });
  await openRound(stage.actors.BUDGET_OFFICE, { year: YEAR, ordinal: 1, revision: 1 });
  draft = await stageDraft({ unitId: stage.unitId, year: YEAR }, storable(soundBudget()));
});

/** A sample's rows under keys as the database has them. */
function storable(budget: Budget): Partial<VersionContent> {
  const keys = new Map<string, string>();
  const keyed = (part: unknown): unknown => {
    if (typeof part === 'string' && part.startsWith('309001:')) {
      const key = keys.get(part) ?? randomUUID();
      keys.set(part, key);
      return key;
    }
    if (Array.isArray(part)) return part.map(keyed);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, keyed(value)]));
  };
  const { department: _department, unit: _unit, year: _year, ...content } = budget;
  return keyed(content) as VersionContent;
}

const changed = (year: number, revision: number, annexSet: string, rounding: Rounding = 'EACH_CELL') =>
  changeYear(stage.actors.BUDGET_OFFICE, { year, revision, scheme, ...DEFAULT_YEAR_SETTINGS, annexSet, rounding });

describe('a year with the tables of Shanghai', () => {
  it('drafts and checks in them', async () => {
    const opened = await openBudget(stage.actors.CLERK, { budgetId: draft.budgetId });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value).toMatchObject({ annexSetRef: 'shanghai', rounding: 'EACH_CELL' });
    const { annexes, results } = examineBudget(opened.value);
    expect(annexes.map(({ number }) => number)).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((n) => `表${n}`),
    );
    expect(results.find(({ checkId }) => checkId === 'annex-6-8')?.outcome).toEqual({ status: 'ran', findings: [] });
    expect(results.find(({ checkId }) => checkId === 'annex-9-lines')?.outcome.status).toBe('not-applicable');
  });

  it('exports them in every format', async () => {
    const formats = ['pdf', 'xlsx', 'csv', 'json'] as const;
    const taken = await exportBudget(stage.actors.CLERK, { budgetId: draft.budgetId, formats });
    if (!taken.ok) throw new Error(JSON.stringify(taken.error));
    const entries = unzipSync(taken.value.bytes);
    const tables = Object.keys(entries).filter((name) => /^json\/\d/.test(name));
    expect(tables).toEqual(Array.from({ length: 9 }, (_, index) => `json/0${index + 1}.json`));
    const first = JSON.parse(strFromU8(entries['json/01.json'] ?? new Uint8Array()));
    expect(first).toMatchObject({ number: '表1', unit: '元' });
    expect(first.rows.at(-1).cells).toMatchObject({ incomeItem: '收入总计', incomeAmount: '1,130,000.00' });
  });

  it('takes remarks on their cells, and on no annex of Chongqing', async () => {
    const remark = (annex: string) =>
      addComment(stage.actors.REVIEWER, { ...draft, annex, annexRow: 'total', annexColumn: 'total', text: '请核对' });
    expect(await remark('8')).toMatchObject({ ok: true });
    expect(await remark('10')).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('stays in them once a round was opened', async () => {
    expect(await changed(YEAR, 1, 'chongqing')).toEqual({
      ok: false,
      error: { code: 'ROUND_REFUSED', reason: 'ANNEXES_FIXED' },
    });
    expect(await changed(YEAR, 1, 'shanghai')).toEqual({ ok: true, value: null });
  });
});

describe('a year that has not begun', () => {
  it('takes another set and another rounding, and records what they were', async () => {
    const year = 2042;
    await createYear(stage.actors.BUDGET_OFFICE, { year, scheme, ...DEFAULT_YEAR_SETTINGS });
    expect(await changed(year, 1, 'shanghai')).toEqual({ ok: true, value: null });
    expect(await changed(year, 2, 'chongqing', 'LARGEST_REMAINDER')).toEqual({ ok: true, value: null });
    const event = await database().auditEvent.findFirstOrThrow({
      where: { action: 'year.changed', detail: { path: ['year'], equals: year } },
      orderBy: { id: 'desc' },
    });
    expect(event.detail).toMatchObject({
      from: { annexSet: 'shanghai', rounding: 'EACH_CELL' },
      to: { annexSet: 'chongqing', rounding: 'LARGEST_REMAINDER' },
    });
  });

  it('is published with its custom of rounding stated', async () => {
    const { budgetId } = await stageDraft({ unitId: stage.unitId, year: 2042 });
    expect(await changed(2042, 3, 'shanghai')).toMatchObject({ error: { reason: 'ANNEXES_FIXED' } });
    const taken = await exportBudget(stage.actors.CLERK, { budgetId, formats: ['json'] });
    if (!taken.ok) throw new Error(taken.error.code);
    const narrative = strFromU8(unzipSync(taken.value.bytes)['narrative.json'] ?? new Uint8Array());
    expect(narrative).toContain('最大余数法');
  });
});
