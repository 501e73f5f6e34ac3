import type { Budget, BudgetUnit, ExpenditureLine, RevenueLine } from '@/lib/domain/budget/budget.ts';
import { PROCUREMENT_CATEGORY_LABELS, UNIT_KIND_LABELS } from '@/lib/domain/budget/budget.ts';
import { FUND_SOURCE_LABELS, type FundSource } from '@/lib/domain/budget/fund-source.ts';
import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatExact } from '@/lib/domain/money/format.ts';
import { MAX_AMOUNT_FEN } from '@/lib/domain/money/parse.ts';
import { COMPARISON_LABELS } from '@/lib/domain/performance/indicator.ts';
import {
  PROJECT_CATEGORY_LABELS,
  PROJECT_GROUP_LABELS,
  PROJECT_NATURE_LABELS,
  type Project,
} from '@/lib/domain/projects/project.ts';
import { REASON_KIND_LABELS } from '@/lib/domain/reasons/change-reason.ts';
import { STAFF_KIND_LABELS, type StaffGroup } from '@/lib/domain/staffing/staff-group.ts';
import {
  type BudgetPackage,
  PACKAGE_FORMAT,
  type PackageAdjustment,
  type PackageContent,
  type PackageProject,
} from './package-schema.ts';

/** Up to here a JSON number holds every 分 exactly; larger amounts are written as strings. */
const LARGEST_NUMBER_FEN: Fen = 999_999_999_999_999n;

/**
 * Writes budgets of one department and year as a package; `parseBudgetPackage` reads it back to the same budgets but
 * for the keys and positions of rows.
 *
 * @param adjustments those that are adjustments, by the code of their unit: said in the file, and ignored by its readers
 * @throws RangeError when there is no budget, or they are of several departments or years (a bug of the caller)
 */
export function toBudgetPackage(
  budgets: readonly Budget[],
  adjustments: ReadonlyMap<string, PackageAdjustment> = new Map(),
): BudgetPackage {
  const [first] = budgets;
  if (!first) throw new RangeError('a package holds at least one budget');
  const { department, year } = first;
  if (budgets.some((budget) => budget.department.code !== department.code || budget.year !== year)) {
    throw new RangeError('a package holds the budgets of one department and year');
  }
  const head = { format: PACKAGE_FORMAT, department, year } as const;
  const parts = budgets.map((budget) => {
    const adjustment = adjustments.get(budget.unit.code);
    return { unit: unitOf(budget.unit), ...(adjustment ? { adjustment } : {}), ...contentOf(budget) };
  });
  const [part] = parts;
  return part && parts.length === 1 ? { ...head, ...part } : { ...head, units: parts };
}

function unitOf({ code, name, fullName, kind }: BudgetUnit) {
  return { code, name, fullName, kind: UNIT_KIND_LABELS[kind] };
}

function contentOf(budget: Budget): PackageContent {
  return {
    ...profileContent(budget.profile),
    revenue: budget.revenue.filter((line) => !line.carriedOver).map(revenueLine),
    carryOver: {
      fromPriorYear: budget.revenue.filter((line) => line.carriedOver).map(revenueLine),
      toNextYear: budget.carryForward.map((line) => ({
        source: sourceName(line.source),
        amountYuan: yuan(line.amountFen),
      })),
    },
    basic: budget.expenditure
      .filter((line) => line.projectKey === null)
      .map((line) => ({ functionCode: line.functionCode, ...costLine(line) })),
    projects: budget.projects.map((project, index) => packageProject(budget, project, index + 1)),
    procurement: budget.procurement.map((line) => ({
      category: PROCUREMENT_CATEGORY_LABELS[line.category],
      item: line.item,
      source: sourceName(line.source),
      amountYuan: yuan(line.amountFen),
      carriedOver: line.carriedOver,
    })),
    overallPerformance: {
      goals: budget.goals.map((goal) => goal.text),
      indicators: budget.overallIndicators.map((row) => ({
        name: row.name,
        type: row.type,
        weight: row.weight,
        unit: row.unitOfMeasure,
        nature: COMPARISON_LABELS[row.comparison],
        value: row.targetValue,
      })),
    },
    priorYear: priorYearContent(budget),
    staffRegister: budget.staff.map(staffGroup),
    changeReasons: budget.reasons.map(({ subject, kind, amountFen, people, text }) => ({
      ...{ subject, kind: REASON_KIND_LABELS[kind], amountYuan: yuan(amountFen), people, text },
    })),
    narrativePassages: budget.passages.map(({ paragraphId, text }) => ({ paragraphId, text })),
  };
}

