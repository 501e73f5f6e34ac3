import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/tests/database.ts';
import { database } from './client.ts';
import { inSnapshot, inTransaction, sqlState, violatedConstraint } from './transaction.ts';

useTestDatabase();

const setting = (name: string, value: string) => ({ where: { name }, create: { name, value }, update: { value } });
const storedValue = async (name: string) => (await database().setting.findUnique({ where: { name } }))?.value;

beforeAll(async () => {
  for (const name of ['one', 'two', 'read']) await database().setting.create({ data: { name, value: 'before' } });
});

describe('inTransaction', () => {
  it('commits what returns and rolls back what throws', async () => {
    await inTransaction((tx) => tx.setting.upsert(setting('kept', 'yes')));
    const failing = inTransaction(async (tx) => {
      await tx.setting.upsert(setting('kept', 'no'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await storedValue('kept')).toBe('yes');
  });

  it.each(['40001', '40P01'])('runs again after SQLSTATE %s', async (state) => {
    let runs = 0;
    const result = await inTransaction(async (tx) => {
      runs += 1;
      if (runs < 3) await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${state}'; END $$`);
      return runs;
    });
    expect(result).toBe(3);
  });

  it('gives up in the end, and at once for other errors', async () => {
    let runs = 0;
    const failWith = (state: string) =>
      inTransaction(async (tx) => {
        runs += 1;
        await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${state}'; END $$`);
      });
    await expect(failWith('40001')).rejects.toSatisfy((error) => sqlState(error) === '40001');
    expect(runs).toBe(6);
    runs = 0;
    await expect(failWith('MS001')).rejects.toSatisfy((error) => sqlState(error) === 'MS001');
    expect(runs).toBe(1);
  });

  it('outlives a real deadlock', async () => {
    const lockBoth = (first: string, second: string) =>
      inTransaction(async (tx) => {
        await tx.setting.update({ where: { name: first }, data: { value: first } });
        await tx.$executeRaw`SELECT pg_sleep(0.05)`;
        await tx.setting.update({ where: { name: second }, data: { value: first } });
      });
    await Promise.all([lockBoth('one', 'two'), lockBoth('two', 'one')]);
    expect(await storedValue('one')).toBe(await storedValue('two'));
  });

  it('names the constraint that refused a write', async () => {
    const error = await database()
      .setting.create({ data: { name: 'one', value: '' } })
      .catch((caught: unknown) => caught);
    expect(violatedConstraint(error)).toBe('settings_pkey');
    expect(violatedConstraint(new Error('no database'))).toBeNull();
  });
});

describe('inSnapshot', () => {
  it('reads everything as of one moment', async () => {
    await inSnapshot(async (tx) => {
      const read = async () => (await tx.setting.findUniqueOrThrow({ where: { name: 'read' } })).value;
      expect(await read()).toBe('before');
      await database().setting.update({ where: { name: 'read' }, data: { value: 'after' } });
      expect(await read()).toBe('before');
    });
    expect(await storedValue('read')).toBe('after');
  });
});
