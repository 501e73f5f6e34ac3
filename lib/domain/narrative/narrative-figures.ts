import type { Budget, Department } from '../budget/budget.ts';
import { hasOperatingExpenditure } from '../budget/operating-expenditure.ts';
import type { PriorThreePublic, UnitProfile } from '../budget/profile.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import {
  amountFigure,
  changeFigure,
  countFigure,
  type Figure,
  type Figures,
  labelFigure,
  percentFigure,
} from './figure.ts';
import { lineSums } from './line-sums.ts';

export interface NarrativeInput {
  readonly units: readonly Budget[];
  readonly department: Department;
  readonly year: number;
  readonly edition: ClassificationEdition;
}

/**
 * Every figure the narrative may quote, computed from the budgets of a department's units as the annexes compute
 * theirs. Checks compare free text with the same figures. A figure that is not known (last year's, mostly) is missing
 * from the map, never nought.
 */
export function narrativeFigures({ units, year, edition }: NarrativeInput): Figures {
  const sums = lineSums(units, edition);
  const figures = new Map<string, Figure>([...sums].map(([ref, amountFen]) => [ref, amountFigure(amountFen)]));
  figures.set('year', labelFigure(`${year}`));
  figures.set('priorYear', labelFigure(`${year - 1}`));
  const now = (ref: string): Fen => sums.get(ref) ?? 0n;
  addAll(figures, priorFigures(units, now));
  addAll(figures, performanceFigures(units));
  addAll(figures, profileFigures(units));
  return figures;
}

function addAll(figures: Map<string, Figure>, more: Iterable<readonly [string, Figure | null]>): void {
  for (const [ref, figure] of more) if (figure) figures.set(ref, figure);
}

/** The sum of what each unit states; null as soon as one of them states nothing. */
function sumKnown(units: readonly Budget[], read: (profile: UnitProfile) => Fen | null): Fen | null {
  const amounts = units.map(({ profile }) => read(profile));
  return amounts.length === 0 || amounts.includes(null) ? null : sumFen(amounts);
}

type NamedFigure = readonly [string, Figure | null];

/** Last year's figures and the changes on them, each only where last year's is known. */
function priorFigures(units: readonly Budget[], now: (ref: string) => Fen): readonly NamedFigure[] {
  const total = units.some(({ priorYear }) => priorYear.some(({ amountFen }) => amountFen !== null))
    ? sumFen(units.flatMap(({ priorYear }) => priorYear.map(({ amountFen }) => amountFen)))
    : null;
  const project = sumKnown(units, ({ priorProjectTotalFen }) => priorProjectTotalFen);
  const basic = total !== null && project !== null && project <= total ? total - project : null;
  const operating = sumKnown(units.filter(hasOperatingExpenditure), ({ priorOperatingFen }) => priorOperatingFen);
  return [
    ...compared('total', now('expenditure.general'), total),
    ...compared('basic', now('basic.general'), basic),
    ...compared('project', now('project.general'), basic === null ? null : project),
    ...compared('operating', now('operating'), operating),
    ...priorThreePublic(units, now),
  ];
}

function compared(name: string, nowFen: Fen, beforeFen: Fen | null): readonly NamedFigure[] {
  if (beforeFen === null) return [];
  return [
    [`prior.${name}`, amountFigure(beforeFen)],
    [`change.${name}`, changeFigure(nowFen, beforeFen)],
    [`percent.${name}`, percentFigure(nowFen, beforeFen)],
  ];
}

const THREE_PUBLIC_FIELDS: readonly (readonly [string, keyof PriorThreePublic])[] = [
  ['threePublic.overseasTrips', 'overseasTripsFen'],
  ['threePublic.vehiclePurchase', 'vehiclePurchaseFen'],
  ['threePublic.vehicleRunning', 'vehicleRunningFen'],
  ['threePublic.receptions', 'receptionsFen'],
];

function priorThreePublic(units: readonly Budget[], now: (ref: string) => Fen): readonly NamedFigure[] {
  const items = THREE_PUBLIC_FIELDS.map(([ref, field]) => {
    return { ref, beforeFen: sumKnown(units, ({ priorThreePublic: prior }) => prior[field]) };
  });
  const known = items.flatMap(({ beforeFen }) => (beforeFen === null ? [] : [beforeFen]));
  const totalFen = known.length === items.length ? sumFen(known) : null;
  return [...items, { ref: 'threePublic.total', beforeFen: totalFen }].flatMap(({ ref, beforeFen }) =>
    compared(ref, now(ref), beforeFen),
  );
}

