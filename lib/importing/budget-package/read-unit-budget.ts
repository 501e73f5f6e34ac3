import type { Budget, BudgetUnit, Department, ExpenditureLine, RevenueLine } from '@/lib/domain/budget/budget.ts';
import { EMPTY_CONTENT, EMPTY_PROFILE } from '@/lib/domain/budget/empty-budget.ts';
import type { NarrativeInputs, UnitProfile } from '@/lib/domain/budget/profile.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { ProjectIndicator } from '@/lib/domain/performance/indicator.ts';
import type { Project } from '@/lib/domain/projects/project.ts';
import type { StaffGroup } from '@/lib/domain/staffing/staff-group.ts';
import type { ReadContent, ReadProject } from './package-schema.ts';

interface UnitPart {
  readonly department: Department;
  readonly unit: BudgetUnit;
  readonly year: number;
  readonly content: ReadContent;
  readonly newKey: () => string;
}

/** One unit's budget from its part of a package; rows get new keys and the positions 1, 2, 3 … of their list. */
export function readUnitBudget({ department, unit, year, content, newKey }: UnitPart): Budget {
  const numbered = <T>(rows: readonly T[]): readonly (T & Row)[] =>
    rows.map((row, index) => ({ ...row, key: newKey(), position: index + 1 }));
  const projects = numbered(inSequence(content.projects).map((read) => ({ read, fields: projectFields(read) })));
  const { carryOver, overallPerformance, priorYear } = content;
  return {
    ...EMPTY_CONTENT,
    department,
    unit,
    year,
    revenue: numbered([
      ...content.revenue.map((line) => revenueFields(line, false)),
      ...(carryOver?.fromPriorYear ?? []).map((line) => revenueFields(line, true)),
    ]),
    carryForward: numbered(
      (carryOver?.toNextYear ?? []).map((line) => ({ source: line.source, amountFen: line.amountYuan })),
    ),
    expenditure: numbered([
      ...content.basic.map((line) => ({ ...lineFields(line), projectKey: null, functionCode: line.functionCode })),
      ...projects.flatMap(({ key, read }) =>
        costLines(read).map((line) => ({ ...line, projectKey: key, functionCode: '' })),
      ),
    ]),
    projects: projects.map(({ key, position, fields }) => ({ key, position, ...fields })),
    indicators: numbered(
      projects.flatMap(({ key, read }) => read.indicators.map((row) => ({ projectKey: key, ...indicatorFields(row) }))),
    ),
    goals: numbered((overallPerformance?.goals ?? []).map((text) => ({ text }))),
    overallIndicators: numbered(
      (overallPerformance?.indicators ?? []).map(({ name, type, nature, value, unit: unitOfMeasure, weight }) => ({
        ...{ name, type, comparison: nature, targetValue: value, unitOfMeasure, weight },
      })),
    ),
    procurement: numbered(content.procurement.map(({ amountYuan, ...line }) => ({ ...line, amountFen: amountYuan }))),
    priorYear: numbered(
      (priorYear?.byFunction ?? []).map((line) => ({ functionCode: line.functionCode, amountFen: line.amountYuan })),
    ),
    staff: numbered(content.staffRegister.map(staffFields)),
    reasons: numbered(content.changeReasons.map(({ amountYuan, ...reason }) => ({ ...reason, amountFen: amountYuan }))),
    passages: numbered(content.narrativePassages),
    profile: profileOf(content),
  };
}

/** Projects by the number they bear; one without a number follows the ones before it in the file. */
function inSequence(projects: readonly ReadProject[]): readonly ReadProject[] {
  if (projects.some((project) => project.seq === undefined)) return projects;
  return [...projects].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
}

function projectFields(read: ReadProject): Omit<Project, keyof Row> {
  return {
    name: read.name,
    functionCode: read.functionCode,
    category: read.category,
    nature: read.nature,
    start: read.start,
    duration: read.duration,
    supervisingDepartment: read.supervisingDept,
    implementingUnit: read.implementingUnit,
    overview: read.overview,
    basis: read.basis,
    annualObjective: read.annualGoal,
  };
}

