import type { UnitKind } from '../domain/budget/budget.ts';

/** A unit as lists and forms show it. Times are ISO 8601 in UTC. */
export interface UnitView {
  readonly id: string;
  readonly departmentId: string;
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
  /** Whether the unit's head confirms its submissions. */
  readonly confirmationRequired: boolean;
  readonly disabledAt: string | null;
  readonly revision: number;
}

export interface DepartmentView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly revision: number;
  readonly units: readonly UnitView[];
}
