import { describe, expect, it } from 'vitest';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { sampleGroup } from '@/lib/domain/fixtures/sample-standards.ts';
import { staffColumns } from './staff-columns.ts';

const columns = staffColumns(SAMPLE_EDITION, 'yuan');
const column = (id: string) => {
  const found = columns.find((one) => one.id === id);
  if (!found) throw new RangeError(`no column ${id}`);
  return found;
};

describe('the register’s columns', () => {
  it.each([
    ['行政编制', 'ADMINISTRATIVE'],
    ['公务员', 'ADMINISTRATIVE'],
    ['参照公务员法管理', 'CIVIL_SERVICE_LAW'],
    ['机关工勤人员', 'ADMINISTRATIVE_WORKER'],
    ['全额事业', 'PUBLIC_INSTITUTION'],
    ['离退休', 'RETIRED'],
    ['临聘人员', 'CONTRACT'],
  ])('take %s as people write it', (text, kind) => {
    expect(column('kind').write?.(sampleGroup(1), text)).toEqual({ ok: true, value: { kind } });
  });

  it('refuse a kind that is none, with the choices', () => {
    const written = column('kind').write?.(sampleGroup(1), '志愿者');
    expect(written?.ok === false && written.error).toContain('请选择：行政编制、参公编制');
  });

  it.each([
    [{ headCount: 11, authorisedPosts: 10 }, '实有 11 人，超过编制数 10 个。'],
    [{ headCount: 10, authorisedPosts: 10 }, undefined],
    [{ headCount: 11, authorisedPosts: null }, undefined],
    [{ headCount: 11, authorisedPosts: 0, kind: 'RETIRED' }, undefined],
  ] as const)('mark more people than posts: %o', (fields, message) => {
    expect(column('headCount').check?.(sampleGroup(1, fields))?.message).toBe(message);
  });
});
