import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fullContent } from '@/tests/full-content.ts';
import { COLLECTIONS } from '../domain/budget/budget.ts';
import type { Change } from '../domain/budget/changes.ts';
import { MAX_AMOUNT_FEN } from '../domain/money/parse.ts';
import {
  changeSchema,
  decodeChanges,
  encodeSaveRequest,
  encodeWire,
  saveRequestSchema,
  saveResponseSchema,
  staleResponseSchema,
} from './changes.ts';

const content = fullContent();

/** An insert, an update of every field, and a delete in each list, and a change of the whole profile. */
const EVERY_CHANGE: readonly Change[] = [
  ...COLLECTIONS.flatMap((collection) =>
    content[collection].flatMap((row) => {
      const { key, ...fields } = row;
      return [
        { op: 'insert', collection, row },
        { op: 'update', collection, key, fields },
        { op: 'delete', collection, key },
      ] as Change[];
    }),
  ),
  { op: 'profile', fields: content.profile },
];

const line = content.revenue[0];
const onWire = (row: object): unknown => JSON.parse(encodeWire({ op: 'insert', collection: 'revenue', row }));

describe('changes on the wire', () => {
  it('come back as they were sent, exact to the fen', () => {
    expect(EVERY_CHANGE.length).toBeGreaterThan(30);
    expect(decodeChanges(encodeWire(EVERY_CHANGE))).toEqual(EVERY_CHANGE);
  });

  it('are none where the text is no list of changes', () => {
    expect(decodeChanges('')).toBeNull();
    expect(decodeChanges('{}')).toBeNull();
    expect(decodeChanges('[{"op":"insert"}]')).toBeNull();
  });

  it('make a save with its request id and revisions', () => {
    const request = {
      ...{ requestId: randomUUID(), versionId: randomUUID(), changes: EVERY_CHANGE },
      revisions: { rows: { [randomUUID()]: 3 }, profile: 1 },
      origins: { 'last-year': [randomUUID(), 'profile'] },
    };
    expect(saveRequestSchema.safeParse({ ...request, origins: { elsewhere: [] } }).success).toBe(false);
    expect(saveRequestSchema.parse(JSON.parse(encodeSaveRequest(request)))).toEqual(request);
  });

  it.each([
    ['-1', '金额无效：应为不小于 0 的数，最多精确到分'],
    ['12.5', '金额无效：应为不小于 0 的数，最多精确到分'],
    ['1e9', '金额无效：应为不小于 0 的数，最多精确到分'],
    ['１２', '金额无效：应为不小于 0 的数，最多精确到分'],
    ['', '金额无效：应为不小于 0 的数，最多精确到分'],
    [(MAX_AMOUNT_FEN + 1n).toString(), '金额过大，请核对单位是元还是万元'],
    ['9'.repeat(40), '金额无效：应为不小于 0 的数，最多精确到分'],
    [12, '金额无效，请重新输入'],
  ])('refuse the amount %j: %s', (amountFen, message) => {
    const parsed = changeSchema.safeParse(onWire({ ...line, amountFen }));
    expect(parsed.error?.issues).toMatchObject([{ path: ['row', 'amountFen'], message }]);
  });

  it.each([
    [{ functionCode: '20' }, 'functionCode', '功能科目编码应为 3、5 或 7 位数字，例如 2010308'],
    [{ functionCode: '２０１' }, 'functionCode', '功能科目编码应为 3、5 或 7 位数字，例如 2010308'],
    [{ source: 'GOLD' }, 'source', '资金来源无效，请从列表中选择'],
    [{ carriedOver: 'yes' }, 'carriedOver', '应为“是”或“否”'],
    [{ note: '长'.repeat(501) }, 'note', '文字过长，最多 500 个字，请精简后再保存'],
    [{ note: 'a\u0000b' }, 'note', '文字中有无法保存的特殊字符，请删除后重新输入'],
    [{ note: 'a\ud800' }, 'note', '文字中有无法保存的特殊字符，请删除后重新输入'],
    [{ key: 'nonsense' }, 'key', '标识无效，请刷新页面后重试'],
    [{ key: randomUUID().toUpperCase() }, 'key', '标识无效，请刷新页面后重试'],
    [{ position: null }, 'position', '行次无效，请刷新页面后重试'],
  ])('refuse %o', (changed, field, message) => {
    const parsed = changeSchema.safeParse(onWire({ ...line, ...changed }));
    expect(parsed.error?.issues).toMatchObject([{ path: ['row', field], message }]);
  });

  it('refuse fields that a row does not have, and changes that change nothing', () => {
    expect(changeSchema.safeParse(onWire({ ...line, versionId: randomUUID() })).success).toBe(false);
    expect(changeSchema.safeParse(onWire({ ...line, revision: 9 })).success).toBe(false);
    const update = { op: 'update', collection: 'revenue', key: randomUUID() };
    expect(changeSchema.safeParse({ ...update, fields: {} }).success).toBe(false);
    expect(changeSchema.safeParse({ ...update, fields: { key: randomUUID() } }).success).toBe(false);
    expect(changeSchema.safeParse({ ...update, fields: { text: '别的列表的字段' } }).success).toBe(false);
    expect(changeSchema.safeParse({ op: 'profile', fields: {} }).success).toBe(false);
    expect(changeSchema.safeParse({ op: 'delete', collection: '__proto__', key: randomUUID() }).success).toBe(false);
  });
});

describe('the answers to a save', () => {
  it('give revisions', () => {
    const answer = { revisions: { rows: { [randomUUID()]: 2 }, profile: 1, content: 7 } };
    expect(saveResponseSchema.parse(JSON.parse(encodeWire(answer)))).toEqual(answer);
  });

  it('give the rows of others with exact amounts', () => {
    const conflicts = COLLECTIONS.flatMap((collection) =>
      content[collection].map((row) => ({ collection, key: row.key, theirs: row, revision: 2, savedByName: '某人' })),
    );
    const gone = { collection: 'goals', key: randomUUID(), theirs: null, revision: 0, savedByName: null };
    const answer = { code: 'STALE', message: '', conflicts: [...conflicts, gone], profileChanged: true };
    expect(staleResponseSchema.parse(JSON.parse(encodeWire(answer)))).toEqual(answer);
  });
});