type LineFields = Omit<ExpenditureLine, keyof Row | 'projectKey' | 'functionCode'>;

function lineFields(line: ReadProject['lines'][number]): LineFields {
  const { economicCode, source, carriedOver, amountYuan, note } = line;
  return { economicCode, source, carriedOver, amountFen: amountYuan, note };
}

/** The cost lines of a project; one that names none but an amount is a single line without an economic code yet. */
function costLines(read: ReadProject): readonly LineFields[] {
  if (read.lines.length > 0) return read.lines.map(lineFields);
  if (read.amountYuan === null || read.source === undefined) return [];
  return [{ economicCode: '', source: read.source, carriedOver: false, amountFen: read.amountYuan, note: '' }];
}

function indicatorFields(row: ReadProject['indicators'][number]): Omit<ProjectIndicator, keyof Row | 'projectKey'> {
  const { level1, level2, level3, operator, value, unit, weight } = row;
  return { level1, level2, level3, comparison: operator, targetValue: value, unitOfMeasure: unit, weight };
}

function revenueFields(line: ReadContent['revenue'][number], carriedOver: boolean): Omit<RevenueLine, keyof Row> {
  const { source, functionCode, amountYuan, note } = line;
  return { source, carriedOver, functionCode, amountFen: amountYuan, note };
}

function staffFields(group: ReadContent['staffRegister'][number]): Omit<StaffGroup, keyof Row> {
  const { monthlyBasePayYuan, monthlyAllowanceYuan, yearlyBonusYuan, monthlyTransportYuan, ...fields } = group;
  return {
    ...fields,
    monthlyBasePayFen: monthlyBasePayYuan,
    monthlyAllowanceFen: monthlyAllowanceYuan,
    yearlyBonusFen: yearlyBonusYuan,
    monthlyTransportFen: monthlyTransportYuan,
  };
}

function profileOf({ staff, organisation, vehicles, priorYear, narrativeInputs }: ReadContent): UnitProfile {
  const threePublic = priorYear?.threePublic;
  return {
    staffAsOf: staff?.asOf ?? '',
    staffOnPost: staff?.onPost ?? null,
    staffRetired: staff?.retired ?? null,
    retiredSincePriorBudget: staff?.retiredSincePriorBudget ?? null,
    divisions: organisation?.divisions ?? [],
    institutions: organisation?.institutions ?? [],
    vehiclesAsOf: vehicles?.asOf ?? '',
    vehiclesTotal: vehicles?.total ?? null,
    vehiclesGeneral: vehicles?.general ?? null,
    vehiclesLawEnforcement: vehicles?.lawEnforcement ?? null,
    vehiclesPlannedPurchase: vehicles?.plannedPurchase ?? null,
    priorThreePublic: {
      overseasTripsFen: threePublic?.abroadYuan ?? null,
      vehiclePurchaseFen: threePublic?.vehiclePurchaseYuan ?? null,
      vehicleRunningFen: threePublic?.vehicleRunYuan ?? null,
      receptionsFen: threePublic?.receptionYuan ?? null,
    },
    priorProjectTotalFen: priorYear?.projectTotalYuan ?? null,
    priorOperatingFen: priorYear?.operatingYuan ?? null,
    narrative: narrativeInputs ? narrativeOf(narrativeInputs) : EMPTY_PROFILE.narrative,
  };
}

function narrativeOf(inputs: NonNullable<ReadContent['narrativeInputs']>): NarrativeInputs {
  return {
    shortName: inputs.orgAliases?.short ?? '',
    dutyIntroduction: inputs.dutyIntro,
    duties: inputs.duties,
    changeReason: inputs.changeReason,
    basicUse: inputs.basicUse,
    operatingUse: inputs.operatingUse,
    operatingText: inputs.operatingPublishedText,
    procurementText: inputs.procurementText,
    performanceText: inputs.performanceText,
    assetsText: inputs.assetsText,
    terms: inputs.terms,
    contactOffice: inputs.contact?.office ?? '',
    contactPhone: inputs.contact?.phone ?? '',
  };
}