/** What is under performance management: projects with at least one indicator. */
function performanceFigures(units: readonly Budget[]): readonly NamedFigure[] {
  let projects = 0;
  let managed = 0;
  let generalFen = 0n;
  let otherFen = 0n;
  for (const unit of units) {
    const withIndicators = new Set(unit.indicators.map(({ projectKey }) => projectKey));
    projects += unit.projects.length;
    managed += unit.projects.filter(({ key }) => withIndicators.has(key)).length;
    for (const line of unit.expenditure) {
      if (line.projectKey === null || !withIndicators.has(line.projectKey)) continue;
      if (line.source === 'GENERAL_PUBLIC' && !line.carriedOver) generalFen += line.amountFen ?? 0n;
      else otherFen += line.amountFen ?? 0n;
    }
  }
  return [
    ['performance.amount', amountFigure(generalFen)],
    ['performance.other', amountFigure(otherFen)],
    ['performance.projects', countFigure(managed)],
    ['performance.unmanaged', countFigure(projects - managed)],
    ['project.count', countFigure(projects)],
  ];
}

const COUNTS: readonly (readonly [string, (profile: UnitProfile) => number | null])[] = [
  ['org.divisions', ({ divisions }) => divisions.length],
  ['org.institutions', ({ institutions }) => institutions.length],
  ['staff.onPost', ({ staffOnPost }) => staffOnPost],
  ['staff.retired', ({ staffRetired }) => staffRetired],
  ['staff.retiredSincePriorBudget', ({ retiredSincePriorBudget }) => retiredSincePriorBudget],
  ['vehicles.total', ({ vehiclesTotal }) => vehiclesTotal],
  ['vehicles.general', ({ vehiclesGeneral }) => vehiclesGeneral],
  ['vehicles.lawEnforcement', ({ vehiclesLawEnforcement }) => vehiclesLawEnforcement],
  ['vehicles.other', otherVehicles],
  ['vehicles.plannedPurchase', ({ vehiclesPlannedPurchase }) => vehiclesPlannedPurchase],
];

function otherVehicles({ vehiclesTotal, vehiclesGeneral, vehiclesLawEnforcement }: UnitProfile): number | null {
  if (vehiclesTotal === null || vehiclesGeneral === null || vehiclesLawEnforcement === null) return null;
  return vehiclesTotal - vehiclesGeneral - vehiclesLawEnforcement;
}

function profileFigures(units: readonly Budget[]): readonly NamedFigure[] {
  const profiles = units.map(({ profile }) => profile);
  const counts = COUNTS.map(([ref, read]): NamedFigure => {
    const numbers = profiles.flatMap((profile) => read(profile) ?? []);
    const isKnown = profiles.length > 0 && numbers.length === profiles.length;
    return [ref, isKnown ? countFigure(numbers.reduce((sum, count) => sum + count, 0)) : null];
  });
  return [
    ...counts,
    ['org.units', countFigure(units.length)],
    ...monthFigures(
      'staff',
      first(profiles, ({ staffAsOf }) => staffAsOf),
    ),
    ...monthFigures(
      'vehicles',
      first(profiles, ({ vehiclesAsOf }) => vehiclesAsOf),
    ),
    ['contact.phone', optionalLabel(first(profiles, ({ narrative }) => narrative.contactPhone))],
  ];
}

/** The first unit's answer that is not blank. */
function first(profiles: readonly UnitProfile[], read: (profile: UnitProfile) => string): string {
  return profiles.map((profile) => read(profile).trim()).find((text) => text !== '') ?? '';
}

function optionalLabel(text: string): Figure | null {
  return text === '' ? null : labelFigure(text);
}

/** `2022-12` → year and month. */
function monthFigures(name: string, yearMonth: string): readonly NamedFigure[] {
  const match = /^(\d{4})-0?(\d{1,2})$/.exec(yearMonth);
  return [
    [`${name}.asOfYear`, optionalLabel(match?.[1] ?? '')],
    [`${name}.asOfMonth`, optionalLabel(match?.[2] ?? '')],
  ];
}
