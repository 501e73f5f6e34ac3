import { database } from '@/lib/db/client.ts';
import { listControlFiguresOfYear } from '@/lib/db/control-figure-repository.ts';
import { findFiscalYear, listFiscalYears } from '@/lib/db/fiscal-year-repository.ts';
import { listDepartments } from '@/lib/db/unit-repository.ts';
import type { ControlFigure } from '@/lib/domain/budget/control-figure.ts';
import { groupBy } from '@/lib/domain/group-by.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { authorize } from '../authorize.ts';

export interface ControlledUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  readonly figures: readonly ControlFigure[];
}

export interface ControlSheet {
  /** Null where no year has been opened. */
  readonly year: number | null;
  /** Newest first. */
  readonly years: readonly number[];
  /** Units in use, by code. */
  readonly units: readonly ControlledUnit[];
}

/** 控制数 of all units for a year: the newest when left out. */
export async function openControlSheet(
  actor: Actor,
  { year: wanted }: { readonly year?: number | undefined },
): Promise<Result<ControlSheet, Problem>> {
  const authorized = authorize(actor, 'control.manage', null);
  if (!authorized.ok) return authorized;
  const db = database();
  const years = await listFiscalYears(db);
  const year = wanted ?? years[0] ?? null;
  if (year === null) return ok({ year, years, units: [] });
  if (!(await findFiscalYear(db, year))) return fail({ code: 'NOT_FOUND' });
  const figures = groupBy(await listControlFiguresOfYear(db, year), ({ unitId }) => unitId);
  const units = (await listDepartments(db, null)).flatMap((department) =>
    department.units
      .filter(({ disabledAt }) => disabledAt === null)
      .map((unit): ControlledUnit => {
        const own = figures.get(unit.id) ?? [];
        return {
          ...{ unitId: unit.id, unitCode: unit.code, unitName: unit.name, departmentName: department.name },
          figures: own.map(({ category, source, amountFen }) => ({ category, source, amountFen })),
        };
      }),
  );
  return ok({ year, years, units });
}
