import { describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { moveVersion } from '@/lib/db/version-repository.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { installPackage } from '../imports/install-package.ts';
import { exportDepartmentBudget } from './export-department-budget.ts';
import { openDepartmentBudget } from './open-department-budget.ts';

useTestDatabase();

/** A department of units 001, 002 …, each with one line of expenditure. */
async function install(departmentCode: string, amountsYuan: readonly number[]) {
  const units = amountsYuan.map((amountYuan, index) => {
    const code = `${departmentCode}00${index + 1}`;
    const line = { functionCode: '2010301', source: '一般公共预算', amountYuan };
    return {
      unit: { code, name: `单位${code}`, fullName: `示例单位${code}` },
      revenue: [line],
      basic: [{ ...line, economicCode: '30201' }],
      projects: [{ name: `项目${code}`, functionCode: '2010399', category: '一般性项目' }],
    };
  });
  const department = { code: departmentCode, name: `部门${departmentCode}`, fullName: `示例部门${departmentCode}` };
  const installed = await installPackage({ department, year: 2023, units: units.reverse() }, false);
  if (!installed.ok) throw new Error(JSON.stringify(installed.error));
}

async function moveTo(unitCode: string, states: readonly ('DRAFT' | 'SUBMITTED' | 'APPROVED')[]) {
  const version = await database().budgetVersion.findFirstOrThrow({ where: { budget: { unit: { code: unitCode } } } });
  for (const [index, to] of states.slice(1).entries()) {
    const from = states[index] ?? 'DRAFT';
    const username = `${to.toLowerCase()}${unitCode}`;
    const user = await database().user.create({ data: { username, displayName: username, passwordHash: 'x' } });
    const { id: versionId, contentRevision } = version;
    const change = { versionId, contentRevision, from, to, actorId: user.id, at: new Date(), comment: null };
    expect(await moveVersion(database(), change)).toBe(true);
  }
}

const approve = (unitCode: string) => moveTo(unitCode, ['DRAFT', 'SUBMITTED', 'APPROVED']);

async function exportOf(departmentCode: string) {
  const exported = await exportDepartmentBudget({ departmentCode, year: 2023 }, { formats: ['json', 'csv'] });
  if (!exported.ok) throw new Error(JSON.stringify(exported.error));
  const { files, ...department } = exported.value;
  const json = (name: string) => {
    const file = files.find((candidate) => candidate.name === name);
    return JSON.parse(new TextDecoder().decode(file?.bytes));
  };
  return { ...department, names: files.map(({ name }) => name), json };
}

describe('a department', () => {
  it('is opened by the newest versions of its units, in the order of their codes', async () => {
    await install('501', [10_000, 20_000]);
    await approve('501001');
    const opened = await openDepartmentBudget({ departmentCode: '501', year: 2023 });
    expect(opened?.opened.map(({ budget, version }) => [budget.unit.code, version.state])).toEqual([
      ['501001', 'APPROVED'],
      ['501002', 'DRAFT'],
    ]);
    expect(opened?.missing).toEqual([]);
  });

  it('exports the sums of its units under its own name, and a package of them all', async () => {
    await install('502', [10_000, 20_000]);
    const { names, json } = await exportOf('502');
    expect(json('08.json')).toMatchObject({
      title: '示例部门502部门支出总表',
      rows: [{ cells: { total: '3.00' } }, {}, {}, {}],
    });
    expect(
      json('10.json').rows.map(({ cells }: { cells: { seq: string; unit: string } }) => [cells.seq, cells.unit]),
    ).toEqual([
      [null, null],
      ['1', '示例单位502001'],
      ['2', '示例单位502002'],
    ]);
    expect(names).toContain('12-2.json');
    expect(names.filter((name) => name.endsWith('.csv'))).toHaveLength(13);
    expect(json('budget.json').units.map(({ unit }: { unit: { code: string } }) => unit.code)).toEqual([
      '502001',
      '502002',
    ]);
  });

  it('is approved when all its units are', async () => {
    await install('503', [10_000, 20_000]);
    await approve('503001');
    expect(await exportOf('503')).toMatchObject({ isApproved: false });
    await approve('503002');
    expect(await exportOf('503')).toMatchObject({ isApproved: true });
  });

  it('is a draft while a unit in use has no budget; a unit that was closed is not waited for', async () => {
    await install('504', [10_000]);
    await approve('504001');
    const department = await database().department.findUniqueOrThrow({ where: { code: '504' } });
    const names = { name: '新单位', fullName: '新单位', kind: 'PUBLIC_INSTITUTION' as const };
    const unit = await database().unit.create({ data: { ...names, code: '504002', departmentId: department.id } });
    expect(await exportOf('504')).toMatchObject({ isApproved: false, missing: [{ code: '504002' }] });
    await database().unit.update({ where: { id: unit.id }, data: { disabledAt: new Date() } });
    expect(await exportOf('504')).toMatchObject({ isApproved: true, missing: [] });
  });

  it('keeps a unit that was closed after it had its budget', async () => {
    await install('505', [10_000, 20_000]);
    await database().unit.update({ where: { code: '505002' }, data: { disabledAt: new Date() } });
    expect((await exportOf('505')).opened).toHaveLength(2);
  });

  it('leaves an entry in the chain of each budget', async () => {
    await install('506', [10_000, 20_000]);
    const { opened } = await exportOf('506');
    for (const { budgetId, version } of opened) {
      const events = await database().auditEvent.findMany({ where: { budgetId, action: 'budget.exported' } });
      expect(events).toMatchObject([
        {
          actorId: null,
          versionId: version.id,
          detail: { departmentCode: '506', formats: ['json', 'csv'], versionNumber: 1 },
        },
      ]);
      expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true });
    }
  });

  it('says on its files that one of its units is being adjusted', async () => {
    await install('508', [10_000, 20_000]);
    for (const unitCode of ['508001', '508002']) await approve(unitCode);
    const { id: budgetId } = await database().budget.findFirstOrThrow({ where: { unit: { code: '508002' } } });
    const adjustment = { adjustment: 1, adjustmentReason: '追加社保缴费' };
    await database().budgetVersion.create({ data: { budgetId, number: 2, ...adjustment } });
    const named = { departmentCode: '508', year: 2023 };
    const exported = await exportDepartmentBudget(named, { formats: ['xlsx'] });
    expect(exported).toMatchObject({
      value: { files: [{ name: '508部门5082023年部门预算（含预算调整）（草稿）.xlsx' }] },
    });
    const { json } = await exportOf('508');
    expect(json('budget.json').units.map((unit: { adjustment?: unknown }) => unit.adjustment)).toEqual([
      undefined,
      { number: 1, reason: '追加社保缴费' },
    ]);
  });

  it('that is not there, or has no budget of the year, is not found', async () => {
    await install('507', [10_000]);
    for (const named of [
      { departmentCode: '999', year: 2023 },
      { departmentCode: '507', year: 2024 },
    ]) {
      expect(await exportDepartmentBudget(named, { formats: ['json'] })).toEqual({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
    }
  });
});
