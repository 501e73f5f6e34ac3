import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import { moveVersion } from '@/lib/db/version-repository.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { importPackage } from './import-package.ts';
import { installPackage } from './install-package.ts';

useTestDatabase();

const PETITION_OFFICE = JSON.parse(readFileSync('prisma/demonstration/petition-office-2023.json', 'utf8'));

/** A small package of a department of its own, so that the tests of this file don't meet each other. */
function packageOf(department: string, amountYuan: number | string = 100, year = 2023) {
  const names = { name: `部门${department}`, fullName: `某某区部门${department}` };
  const lines = [{ economicCode: '30226', source: '其他收入', amountYuan }];
  return {
    department: { code: department, ...names },
    unit: { code: `${department}001`, ...names },
    year,
    revenue: [{ source: '其他收入', amountYuan }],
    projects: [{ name: '甲', functionCode: '2010399', category: '一般性项目', lines }],
  };
}

async function counts() {
  const db = database();
  const [departments, units, years, budgets, versions, revenue, projects, expenditure] = await Promise.all([
    ...[db.department.count(), db.unit.count(), db.fiscalYear.count(), db.budget.count(), db.budgetVersion.count()],
    ...[db.revenueLine.count(), db.project.count(), db.expenditureLine.count()],
  ]);
  return { departments, units, years, budgets, versions, revenue, projects, expenditure };
}

async function install(json: unknown, replace = false) {
  const result = await installPackage(json, replace);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function problemOf(json: unknown, replace = false) {
  const result = await installPackage(json, replace);
  return result.ok ? null : result.error;
}

async function versionsOf(unitCode: string) {
  return database().budgetVersion.findMany({
    where: { budget: { unit: { code: unitCode } } },
    orderBy: { number: 'asc' },
  });
}

async function newUser(username: string) {
  return database().user.create({ data: { username, displayName: username, passwordHash: 'x' } });
}

async function submit(unitCode: string, username: string) {
  const version = (await versionsOf(unitCode)).at(-1);
  const user = await newUser(username);
  if (!version) throw new Error('no version');
  const { id: versionId, contentRevision } = version;
  const change = { versionId, contentRevision, actorId: user.id, at: new Date(), comment: null };
  expect(await moveVersion(database(), { ...change, from: 'DRAFT', to: 'SUBMITTED' })).toBe(true);
  return { version, user, change };
}

describe('a package for an empty database', () => {
  it('creates department, unit and fiscal year, names them, and writes a draft', async () => {
    const report = await install(PETITION_OFFICE);
    expect(report).toMatchObject({
      createdDepartment: { code: '309', name: '信访办' },
      createdUnits: [{ code: '309001', kind: 'ADMINISTRATIVE' }],
      createdYear: 2023,
      budgets: [{ unitCode: '309001', year: 2023, versionNumber: 1, replaced: false }],
    });
    const [version] = await versionsOf('309001');
    const { content } = await loadContent(database(), version?.id ?? '');
    expect(version?.state).toBe('DRAFT');
    expect(version?.roundId).not.toBeNull();
    expect(sumFen(content.expenditure.map((line) => line.amountFen))).toBe(937_596_000n);
    expect(content.projects.map((project) => project.name)).toHaveLength(9);
    expect(content.profile.narrative.duties).toHaveLength(7);
  });

  it('leaves its trace in the audit log, as done by the installation itself', async () => {
    const [budget] = await database().budget.findMany({ where: { unit: { code: '309001' } } });
    const events = await database().auditEvent.findMany({ where: { budgetId: budget?.id ?? '' } });
    expect(events).toMatchObject([
      { action: 'budget.imported', actorId: null, detail: { replaced: false, projects: 9 } },
    ]);
    const created = await database().auditEvent.findMany({ where: { budgetId: null }, orderBy: { id: 'asc' } });
    expect(created.map((event) => event.action)).toEqual(['department.created', 'unit.created', 'fiscal-year.created']);
    expect(await verifyAuditChain(database(), budget?.id ?? '')).toMatchObject({ intact: true });
    expect(await verifyAuditChain(database(), null)).toMatchObject({ intact: true, events: 3 });
  });
});

describe('the same package again', () => {
  it('is refused while it is not told to replace, and changes nothing', async () => {
    await install(packageOf('401'));
    const before = await counts();
    expect(await problemOf(packageOf('401', 200))).toEqual({ code: 'BUDGET_EXISTS', unitName: '部门401', year: 2023 });
    expect(await counts()).toEqual(before);
  });

  it('takes the place of the same draft when told so; a save on what was there is stale', async () => {
    await install(packageOf('402'));
    const [before] = await versionsOf('402001');
    const report = await install(packageOf('402', '200.05'), true);
    const versions = await versionsOf('402001');
    expect(report).toMatchObject({ createdDepartment: null, createdUnits: [], createdYear: null });
    expect(report.budgets).toMatchObject([{ versionNumber: 1, replaced: true }]);
    expect(versions.map((version) => version.id)).toEqual([before?.id]);
    expect(versions[0]?.contentRevision).toBeGreaterThan(before?.contentRevision ?? 0);
    const { content, rowRevisions } = await loadContent(database(), before?.id ?? '');
    expect(content.expenditure.map((line) => line.amountFen)).toEqual([20_005n]);
    expect(new Set(Object.values(rowRevisions))).toEqual(new Set([versions[0]?.contentRevision]));
  });

  it('another year of the same unit is another budget', async () => {
    await install(packageOf('403'));
    const report = await install(packageOf('403', 100, 2024));
    expect(report.budgets).toMatchObject([{ year: 2024, replaced: false }]);
    expect(await database().budget.count({ where: { unit: { code: '403001' } } })).toBe(2);
  });

  it('twice at the same moment leaves one budget and one clear answer', async () => {
    const answers = await Promise.all([
      installPackage(packageOf('404'), false),
      installPackage(packageOf('404'), false),
    ]);
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'BUDGET_EXISTS' } });
    expect(await versionsOf('404001')).toHaveLength(1);
  });
});

