import type { Budget, BudgetUnit, Department } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { groupBy } from '../group-by.ts';
import type { OverallGoal, OverallIndicator, ProjectIndicator } from '../performance/indicator.ts';
import type { Project } from '../projects/project.ts';
import type { AnnexColumn, AnnexField, AnnexRow, RoundingDifference } from './annex-table.ts';
import type { AnnexSet } from './definition.ts';
import { type LedgerEntry, ledgerOf } from './ledger.ts';
import type { TemplateValues } from './template.ts';

/** 整体绩效目标 of a unit or of the department as a whole. */
interface OverallPerformance {
  readonly goals: readonly OverallGoal[];
  readonly overallIndicators: readonly OverallIndicator[];
}

export interface AnnexInput {
  readonly department: Department;
  /** The department's units in order; their plain sums are the department's figures, see `mergeUnits`. */
  readonly units: readonly Budget[];
  readonly year: number;
  readonly edition: ClassificationEdition;
  readonly annexSet: AnnexSet;
  /** The department's own goals and indicators, where it has set some beside its units'. */
  readonly departmentPerformance?: OverallPerformance | null;
}

/** A project with its place in the department. */
export interface NumberedProject {
  /** Running number in the department: the units in order, in a unit by position. */
  readonly number: number;
  readonly project: Project;
  readonly unit: BudgetUnit;
  readonly indicators: readonly ProjectIndicator[];
}

/** All that the rules draw from, gathered once for the whole set. */
export interface AnnexContext {
  readonly set: AnnexSet;
  readonly edition: ClassificationEdition;
  readonly ledger: readonly LedgerEntry[];
  /** The units that are told apart in a list of units; empty: there is but one. */
  readonly unitLines: readonly BudgetUnit[];
  readonly projects: readonly NumberedProject[];
  readonly performance: OverallPerformance;
  readonly values: TemplateValues;
}

/** What a rule makes of a definition: the body of one table. */
export interface AnnexBody {
  /** The running number, where a definition makes many tables (`12-3`). */
  readonly number?: number;
  readonly columns: readonly AnnexColumn[];
  readonly rows: readonly AnnexRow[];
  readonly fields?: readonly AnnexField[];
  readonly differences?: readonly RoundingDifference[];
  /** Notes on printed totals that count columns which an edited set does not print. */
  readonly unlisted?: readonly string[];
}

export function annexContext(input: AnnexInput): AnnexContext {
  const { department, units, year, edition, annexSet } = input;
  return {
    set: annexSet,
    edition,
    ledger: ledgerOf(units, edition),
    unitLines: units.length > 1 ? units.map(({ unit }) => unit) : [],
    projects: numberedProjects(units),
    performance: input.departmentPerformance ?? {
      goals: units.flatMap(({ goals }) => goals),
      overallIndicators: units.flatMap(({ overallIndicators }) => overallIndicators),
    },
    values: {
      organisation: department.fullName,
      departmentCode: department.code,
      departmentName: department.name,
      year: `${year}`,
      priorYear: `${year - 1}`,
      spender: units.length > 1 ? '单位' : '部门',
      ...Object.fromEntries(units.map(({ unit }, index) => [`unit${index + 1}`, unit.name])),
    },
  };
}

function numberedProjects(units: readonly Budget[]): readonly NumberedProject[] {
  return units
    .flatMap(({ projects, unit, indicators }) => {
      const byProject = groupBy(indicators, ({ projectKey }) => projectKey);
      return projects.map((project) => ({ project, unit, indicators: byProject.get(project.key) ?? [] }));
    })
    .map((project, index) => ({ ...project, number: index + 1 }));
}
