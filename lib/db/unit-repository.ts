import type { UnitKind } from '../domain/budget/budget.ts';
import type { Db } from './client.ts';

export interface UnitRecord {
  readonly id: string;
  readonly departmentId: string;
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
  readonly confirmationRequired: boolean;
  readonly disabledAt: Date | null;
  readonly revision: number;
}

export interface DepartmentRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly revision: number;
}

export interface DepartmentWithUnits extends DepartmentRecord {
  readonly units: readonly UnitRecord[];
}

/** @param unitIds null for every unit; a department without a unit in the list is left out then */
export async function listDepartments(
  db: Db,
  unitIds: readonly string[] | null,
): Promise<readonly DepartmentWithUnits[]> {
  const within = unitIds === null ? {} : { id: { in: [...unitIds] } };
  return db.department.findMany({
    where: unitIds === null ? {} : { units: { some: within } },
    include: { units: { where: within, orderBy: { code: 'asc' } } },
    orderBy: { code: 'asc' },
  });
}

/** A department's units in the order of their codes, disabled ones included. */
export async function listUnitsOfDepartment(db: Db, departmentId: string): Promise<readonly UnitRecord[]> {
  return db.unit.findMany({ where: { departmentId }, orderBy: { code: 'asc' } });
}

export async function createUnit(
  tx: Db,
  unit: Pick<UnitRecord, 'departmentId' | 'code' | 'name' | 'fullName' | 'kind'> &
    Partial<Pick<UnitRecord, 'confirmationRequired'>>,
): Promise<string> {
  const { id } = await tx.unit.create({ data: unit, select: { id: true } });
  return id;
}

export async function findUnit(db: Db, unitId: string): Promise<UnitRecord | null> {
  return db.unit.findUnique({ where: { id: unitId } });
}

/** @returns false when the unit is not at the revision the change was made on */
export async function updateUnit(
  tx: Db,
  unitId: string,
  revision: number,
  changes: Partial<Pick<UnitRecord, 'name' | 'fullName' | 'kind' | 'confirmationRequired' | 'disabledAt'>>,
): Promise<boolean> {
  const { count } = await tx.unit.updateMany({
    where: { id: unitId, revision },
    data: { ...changes, revision: { increment: 1 } },
  });
  return count === 1;
}

export async function unitCodeExists(db: Db, code: string): Promise<boolean> {
  return (await db.unit.count({ where: { code } })) > 0;
}

/** How many of these units there are, disabled ones included. */
export async function countUnits(db: Db, unitIds: readonly string[]): Promise<number> {
  return db.unit.count({ where: { id: { in: [...unitIds] } } });
}

export async function createDepartment(
  tx: Db,
  department: Pick<DepartmentRecord, 'code' | 'name' | 'fullName'>,
): Promise<string> {
  const { id } = await tx.department.create({ data: department, select: { id: true } });
  return id;
}

export async function findDepartment(db: Db, departmentId: string): Promise<DepartmentRecord | null> {
  return db.department.findUnique({ where: { id: departmentId } });
}

/** @returns false when the department is not at the revision the change was made on */
export async function updateDepartment(
  tx: Db,
  departmentId: string,
  revision: number,
  changes: Pick<DepartmentRecord, 'name' | 'fullName'>,
): Promise<boolean> {
  const { count } = await tx.department.updateMany({
    where: { id: departmentId, revision },
    data: { ...changes, revision: { increment: 1 } },
  });
  return count === 1;
}

export async function departmentCodeExists(db: Db, code: string): Promise<boolean> {
  return (await db.department.count({ where: { code } })) > 0;
}

export async function findDepartmentByCode(db: Db, code: string): Promise<DepartmentRecord | null> {
  return db.department.findUnique({ where: { code } });
}

export async function findUnitByCode(db: Db, code: string): Promise<UnitRecord | null> {
  return db.unit.findUnique({ where: { code } });
}