describe('what is submitted or decided', () => {
  it('is never replaced', async () => {
    await install(packageOf('411'));
    const { version, change } = await submit('411001', 'clerk411');
    const decided = { code: 'BUDGET_DECIDED', unitName: '部门411', year: 2023, state: 'SUBMITTED' };
    expect(await problemOf(packageOf('411'), true)).toEqual(decided);
    expect(await problemOf(packageOf('411'))).toEqual(decided);
    const reviewer = await newUser('reviewer411');
    const approval = { ...change, actorId: reviewer.id, from: 'SUBMITTED', to: 'APPROVED' } as const;
    expect(await moveVersion(database(), approval)).toBe(true);
    expect(await problemOf(packageOf('411'), true)).toEqual({ ...decided, state: 'APPROVED' });
    const { content } = await loadContent(database(), version.id);
    expect(content.revenue.map((line) => line.amountFen)).toEqual([10_000n]);
  });
});

describe('a package that is refused leaves nothing', () => {
  it('a fault in it: no department, no unit, no year', async () => {
    const before = await counts();
    const problem = await problemOf({ ...packageOf('421'), year: 2031, revenue: [{ source: '彩票', amountYuan: 1 }] });
    expect(problem).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: '$.revenue[0].source' }] });
    expect(await counts()).toEqual(before);
  });

  it('one of several units has its budget already: the others are not written either', async () => {
    await install(packageOf('422'));
    const { unit, department, year } = packageOf('422');
    const units = ['422002', '422001'].map((code) => ({ unit: { ...unit, code } }));
    const before = await counts();
    expect(await problemOf({ department, year, units })).toMatchObject({ code: 'BUDGET_EXISTS' });
    expect(await counts()).toEqual(before);
    const report = await install({ department, year, units }, true);
    expect(report.createdUnits.map((created) => created.code)).toEqual(['422002']);
    expect(report.budgets.map((budget) => budget.replaced)).toEqual([false, true]);
  });

  it('a unit that stands under another department', async () => {
    await install(packageOf('424'));
    const other = await database().department.findUniqueOrThrow({ where: { code: '424' } });
    const { unit, department, year } = packageOf('423');
    const names = { name: unit.name, fullName: unit.fullName };
    await database().unit.create({
      data: { ...names, code: '423002', kind: 'ADMINISTRATIVE', departmentId: other.id },
    });
    const before = await counts();
    const units = ['423001', '423002'].map((code) => ({ unit: { ...unit, code } }));
    const message = '单位 423002 在系统中属于另一个部门，没有导入。请核对部门编码。';
    expect(await problemOf({ department, year, units })).toEqual({
      code: 'INVALID_INPUT',
      issues: [{ path: '$.units[1].unit.code', message }],
    });
    expect(await counts()).toEqual(before);
  });

  it('a unit that is disabled', async () => {
    await install(packageOf('423'));
    await database().unit.update({ where: { code: '423001' }, data: { disabledAt: new Date() } });
    expect(await problemOf(packageOf('423', 100, 2024))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: '$.unit.code', message: '单位 423001 已停用，没有导入。请先在单位管理中启用。' }],
    });
  });

  it('a year whose rounds are over', async () => {
    await database().fiscalYear.create({
      data: {
        year: 2019,
        rounds: { create: { ordinal: 1, kind: 'SINGLE_SUBMISSION', state: 'PLANNED' } },
      },
    });
    const before = await counts();
    expect(await problemOf(packageOf('425', 100, 2019))).toEqual({ code: 'YEAR_NOT_OPEN', year: 2019 });
    expect(await counts()).toEqual(before);
  });
});

