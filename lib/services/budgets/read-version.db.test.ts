import { beforeAll, expect, it } from 'vitest';
import { insertContent } from '@/lib/db/content-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createDraft, moveVersion } from '@/lib/db/version-repository.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { readVersion } from './read-version.ts';

useTestDatabase();

let stage: Stage;
let budgetId: string;

beforeAll(async () => {
  stage = await setStage();
  const draft = await stageDraft(stage, fullContent());
  ({ budgetId } = draft);
  await inTransaction(async (tx) => {
    const submission = { versionId: draft.versionId, contentRevision: 1, at: new Date(), comment: null };
    const actorId = stage.actors.CLERK.userId;
    await moveVersion(tx, { ...submission, actorId, from: 'DRAFT', to: 'SUBMITTED' });
    await moveVersion(tx, { ...submission, actorId, from: 'SUBMITTED', to: 'WITHDRAWN' });
    const second = { budgetId, number: 2, roundId: null, createdAt: new Date() };
    await insertContent(tx, await createDraft(tx, second), EMPTY_CONTENT);
  });
});

it('gives the rows of the version that is named, of this budget alone', async () => {
  const first = await readVersion(stage.actors.REVIEWER, { budgetId, number: 1 });
  const second = await readVersion(stage.actors.REVIEWER, { budgetId, number: 2 });
  expect(first.ok && first.value.expenditure.length).toBe(fullContent().expenditure.length);
  expect(second.ok && second.value.expenditure).toEqual([]);
  expect(first.ok && [first.value.year, first.value.unit.code]).toEqual([2023, '309001']);
});

it('knows no version that is not there, and shows none to a stranger', async () => {
  const read = (actor = stage.actors.CLERK, number = 3) => readVersion(actor, { budgetId, number });
  expect(await read()).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  expect(await read(stage.strangers.REVIEWER, 1)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});