function staffGroup({ key: _key, position: _position, ...group }: StaffGroup) {
  const { kind, monthlyBasePayFen, monthlyAllowanceFen, yearlyBonusFen, monthlyTransportFen, note, ...fields } = group;
  return {
    kind: STAFF_KIND_LABELS[kind],
    ...fields,
    monthlyBasePayYuan: yuan(monthlyBasePayFen),
    monthlyAllowanceYuan: yuan(monthlyAllowanceFen),
    yearlyBonusYuan: yuan(yearlyBonusFen),
    monthlyTransportYuan: yuan(monthlyTransportFen),
    ...noteOf(note),
  };
}

function packageProject(budget: Budget, project: Project, seq: number): PackageProject {
  const lines = budget.expenditure.filter((line) => line.projectKey === project.key);
  const { group, label } = PROJECT_CATEGORY_LABELS[project.category];
  const totalFen = sumFen(lines.map((line) => line.amountFen));
  // A sum beyond what one amount may be is left to its lines
  const hasTotal = lines.length > 0 && totalFen <= MAX_AMOUNT_FEN;
  return {
    seq,
    name: project.name,
    functionCode: project.functionCode,
    group: PROJECT_GROUP_LABELS[group],
    category: label,
    ...(hasTotal ? { amountYuan: yuan(totalFen) } : {}),
    nature: PROJECT_NATURE_LABELS[project.nature],
    start: project.start,
    duration: project.duration,
    supervisingDept: project.supervisingDepartment,
    implementingUnit: project.implementingUnit,
    overview: project.overview,
    basis: project.basis,
    annualGoal: project.annualObjective,
    lines: lines.map(costLine),
    indicators: budget.indicators
      .filter((row) => row.projectKey === project.key)
      .map((row) => ({
        level1: row.level1,
        level2: row.level2,
        level3: row.level3,
        value: row.targetValue,
        operator: COMPARISON_LABELS[row.comparison],
        unit: row.unitOfMeasure,
        weight: row.weight,
      })),
  };
}

function revenueLine({ source, functionCode, amountFen, note }: RevenueLine) {
  return { source: sourceName(source), functionCode, amountYuan: yuan(amountFen), ...noteOf(note) };
}

function costLine({ economicCode, source, amountFen, carriedOver, note }: ExpenditureLine) {
  return { economicCode, source: sourceName(source), amountYuan: yuan(amountFen), carriedOver, ...noteOf(note) };
}

function noteOf(note: string): { note?: string } {
  return note === '' ? {} : { note };
}

function priorYearContent({ year, priorYear, profile }: Budget): PackageContent['priorYear'] {
  return {
    year: year - 1,
    byFunction: priorYear.map((line) => ({ functionCode: line.functionCode, amountYuan: yuan(line.amountFen) })),
    threePublic: {
      abroadYuan: yuan(profile.priorThreePublic.overseasTripsFen),
      vehiclePurchaseYuan: yuan(profile.priorThreePublic.vehiclePurchaseFen),
      vehicleRunYuan: yuan(profile.priorThreePublic.vehicleRunningFen),
      receptionYuan: yuan(profile.priorThreePublic.receptionsFen),
    },
    projectTotalYuan: yuan(profile.priorProjectTotalFen),
    operatingYuan: yuan(profile.priorOperatingFen),
  };
}

function profileContent(profile: UnitProfile): PackageContent {
  const { narrative } = profile;
  return {
    staff: {
      asOf: profile.staffAsOf,
      onPost: profile.staffOnPost,
      retired: profile.staffRetired,
      retiredSincePriorBudget: profile.retiredSincePriorBudget,
    },
    organisation: { divisions: [...profile.divisions], institutions: [...profile.institutions] },
    vehicles: {
      asOf: profile.vehiclesAsOf,
      total: profile.vehiclesTotal,
      general: profile.vehiclesGeneral,
      lawEnforcement: profile.vehiclesLawEnforcement,
      plannedPurchase: profile.vehiclesPlannedPurchase,
    },
    narrativeInputs: {
      dutyIntro: narrative.dutyIntroduction,
      duties: [...narrative.duties],
      orgAliases: { short: narrative.shortName },
      changeReason: narrative.changeReason,
      basicUse: narrative.basicUse,
      operatingUse: narrative.operatingUse,
      operatingPublishedText: narrative.operatingText,
      procurementText: narrative.procurementText,
      performanceText: narrative.performanceText,
      assetsText: narrative.assetsText,
      terms: narrative.terms.map(({ term, definition }) => ({ term, definition })),
      contact: { office: narrative.contactOffice, phone: narrative.contactPhone },
    },
  };
}

function sourceName(source: FundSource): string {
  return FUND_SOURCE_LABELS[source].name;
}

function yuan(amountFen: Fen | null): number | string | null {
  if (amountFen === null) return null;
  const text = formatExact(amountFen, 'yuan');
  return amountFen <= LARGEST_NUMBER_FEN && amountFen >= -LARGEST_NUMBER_FEN ? Number(text) : text;
}
