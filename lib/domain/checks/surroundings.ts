import type { Budget } from '../budget/budget.ts';
import type { ControlFigure } from '../budget/control-figure.ts';
import { NO_STANDARDS, type StandardSet } from '../staffing/standard.ts';
import type { CodeMove } from '../versions/current-codes.ts';
import type { RefusedExplanation } from '../workflow/refused-explanations.ts';

/** What a unit's budget is drafted and checked against besides its own rows. */
export interface Surroundings {
  /** Last year's approved budget of the unit, its codes as this year's edition has them; null where there is none. */
  readonly lastYear: Budget | null;
  /** Codes of last year's budget that this year's edition no longer has, with what stands for them now. */
  readonly lastYearMoves: readonly CodeMove[];
  /** 控制数 issued to the unit for the year; empty where none were. */
  readonly controlFigures: readonly ControlFigure[];
  /** 支出标准 (定额、比例) in force in the year, by which basic expenditure is calculated from the register of staff. */
  readonly standards: StandardSet;
  /** Explanations and reasons that were refused in the version before. */
  readonly refusals: readonly RefusedExplanation[];
}

/** Those of a budget that nothing is known about but its rows, e.g. a package before it is imported. */
export const NO_SURROUNDINGS: Surroundings = {
  lastYear: null,
  lastYearMoves: [],
  controlFigures: [],
  standards: NO_STANDARDS,
  refusals: [],
};
