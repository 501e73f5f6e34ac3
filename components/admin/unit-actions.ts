import type { Answer } from '@/lib/messages/answer.ts';
import type { DepartmentChange, NewDepartment, NewUnit, UnitChange, UnitDisabling } from '@/lib/schemas/unit.ts';

/** What the units screen asks of the server. */
export interface UnitActions {
  readonly createDepartment: (input: NewDepartment) => Promise<Answer<unknown>>;
  readonly updateDepartment: (input: DepartmentChange) => Promise<Answer<unknown>>;
  readonly createUnit: (input: NewUnit) => Promise<Answer<unknown>>;
  readonly updateUnit: (input: UnitChange) => Promise<Answer<unknown>>;
  readonly setUnitDisabled: (input: UnitDisabling) => Promise<Answer<unknown>>;
}
