import { beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS } from '@/lib/domain/budget/budget.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { basicLine, fullContent } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { database } from './client.ts';
import { copyContent, loadContent, replaceContent } from './content-repository.ts';
import { CONTENT_TABLES, PROFILE_TABLE } from './content-tables.ts';
import { inTransaction } from './transaction.ts';

useTestDatabase();

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});

const content = fullContent();
let versionId: string;
beforeAll(async () => {
  ({ versionId } = await stageDraft(stage, content));
});

describe('the content of a version', () => {
  it('comes back as it was written, exact to the fen and in order', async () => {
    const loaded = await loadContent(database(), versionId);
    expect(loaded.content).toEqual(content);
    expect(new Set(Object.values(loaded.rowRevisions))).toEqual(new Set([1]));
    expect(Object.keys(loaded.rowRevisions)).toHaveLength(
      COLLECTIONS.reduce((count, collection) => count + content[collection].length, 0),
    );
    expect(loaded.profileRevision).toBe(1);
  });

  it('is copied whole, with keys and explanations, and begins at revision 1 again', async () => {
    const explanation = { findingKey: 'k', text: '说明', authorId: stage.actors.CLERK.userId };
    await database().explanation.create({ data: { versionId, ...explanation } });
    await database().revenueLine.updateMany({ where: { versionId }, data: { revision: 7 } });
    const other = await stageDraft({ unitId: stage.otherUnitId, year: stage.year });
    await database().unitProfile.delete({ where: { versionId: other.versionId } });
    await inTransaction((tx) => copyContent(tx, versionId, other.versionId));
    const copied = await loadContent(database(), other.versionId);
    expect(copied.content).toEqual(content);
    expect(new Set(Object.values(copied.rowRevisions))).toEqual(new Set([1]));
    const explanations = await database().explanation.findMany({ where: { versionId: other.versionId } });
    expect(explanations).toMatchObject([explanation]);
  });

  it('is replaced whole, at a revision that no row had before', async () => {
    const replacement = { ...EMPTY_CONTENT, expenditure: [basicLine(1, 5n)] };
    await inTransaction((tx) => replaceContent(tx, versionId, replacement, 12));
    const loaded = await loadContent(database(), versionId);
    expect(loaded.content).toEqual(replacement);
    expect(Object.values(loaded.rowRevisions)).toEqual([12]);
    expect(loaded.profileRevision).toBe(12);
  });

  it('knows every table that a version owns, and every column of it', async () => {
    const columns = await database().$queryRaw<{ table: string; column: string }[]>`
      SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.table_name IN (
        SELECT table_name FROM information_schema.columns WHERE column_name = 'version_id')
        AND c.table_name NOT IN ('explanations', 'comments', 'save_requests', 'audit_events', 'draft_presence',
          'explanation_verdicts', 'review_digests', 'notices', 'editions', 'edition_sources')
        AND c.column_name NOT IN ('version_id', 'key', 'revision')`;
    const known = [...Object.values(CONTENT_TABLES), PROFILE_TABLE].flatMap((described) =>
      described.columns.map((column) => `${described.table}.${column}`),
    );
    expect(known.sort()).toEqual(columns.map(({ table, column }) => `${table}.${column}`).sort());
  });

  it('is frozen in every one of these tables', async () => {
    const guarded = await database().$queryRaw<{ table: string }[]>`
      SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname = 'guard_version_content'`;
    const owned = [...Object.values(CONTENT_TABLES), PROFILE_TABLE].map(({ table }) => table).concat('explanations');
    expect(guarded.map(({ table }) => table).sort()).toEqual(owned.sort());
  });
});

describe('the migrations', () => {
  it('have produced what the Prisma schema says', async () => {
    const tables = await database().$queryRaw<{ table: string }[]>`
      SELECT tablename AS table FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
    expect(tables).toHaveLength(Object.keys(Prisma.ModelName).length);
  });
});
