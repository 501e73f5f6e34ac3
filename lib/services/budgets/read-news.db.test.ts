import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { replaceContent } from '@/lib/db/content-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { bumpContentRevision } from '@/lib/db/version-repository.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { basicLine, fullContent } from '@/tests/full-content.ts';
import { createActor, type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { addComment } from '../comments/add-comment.ts';
import { readNews, type TaggedNews } from './read-news.ts';
import { saveChanges } from './save-changes.ts';

useTestDatabase();

let stage: Stage;
let clerk: Actor;
let colleague: Actor;
let budgetId: string;
let versionId: string;
let content: ReturnType<typeof fullContent>;
let units = 400;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  const { id: unitId } = await database().unit.create({ data: unit });
  clerk = await createActor(`clerk-${units}`, 'CLERK', unitId);
  colleague = await createActor(`colleague-${units}`, 'CLERK', unitId);
  content = fullContent();
  ({ budgetId, versionId } = await stageDraft({ unitId, year: stage.year }, content));
});

async function ask(actor: Actor, since: number, seenTag: string | null = null): Promise<TaggedNews> {
  const read = await readNews(actor, { budgetId, versionId, since, seenTag });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

async function save(actor: Actor, changes: readonly Change[], rows: Record<string, number> = {}) {
  const revisions = { rows, profile: 1 };
  const saved = await saveChanges(actor, { budgetId, versionId, requestId: randomUUID(), changes, revisions });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value;
}

const keyOf = (rows: readonly { readonly key: string }[]): string => {
  const [row] = rows;
  if (!row) throw new Error('the list is empty');
  return row.key;
};

describe('news of a draft', () => {
  it('are the rows that somebody saved, as they are now, with who it was', async () => {
    const changed = keyOf(content.revenue);
    const deleted = keyOf(content.procurement);
    const line = basicLine(9, 700n);
    await save(
      clerk,
      [
        { op: 'update', collection: 'revenue', key: changed, fields: { note: '新注' } },
        { op: 'delete', collection: 'procurement', key: deleted },
        { op: 'insert', collection: 'expenditure', row: line },
        { op: 'profile', fields: { staffOnPost: 44 } },
      ],
      { [changed]: 1, [deleted]: 1 },
    );
    const { news } = await ask(colleague, 1);
    expect(news).toMatchObject({ versionId, state: 'DRAFT', contentRevision: 2 });
    expect(news?.content?.profile).toMatchObject({ theirs: { staffOnPost: 44 }, revision: 2 });
    const rows = Object.fromEntries((news?.content?.rows ?? []).map((row) => [row.key, row]));
    expect(rows[changed]).toMatchObject({ theirs: { note: '新注' }, revision: 2 });
    expect(rows[deleted]).toMatchObject({ theirs: null, revision: 0 });
    expect(rows[line.key]).toMatchObject({ theirs: { amountFen: 700n }, savedByName: expect.any(String) });
    expect(Object.keys(rows)).toHaveLength(3);
  });

  it('are nothing where nothing happened since the tag that is named', async () => {
    await ask(colleague, 1);
    const first = await ask(clerk, 1);
    expect(first.news?.content).toEqual({ rows: [], profile: null });
    expect(await ask(clerk, 1, first.tag)).toEqual({ tag: first.tag, news: null });
    await save(colleague, [{ op: 'insert', collection: 'expenditure', row: basicLine(9, 1n) }]);
    expect((await ask(clerk, 1, first.tag)).news?.content?.rows).toHaveLength(1);
  });

  it('name a row once however often it was saved, and skip what was known before', async () => {
    const key = keyOf(content.revenue);
    const note = (text: string): Change => ({ op: 'update', collection: 'revenue', key, fields: { note: text } });
    await save(clerk, [note('一')], { [key]: 1 });
    await save(clerk, [note('二')], { [key]: 2 });
    await save(clerk, [{ op: 'insert', collection: 'expenditure', row: basicLine(9, 1n) }]);
    expect((await ask(colleague, 1)).news?.content?.rows).toHaveLength(2);
    expect((await ask(colleague, 3)).news?.content?.rows).toHaveLength(1);
  });

  it('say that the whole state has to be read after a change that is in no save', async () => {
    await inTransaction(async (tx) => replaceContent(tx, versionId, content, await bumpContentRevision(tx, versionId)));
    expect((await ask(clerk, 1)).news).toMatchObject({ contentRevision: 2, content: null });
    expect((await ask(clerk, 7)).news?.content).toBeNull();
  });

  it('change with every remark', async () => {
    const before = await ask(clerk, 1);
    const remark = { budgetId, versionId, parentId: null, collection: null, rowKey: null, field: null, text: '请核对' };
    expect(await addComment(clerk, remark)).toMatchObject({ ok: true });
    const after = await ask(clerk, 1, before.tag);
    expect(after.news?.remarks).not.toBe(before.news?.remarks);
  });

  it('are refused to others', async () => {
    const unit = { departmentId: stage.departmentId, code: `308${units}`, name: '他', fullName: '他' };
    const { id: unitId } = await database().unit.create({ data: unit });
    const stranger = await createActor(`stranger-${units}`, 'CLERK', unitId);
    expect(await readNews(stranger, { budgetId, versionId, since: 1, seenTag: null })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
    expect(await readNews(clerk, { budgetId: randomUUID(), versionId, since: 1, seenTag: null })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('who has a draft open', () => {
  it('is named to the others while they ask, and no longer', async () => {
    expect((await ask(clerk, 1)).news?.present).toEqual([]);
    const seen = await ask(colleague, 1);
    expect(seen.news?.present).toHaveLength(1);
    expect((await ask(clerk, 1)).news?.present).toHaveLength(1);
    await database().$executeRaw`UPDATE draft_presence SET seen_at = now() - interval '1 minute'`;
    expect((await ask(clerk, 1)).news?.present).toEqual([]);
  });
});

describe('a row that was deleted and comes back', () => {
  it('is at a revision that it never had', async () => {
    const key = keyOf(content.procurement);
    const [row] = content.procurement;
    if (!row) throw new Error('no procurement');
    await save(clerk, [{ op: 'delete', collection: 'procurement', key }], { [key]: 1 });
    const saved = await save(clerk, [{ op: 'insert', collection: 'procurement', row }]);
    expect(saved.rows[key]).toBe(3);
    const stale = await saveChanges(colleague, {
      budgetId,
      versionId,
      requestId: randomUUID(),
      changes: [{ op: 'update', collection: 'procurement', key, fields: { item: '改' } }],
      revisions: { rows: { [key]: 1 } },
    });
    expect(stale).toMatchObject({ ok: false, error: { code: 'STALE' } });
  });
});
