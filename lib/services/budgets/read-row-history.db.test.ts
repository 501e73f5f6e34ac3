import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { listRowSaves } from '@/lib/db/row-history-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import { EMPTY_PROFILE } from '@/lib/domain/budget/empty-budget.ts';
import { passageKey } from '@/lib/domain/narrative/passage-key.ts';
import type { Actor, Role } from '@/lib/domain/workflow/roles.ts';
import type { RowHistoryPage } from '@/lib/domain/workflow/row-history.ts';
import type { ChangeOrigins } from '@/lib/schemas/changes.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { basicLine, fullContent } from '@/tests/full-content.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { planImport, storeBudget } from '../imports/store-budget.ts';
import { createBudget } from './create-budget.ts';
import { openBudget } from './open-budget.ts';
import { type RowHistoryInput, readRowHistory } from './read-row-history.ts';
import { returnBudget } from './return-budget.ts';
import { saveChanges } from './save-changes.ts';
import { submitBudget } from './submit-budget.ts';

useTestDatabase();

/** What the checks find is not the matter here. */
vi.mock('@/lib/domain/checks/examine-budget.ts', () => ({
  examineBudget: () => ({ annexes: [], narrative: null, results: [] }),
}));

let stage: Stage;
let people: Record<'CLERK' | 'REVIEWER', Actor>;
let unitId: string;
let budgetId: string;
let versionId: string;
let content: ReturnType<typeof fullContent>;
let units = 100;

async function newUnit() {
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  return (await database().unit.create({ data: unit })).id;
}

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  unitId = await newUnit();
  const person = (role: Role) => createActor(`${role}-${units}`, role, unitId);
  people = { CLERK: await person('CLERK'), REVIEWER: await person('REVIEWER') };
  content = fullContent();
  ({ budgetId, versionId } = await stageDraft({ unitId, year: stage.year }, content));
});

const taken = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

async function save(changes: readonly Change[], origins?: ChangeOrigins) {
  const { version, revisions } = taken(await openBudget(people.CLERK, { budgetId }));
  versionId = version.id;
  const about = { budgetId, versionId, requestId: randomUUID() };
  taken(await saveChanges(people.CLERK, { ...about, changes, revisions, ...(origins && { origins }) }));
}

const amount = (key: string, amountFen: bigint): Change => ({
  ...{ op: 'update', collection: 'expenditure', key },
  fields: { amountFen },
});
const history = async (input: Omit<RowHistoryInput, 'budgetId'>, actor = people.REVIEWER) =>
  taken(await readRowHistory(actor, { budgetId, ...input }));
const told = ({ entries }: RowHistoryPage) =>
  entries.map(({ act, versionNumber, fields }) => [
    act,
    versionNumber,
    Object.fromEntries(fields.map(({ field, before, after }) => [field, [before, after]])),
  ]);

