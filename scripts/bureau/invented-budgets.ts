import { randomUUID } from 'node:crypto';
import type { VersionContent } from '@/lib/db/content-repository.ts';
import type { AnnexSetRef } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import type { Rounding } from '@/lib/domain/annexes/rounding.ts';
import type { Budget, BudgetUnit } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import type { CheckSettings } from '@/lib/domain/checks/finding.ts';
import { NO_SURROUNDINGS } from '@/lib/domain/checks/surroundings.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { digestOf, type ReviewDigest } from '@/lib/domain/review/review-digest.ts';
import type { StandardSet } from '@/lib/domain/staffing/standard.ts';
import { withCurrentCodes } from '@/lib/domain/versions/current-codes.ts';
import { priorYearOf } from '@/lib/domain/versions/prior-year.ts';
import { soundContent } from '../../tests/sound-content.ts';
import type { InventedDepartment, InventedUnit } from './invented-units.ts';

/** How far a version has come. */
export type Fate = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED';

/** By the last digit of a unit's number, null: no budget begun. Half of the units wait. */
const FATES: readonly (Fate | null)[] = [
  null,
  'DRAFT',
  'DRAFT',
  ...Array.from({ length: 5 }, (): Fate => 'SUBMITTED'),
  'RETURNED',
  'APPROVED',
];

export interface InventedVersion {
  readonly id: string;
  readonly number: number;
  readonly fate: Fate;
  readonly content: VersionContent;
  /** Keys of the findings that the unit has explained. */
  readonly explained: readonly string[];
  /** Null: it was not submitted this year. */
  readonly digest: ReviewDigest | null;
}

export interface InventedBudget {
  readonly id: string;
  readonly unitId: string;
  readonly year: number;
  /** A returned one is followed by its copy. */
  readonly versions: readonly InventedVersion[];
}

/** What the budgets of a year, and of the year before, are made and checked with. */
export interface YearOfBudgets {
  readonly year: number;
  readonly edition: ClassificationEdition;
  readonly lastEdition: ClassificationEdition;
  readonly settings: CheckSettings;
  readonly annexSetRef: AnnexSetRef;
  readonly rounding: Rounding;
  readonly standards: StandardSet;
}

/**
 * Last year's approved budget of a unit, and this year's as far as it has come, checked as a submission would be: all in
 * memory, so that the bureau is stored in a few statements.
 */
export function inventBudgets(
  { code, name, fullName }: InventedDepartment,
  unit: InventedUnit,
  given: YearOfBudgets,
): readonly InventedBudget[] {
  const { year, lastEdition } = given;
  const fate = FATES[unit.index % FATES.length] ?? null;
  const names = { department: { code, name, fullName }, unit: unitOf(unit) };
  const lastContent = contentOf(unit, 0n);
  const last = budgetOf(unit, year - 1, [versionOf(1, 'APPROVED', lastContent)]);
  if (fate === null) return [last];
  const lastBudget: Budget = { ...names, year: year - 1, ...lastContent };
  const content = withPriorYear(contentOf(unit, growthOf(unit)), lastBudget, lastEdition);
  if (fate === 'DRAFT') return [last, budgetOf(unit, year, [versionOf(1, fate, content)])];
  const submitted = submittedVersion({ ...names, year, ...content }, lastBudget, { fate, unit, given });
  const version = { ...versionOf(1, fate, content), ...submitted };
  const next = { ...versionOf(2, 'DRAFT', content), explained: submitted.explained };
  return [last, budgetOf(unit, year, fate === 'RETURNED' ? [version, next] : [version])];
}

function unitOf({ code, name, fullName, kind }: InventedUnit): BudgetUnit {
  return { code, name, fullName, kind };
}

function budgetOf({ id: unitId }: InventedUnit, year: number, versions: readonly InventedVersion[]): InventedBudget {
  return { id: randomUUID(), unitId, year, versions };
}

function versionOf(number: number, fate: Fate, content: VersionContent): InventedVersion {
  return { id: randomUUID(), number, fate, content, explained: [], digest: null };
}

interface Submitted {
  readonly fate: Fate;
  readonly unit: InventedUnit;
  readonly given: YearOfBudgets;
}

/** Every fourth unit has left a warning without an explanation. */
function submittedVersion(budget: Budget, lastBudget: Budget, { unit, given }: Submitted) {
  const { edition, settings, annexSetRef, rounding, standards } = given;
  const { budget: lastYear, moves: lastYearMoves } = withCurrentCodes(lastBudget, edition);
  const input = { ...NO_SURROUNDINGS, budget, edition, settings, standards, lastYear, lastYearMoves };
  const { results } = examineBudget({ ...input, annexSetRef, rounding });
  const warnings = allFindings(results).filter(({ severity }) => severity === 'warning');
  const explained = (unit.index % 4 === 3 ? warnings.slice(1) : warnings).map(({ key }) => key);
  const circumstances = { explainedKeys: new Set(explained), isExtended: false, timesReturned: 0 };
  return { explained, digest: digestOf({ ...input, results, ...circumstances }) };
}

/** 上年数 are last year's figures. */
function withPriorYear(content: VersionContent, last: Budget, lastEdition: ClassificationEdition): VersionContent {
  const prior = priorYearOf(last, lastEdition, randomUUID);
  const { priorThreePublic, priorProjectTotalFen, priorOperatingFen } = prior.profile;
  const profile = { ...content.profile, priorThreePublic, priorProjectTotalFen, priorOperatingFen };
  return { ...content, priorYear: prior.priorYear, profile };
}

/** Wages differ from unit to unit and from year to year, always by the same amounts. */
function contentOf({ index, code, field }: InventedUnit, growthFen: bigint): VersionContent {
  const base = BigInt((index * 7919) % 5000) * 100_000n;
  return soundContent(code, { theme: field, moreFen: base + growthFen });
}

function growthOf({ index }: InventedUnit): bigint {
  return BigInt(((index * 104_729) % 90) - 20) * 1_000_000n;
}
