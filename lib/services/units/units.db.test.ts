import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { UnitView } from '@/lib/schemas/unit-view.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, setStage } from '@/tests/stage.ts';
import { createBudget } from '../budgets/create-budget.ts';
import { createDepartment } from './create-department.ts';
import { createUnit } from './create-unit.ts';
import { listUnits } from './list-units.ts';
import { setUnitDisabled } from './set-unit-disabled.ts';
import { updateDepartment } from './update-department.ts';
import { updateUnit } from './update-unit.ts';

useTestDatabase();

let stage: Stage;
let admin: Actor;

beforeAll(async () => {
  stage = await setStage();
  admin = stage.actors.ADMIN;
});

const codeOf = (outcome: { ok: boolean; error?: { code: string } }) => (outcome.ok ? 'OK' : outcome.error?.code);
const names = { name: '档案馆', fullName: '示例区档案馆' };

async function listed(actor = admin) {
  const departments = await listUnits(actor);
  if (!departments.ok) throw new Error(departments.error.code);
  return departments.value;
}

async function unitOf(code: string): Promise<UnitView> {
  const unit = (await listed()).flatMap(({ units }) => units).find((each) => each.code === code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
}

describe('departments and units', () => {
  it('are made, renamed and listed by code', async () => {
    const departmentId = await createDepartment(admin, { code: '310', ...names });
    if (!departmentId.ok) throw new Error(departmentId.error.code);
    const unit = { departmentId: departmentId.value, code: '310001', kind: 'PUBLIC_INSTITUTION', ...names } as const;
    expect(codeOf(await createUnit(admin, unit))).toBe('OK');
    const made = await unitOf('310001');
    const change = { unitId: made.id, revision: made.revision, kind: 'CIVIL_SERVICE_LAW', ...names } as const;
    expect(codeOf(await updateUnit(admin, { ...change, name: '档案局' }))).toBe('OK');
    expect(codeOf(await updateUnit(admin, { ...change, name: '方志馆' }))).toBe('RECORD_CHANGED');
    expect(await unitOf('310001')).toMatchObject({ name: '档案局', kind: 'CIVIL_SERVICE_LAW', revision: 2 });
    const rename = { departmentId: departmentId.value, revision: 1, name: '档案', fullName: '示例区档案局' };
    expect(codeOf(await updateDepartment(admin, rename))).toBe('OK');
    expect(codeOf(await updateDepartment(admin, rename))).toBe('RECORD_CHANGED');
    expect((await listed()).map(({ code, name }) => `${code} ${name}`)).toEqual(['309 信访办', '310 档案']);
    const events = await database().auditEvent.findMany({ where: { actorId: admin.userId }, orderBy: { id: 'asc' } });
    expect(events.map(({ action }) => action)).toEqual([
      'department.created',
      'unit.created',
      'unit.changed',
      'department.changed',
    ]);
  });

  it('have codes of their own, not even shared at the same moment', async () => {
    const department = { code: '311', ...names };
    const outcomes = await Promise.all([createDepartment(admin, department), createDepartment(admin, department)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['CODE_TAKEN', 'OK']);
    const unit = { departmentId: stage.departmentId, code: '309009', kind: 'ADMINISTRATIVE', ...names } as const;
    expect((await Promise.all([createUnit(admin, unit), createUnit(admin, unit)])).map(codeOf).sort()).toEqual([
      'CODE_TAKEN',
      'OK',
    ]);
  });

  it("have codes that begin with the department's", async () => {
    const unit = { departmentId: stage.departmentId, code: '310009', kind: 'ADMINISTRATIVE', ...names } as const;
    expect(await createUnit(admin, unit)).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ path: '$.code' }] },
    });
    expect(codeOf(await createUnit(admin, { ...unit, departmentId: stage.unitId }))).toBe('NOT_FOUND');
  });

  it('are seen by clerks and reviewers only where they are assigned', async () => {
    for (const role of ['CLERK', 'UNIT_HEAD', 'REVIEWER'] as const) {
      const seen = (await listed(stage.actors[role])).flatMap(({ units }) => units.map(({ id }) => id));
      expect(seen).toEqual([stage.unitId]);
    }
  });
});

describe('a disabled unit', () => {
  it('takes no new budget until it is enabled again', async () => {
    const setDisabled = async (disabled: boolean) => {
      const { id, revision } = await unitOf('309001');
      return codeOf(await setUnitDisabled(admin, { unitId: id, revision, disabled }));
    };
    const open = async () => codeOf(await createBudget(stage.actors.CLERK, { unitId: stage.unitId, year: stage.year }));
    expect(await setDisabled(true)).toBe('OK');
    expect(await open()).toBe('NOT_FOUND');
    expect(await setDisabled(false)).toBe('OK');
    expect(await open()).toBe('OK');
  });
});