describe('from the screen', () => {
  async function clerkOf(unitCode: string) {
    const unit = await database().unit.findUniqueOrThrow({ where: { code: unitCode } });
    const user = await newUser(`clerk${unitCode}`);
    return { unit, clerk: { userId: user.id, role: 'CLERK', unitIds: [unit.id] } as const };
  }

  it('a clerk imports into the own unit, and the audit log says who', async () => {
    await install(packageOf('431'));
    const { unit, clerk } = await clerkOf('431001');
    const input = { unitId: unit.id, year: 2024, json: packageOf('431', 300, 2024), replace: false };
    const result = await importPackage(clerk, input);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const event = await database().auditEvent.findFirst({ where: { budgetId: result.value.budgetId } });
    expect(event).toMatchObject({ action: 'budget.imported', actorId: clerk.userId, role: 'CLERK' });
    expect(await importPackage(clerk, input)).toMatchObject({ error: { code: 'BUDGET_EXISTS' } });
    expect(await importPackage(clerk, { ...input, replace: true })).toMatchObject({ value: { replaced: true } });
  });

  it('a package of another unit, or of several, or of another year is refused', async () => {
    await install(packageOf('432'));
    await install(packageOf('433'));
    const { unit, clerk } = await clerkOf('432001');
    const input = { unitId: unit.id, year: 2023, replace: true };
    const other = { code: 'OTHER_UNIT', expectedUnitCode: '432001', unitCode: '433001' };
    expect(await importPackage(clerk, { ...input, json: packageOf('433') })).toEqual({ ok: false, error: other });
    const { unit: own, ...head } = packageOf('432');
    const { department, year } = head;
    const units = [{ unit: own }, { unit: { ...own, code: '432002' } }];
    expect(await importPackage(clerk, { ...input, json: { department, year, units } })).toMatchObject({
      error: { code: 'OTHER_UNIT', unitCode: '432002' },
    });
    expect(await importPackage(clerk, { ...input, json: packageOf('432', 100, 2024) })).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ path: '$.year' }] },
    });
  });

  it("another unit's clerk, and roles that don't draft, have no right to it", async () => {
    await install(packageOf('434'));
    const { unit } = await clerkOf('434001');
    const input = { unitId: unit.id, year: 2023, json: packageOf('434'), replace: true };
    const user = await newUser('somebody434');
    for (const role of ['CLERK', 'UNIT_HEAD', 'REVIEWER', 'BUDGET_OFFICE', 'ADMIN', 'AUDITOR'] as const) {
      const unitIds = role === 'CLERK' ? [] : [unit.id];
      expect(await importPackage({ userId: user.id, role, unitIds }, input)).toEqual({
        ok: false,
        error: { code: 'FORBIDDEN' },
      });
    }
  });
});
