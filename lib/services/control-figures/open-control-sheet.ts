import { type Db, database } from '@/lib/db/client.ts';
import {
  type BudgetedUnit,
  listBudgetedUnits,
  listControlFiguresOfYear,
  listEnteredAmounts,
  listVersionProjects,
} from '@/lib/db/control-figure-repository.ts';
import { findFiscalYear, listFiscalYears } from '@/lib/db/fiscal-year-repository.ts';
import type { EnteredAmount } from '@/lib/domain/budget/control-balance.ts';
import type { ControlFigure, ControlledProject } from '@/lib/domain/budget/control-figure.ts';
import { groupBy } from '@/lib/domain/group-by.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { isPermitted } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';
import { loadEdition } from '../classification/load-edition.ts';

export interface ControlledUnit
  extends Pick<BudgetedUnit, 'unitId' | 'unitCode' | 'unitName' | 'departmentCode' | 'departmentName'> {
  readonly figures: readonly ControlFigure[];
  /** What the newest version plans; none where there is no budget yet. */
  readonly entered: readonly EnteredAmount[];
  /** Those of the newest version. */
  readonly projects: readonly ControlledProject[];
}

export interface ControlSheet {
  /** Null where no year has been opened. */
  readonly year: number | null;
  /** Newest first. */
  readonly years: readonly number[];
  /** Units in use, by code. */
  readonly units: readonly ControlledUnit[];
  readonly canIssue: boolean;
}

/** 控制数 of all units for a year, the newest when left out, beside what their newest versions plan. */
export async function openControlSheet(
  actor: Actor,
  { year: wanted }: { readonly year?: number | undefined },
): Promise<Result<ControlSheet, Problem>> {
  const authorized = authorize(actor, 'control.read', null);
  if (!authorized.ok) return authorized;
  const db = database();
  const canIssue = isPermitted(actor, 'control.manage', null);
  const years = await listFiscalYears(db);
  const year = wanted ?? years[0] ?? null;
  if (year === null) return ok({ year, years, units: [], canIssue });
  if (!(await findFiscalYear(db, year))) return fail({ code: 'NOT_FOUND' });
  return ok({ year, years, units: await listControlledUnits(db, year, null), canIssue });
}

/** @param unitIds null: all units in use */
export async function listControlledUnits(
  db: Db,
  year: number,
  unitIds: readonly string[] | null,
): Promise<readonly ControlledUnit[]> {
  const units = (await listBudgetedUnits(db, year, unitIds)).filter(({ isDisabled }) => !isDisabled);
  const versionIds = units.flatMap(({ versionId }) => versionId ?? []);
  const figures = groupBy(await listControlFiguresOfYear(db, year), ({ unitId }) => unitId);
  const entered = groupBy(
    await listEnteredAmounts(db, versionIds, await loadEdition(year)),
    ({ versionId }) => versionId,
  );
  const projects = groupBy(await listVersionProjects(db, versionIds), ({ versionId }) => versionId);
  return units.map(({ versionId, unitId, unitCode, unitName, departmentCode, departmentName }) => ({
    ...{ unitId, unitCode, unitName, departmentCode, departmentName },
    figures: (figures.get(unitId) ?? []).map(({ unitId: _unit, ...figure }) => figure),
    entered: (entered.get(versionId ?? '') ?? []).map(({ versionId: _version, ...amount }) => amount),
    projects: (projects.get(versionId ?? '') ?? []).map(({ versionId: _version, ...project }) => project),
  }));
}
