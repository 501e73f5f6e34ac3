'use server';

import { revalidatePath } from 'next/cache';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import {
  createDepartmentSchema,
  createUnitSchema,
  setUnitDisabledSchema,
  updateDepartmentSchema,
  updateUnitSchema,
} from '@/lib/schemas/unit.ts';
import { defineAction } from '@/lib/server/define-action.ts';
import { createDepartment as createDepartmentService } from '@/lib/services/units/create-department.ts';
import { createUnit as createUnitService } from '@/lib/services/units/create-unit.ts';
import { setUnitDisabled as setUnitDisabledService } from '@/lib/services/units/set-unit-disabled.ts';
import { updateDepartment as updateDepartmentService } from '@/lib/services/units/update-department.ts';
import { updateUnit as updateUnitService } from '@/lib/services/units/update-unit.ts';

/** The lists are read again after success, and after a refusal that says they are out of date. */
async function andReload<T>(outcome: Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  const result = await outcome;
  if (result.ok || result.error.code === 'RECORD_CHANGED') revalidatePath('/admin/units');
  return result;
}

export const createDepartment = defineAction({
  name: 'createDepartment',
  permission: 'unit.manage',
  input: createDepartmentSchema,
  run: (actor, input) => andReload(createDepartmentService(actor, input)),
});

export const updateDepartment = defineAction({
  name: 'updateDepartment',
  permission: 'unit.manage',
  input: updateDepartmentSchema,
  run: (actor, input) => andReload(updateDepartmentService(actor, input)),
});

export const createUnit = defineAction({
  name: 'createUnit',
  permission: 'unit.manage',
  input: createUnitSchema,
  run: (actor, input) => andReload(createUnitService(actor, input)),
});

export const updateUnit = defineAction({
  name: 'updateUnit',
  permission: 'unit.manage',
  input: updateUnitSchema,
  run: (actor, input) => andReload(updateUnitService(actor, input)),
});

export const setUnitDisabled = defineAction({
  name: 'setUnitDisabled',
  permission: 'unit.manage',
  input: setUnitDisabledSchema,
  run: (actor, input) => andReload(setUnitDisabledService(actor, input)),
});
