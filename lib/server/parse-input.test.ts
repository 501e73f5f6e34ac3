import { describe, expect, it } from 'vitest';
import { createUnitSchema } from '@/lib/schemas/unit.ts';
import { createUserSchema } from '@/lib/schemas/user.ts';
import { parseInput } from './parse-input.ts';

function issues(raw: unknown, schema: typeof createUserSchema | typeof createUnitSchema = createUserSchema) {
  const parsed = parseInput(schema, raw);
  if (parsed.ok || parsed.error.code !== 'INVALID_INPUT') return [];
  return parsed.error.issues.map(({ path, message }) => `${path} ${message}`);
}

const GRANT = { role: 'CLERK', unitIds: ['0193d0a0-0000-7000-8000-000000000001'] };

describe('parseInput', () => {
  it('gives the value, trimmed, without keys nobody asked for', () => {
    const parsed = parseInput(createUserSchema, {
      username: ' wang.fang ',
      displayName: '王芳',
      grants: [GRANT],
      isAdmin: true,
      __proto__: { polluted: true },
    });
    expect(parsed).toEqual({ ok: true, value: { username: 'wang.fang', displayName: '王芳', grants: [GRANT] } });
  });

  it('names each fault by its JSON path, in Chinese sentences that end', () => {
    const found = issues({ username: 'Wang Fang', displayName: '', grants: [{ role: 'KING', unitIds: ['x'] }] });
    expect(found).toHaveLength(4);
    expect(found[0]).toMatch(/^\$\.username 用户名须以小写字母开头.*。$/);
    expect(found[1]).toBe('$.displayName 请填写姓名。');
    expect(found[2]).toBe('$.grants[0].role 没有这个角色。');
    expect(found[3]).toBe('$.grants[0].unitIds[0] 单位标识无效，请刷新页面后重试。');
  });

  it.each([[null], [undefined], [[]], ['text'], [42], [{}]])('refuses %j with a sentence in Chinese', (raw) => {
    const found = issues(raw);
    expect(found.length).toBeGreaterThan(0);
    for (const issue of found) expect(issue).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each([
    [{ code: '3090' }, '6 位数字'],
    [{ code: '３０９００１' }, '6 位数字'],
    [{ name: '   ' }, '请填写简称'],
    [{ fullName: '甲\n乙' }, '控制字符'],
    [{ kind: 'COMPANY' }, '请选择单位性质'],
  ])('a unit with %j: %s', (change, sentence) => {
    const unit = {
      departmentId: '0193d0a0-0000-7000-8000-000000000001',
      code: '309001',
      name: '信访办（本级）',
      fullName: '信访办公室（本级）',
      kind: 'ADMINISTRATIVE',
    };
    expect(issues(unit, createUnitSchema)).toEqual([]);
    expect(issues({ ...unit, ...change }, createUnitSchema).join()).toContain(sentence);
  });
});
