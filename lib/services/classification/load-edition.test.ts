import { describe, expect, it } from 'vitest';
import { isLeaf } from '@/lib/domain/classification/edition.ts';
import { loadEdition } from './load-edition.ts';

// The codes of a published budget of 2023: every edition of that year must hold them.
const FUNCTIONAL_LEAVES = [
  ...['2010308', '2080505', '2080506', '2080599', '2101101', '2101102', '2101103', '2101199', '2210201'],
];
const FUNCTIONAL_PARENTS = ['201', '20103', '208', '20805', '210', '21011', '221', '22102'];
const ECONOMIC_LEAVES = [
  ...['30101', '30102', '30103', '30107', '30108', '30109', '30110', '30111', '30112', '30113', '30114', '30201'],
  ...['30203', '30205', '30206', '30207', '30209', '30211', '30213', '30216', '30217', '30218', '30225', '30228'],
  ...['30229', '30231', '30239', '30299', '30305', '30307', '30399'],
];
const ECONOMIC_PARENTS = ['301', '302', '303'];

describe('the edition of 2023', () => {
  it('holds every functional code of a real budget, as leaf or parent', async () => {
    const { functional } = await loadEdition(2023);
    expect(FUNCTIONAL_LEAVES.filter((code) => !isLeaf(functional, code))).toEqual([]);
    expect(FUNCTIONAL_PARENTS.filter((code) => !functional.has(code) || isLeaf(functional, code))).toEqual([]);
    expect(functional.get('2080505')?.name).toBe('机关事业单位基本养老保险缴费支出');
  });

  it('holds every economic code of a real budget, with the column it stands in', async () => {
    const { economic } = await loadEdition(2023);
    expect(ECONOMIC_LEAVES.filter((code) => !isLeaf(economic, code))).toEqual([]);
    expect(ECONOMIC_PARENTS.filter((code) => !economic.has(code) || isLeaf(economic, code))).toEqual([]);
    const columns = new Map([...economic.values()].map((code) => [code.code.slice(0, 3), code.basicColumn]));
    expect(['301', '302', '303', '310'].map((code) => columns.get(code))).toEqual([
      ...['PERSONNEL', 'ROUTINE', 'PERSONNEL', 'ROUTINE'],
    ]);
    expect(
      [...economic.values()]
        .filter((code) => code.basicColumn === null)
        .every((code) => !/^30[123]|^310/.test(code.code)),
    ).toBe(true);
  });

  it('lists the 28 printed classes in their order', async () => {
    const { expenditureClasses, functional } = await loadEdition(2023);
    expect(expenditureClasses).toHaveLength(28);
    expect(expenditureClasses[0]).toEqual({ code: '201', name: '一般公共服务支出' });
    expect(expenditureClasses.at(-1)).toEqual({ code: '234', name: '抗疫特别国债安排的支出' });
    expect(expenditureClasses.every((row) => functional.get(row.code)?.level === 1)).toBe(true);
  });
});

describe('validity by date', () => {
  it('ends 信访事务 as a 项 with 2023 and begins it as a 款 with 2024', async () => {
    const [before, after] = await Promise.all([loadEdition(2023), loadEdition(2024)]);
    expect([before.functional.has('2010308'), after.functional.has('2010308')]).toEqual([true, false]);
    expect([before.functional.has('2014001'), after.functional.has('2014001')]).toEqual([false, true]);
  });

  it('takes in a code that was added in mid-year', async () => {
    const [before, after] = await Promise.all([loadEdition(2023), loadEdition(2024)]);
    expect([before.functional.has('22006'), after.functional.has('22006')]).toEqual([false, true]);
  });

  it('says which codes replace an old one, and that this is not verified', async () => {
    const { successions, functional } = await loadEdition(2024);
    const succession = successions.find((entry) => entry.oldCode === '2010308');
    expect(succession).toMatchObject({ from: '2024-01-01', unverified: true });
    expect(succession?.newCodes).toContain('2014004');
    expect(successions.flatMap((entry) => entry.newCodes).filter((code) => !isLeaf(functional, code))).toEqual([]);
  });
});

describe('which book is taken', () => {
  it('falls back to the oldest book for an earlier year', async () => {
    const edition = await loadEdition(2022);
    expect(edition.year).toBe(2022);
    expect(edition.functional.has('2010308')).toBe(true);
  });

  it('reads a year once', async () => {
    expect(await loadEdition(2023)).toBe(await loadEdition(2023));
  });
});