describe('the history of a row', () => {
  it('is whole from its first save over an undo, a return and the next draft', async () => {
    const line = basicLine(7, 100n);
    const other = content.expenditure[0]?.key ?? '';
    await save([{ op: 'insert', collection: 'expenditure', row: line }], { workbook: [line.key] });
    await save([amount(line.key, 250n), amount(other, 1n)]);
    await save([amount(line.key, 100n)]);
    await save([{ op: 'delete', collection: 'expenditure', key: line.key }]);
    await save([{ op: 'insert', collection: 'expenditure', row: line }]);
    const { revisions } = taken(await openBudget(people.CLERK, { budgetId }));
    const about = { budgetId, versionId };
    taken(await submitBudget(people.CLERK, { ...about, contentRevision: revisions.content }));
    taken(await returnBudget(people.REVIEWER, { ...about, comment: '请核对' }));
    await save([{ ...amount(line.key, 300n), fields: { amountFen: 300n, note: '改' } } as Change]);

    const place = { collection: 'expenditure', rowKey: line.key } as const;
    const page = await history(place);
    expect(told(page)).toEqual([
      ['changed', 2, { amountFen: ['100', '300'], note: ['', '改'] }],
      ['restored', 1, expect.objectContaining({ amountFen: [undefined, '100'] })],
      ['removed', 1, expect.objectContaining({ amountFen: ['100', undefined] })],
      ['changed', 1, { amountFen: ['250', '100'] }],
      ['changed', 1, { amountFen: ['100', '250'] }],
      ['added', 1, expect.objectContaining({ amountFen: [undefined, '100'], economicCode: [undefined, '30201'] })],
    ]);
    expect(page.next).toBeNull();
    expect(page.entries.at(-1)).toMatchObject({ origin: 'workbook', actorName: `CLERK-${units}`, role: 'CLERK' });
    expect(told(await history({ ...place, field: 'note' }))).toEqual([
      ['changed', 2, { note: ['', '改'] }],
      ['restored', 1, { note: [undefined, ''] }],
      ['removed', 1, { note: ['', undefined] }],
      ['added', 1, { note: [undefined, ''] }],
    ]);
  });

  it('comes in pages', async () => {
    const key = content.expenditure[0]?.key ?? '';
    for (let fen = 1n; fen <= 33n; fen += 1n) await save([amount(key, fen)]);
    const place = { collection: 'expenditure', rowKey: key } as const;
    const first = await history(place);
    expect(first.entries).toHaveLength(30);
    expect(first.entries[0]?.fields).toEqual([{ field: 'amountFen', before: '32', after: '33' }]);
    const second = await history({ ...place, cursor: first.next ?? '' });
    expect(second.entries.map(({ fields }) => fields[0]?.after)).toEqual(['3', '2', '1']);
    expect(second.next).toBeNull();
    const ofField = await history({ ...place, field: 'note' });
    expect(ofField).toEqual({ entries: [], next: null });
  });

  it('begins with the import that brought it, and ends with the one that replaced it', async () => {
    unitId = await newUnit();
    const clerk = await createActor(`importer-${units}`, 'CLERK', unitId);
    people = { CLERK: clerk, REVIEWER: await createActor(`reader-${units}`, 'REVIEWER', unitId) };
    ({ budgetId, versionId } = taken(await createBudget(clerk, { unitId, year: stage.year })));
    const importOver = async (replaced: ReturnType<typeof fullContent>) => {
      const { budget } = taken(await openBudget(clerk, { budgetId }));
      const content = { ...budget, ...replaced };
      await inTransaction(async (tx) => {
        const plan = taken(await planImport(tx, { unitId, budget: content, replace: true }));
        await storeBudget(tx, clerk, plan, new Date());
      });
    };
    await importOver(content);
    const key = content.revenue[0]?.key ?? '';
    await save([{ op: 'update', collection: 'revenue', key, fields: { note: '改' } }]);
    await importOver(fullContent());
    const place = { collection: 'revenue', rowKey: key } as const;
    expect(told(await history(place))).toEqual([
      ['replaced', 1, {}],
      ['changed', 1, { note: ['注', '改'] }],
      ['began', 1, {}],
    ]);
    const profile = await history({ collection: null, rowKey: '' });
    expect(profile.entries.map(({ act }) => act)).toEqual(['replaced', 'replaced', 'began']);
  });

  it('tells of the profile field by field', async () => {
    const narrative = { ...EMPTY_PROFILE.narrative, duties: ['一', '二'], terms: [] };
    await save([{ op: 'profile', fields: { staffOnPost: 25 } }]);
    await save([{ op: 'profile', fields: { narrative } }]);
    const place = { collection: null, rowKey: '' } as const;
    expect(told(await history({ ...place, field: 'narrative.duties' }))).toEqual([
      ['changed', 1, { 'narrative.duties': [['一、受理来信'], ['一', '二']] }],
    ]);
    expect(told(await history({ ...place, field: 'staffOnPost' }))).toEqual([
      ['changed', 1, { staffOnPost: [24, 25] }],
    ]);
    expect((await history(place)).entries).toHaveLength(2);
  });
});

describe('nothing of another unit', () => {
  it('is read by who has no right on it', async () => {
    const place = { collection: 'revenue', rowKey: content.revenue[0]?.key ?? '' } as const;
    const asked = { budgetId, ...place };
    expect(await readRowHistory(stage.strangers.REVIEWER, asked)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await readRowHistory(stage.strangers.CLERK, asked)).toMatchObject({ ok: false });
    expect(await readRowHistory(stage.actors.ADMIN, asked)).toMatchObject({ ok: false });
    expect(await readRowHistory(people.CLERK, { ...asked, budgetId: randomUUID() })).toMatchObject({ ok: false });
    expect(await readRowHistory(people.CLERK, { ...asked, rowKey: 'none' })).toMatchObject({ ok: false });
  });

  it('comes with a key that rows of several budgets have', async () => {
    const row = { key: passageKey('intro'), position: 1, paragraphId: 'intro', text: '甲' };
    await save([{ op: 'insert', collection: 'passages', row }]);
    const foreign = await stageDraft({ unitId: await newUnit(), year: stage.year });
    const place = { collection: 'passages', rowKey: row.key } as const;
    expect((await history(place)).entries).toHaveLength(1);
    const office = stage.actors.BUDGET_OFFICE;
    const elsewhere = await readRowHistory(office, { budgetId: foreign.budgetId, ...place });
    expect(elsewhere).toEqual({ ok: true, value: { entries: [], next: null } });
  });
});

it('is found by its indexes', async () => {
  const place = { collection: 'revenue', rowKey: content.revenue[0]?.key ?? '' } as const;
  const query = { field: null, before: null, limit: 10 };
  const usedNothingElse = inTransaction(async (tx) => {
    await tx.$executeRaw`DROP INDEX audit_events_budget_id_id_idx, audit_events_whole_writings`;
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    await listRowSaves(tx, budgetId, place, query);
    await listRowSaves(tx, budgetId, { collection: null, rowKey: '' }, query);
    const scans = await tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM unnest(ARRAY['audit_events_profile_saves', 'audit_events_row_keys']) AS name
      WHERE pg_stat_get_xact_numscans(name::regclass) > 0 ORDER BY name`;
    throw new Error(scans.map(({ name }) => name).join());
  });
  await expect(usedNothingElse).rejects.toThrow('audit_events_profile_saves,audit_events_row_keys');
});
