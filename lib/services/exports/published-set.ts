import type { AnnexSetRef } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import type { Rounding } from '@/lib/domain/annexes/rounding.ts';
import type { Department } from '@/lib/domain/budget/budget.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { byUnitCode, type TransferAnswer } from '@/lib/domain/merging/internal-transfer.ts';
import { type MergedUnits, mergeUnits } from '@/lib/domain/merging/merge-units.ts';
import { stageLabel } from '@/lib/domain/workflow/round.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';

/** One version of one unit's budget. */
export type PublishedUnit = Pick<BudgetWorkspace, 'budget' | 'version'>;

/** What is published as one document: a version of a unit's budget, or those of a department's units together. */
export interface PublishedSet {
  /** Whose document it is: the unit or the department, as files are named. */
  readonly subject: { readonly code: string; readonly name: string };
  readonly department: Department;
  readonly year: number;
  readonly edition: ClassificationEdition;
  readonly annexSetRef: AnnexSetRef;
  readonly rounding: Rounding;
  /** At least one, in the order of their codes. */
  readonly units: readonly PublishedUnit[];
  /** The units' budgets as they are added up, without what one unit pays another. */
  readonly merged: MergedUnits;
  /** False where a unit that belongs to the set has no budget yet. */
  readonly isWhole: boolean;
}

/** What opening a budget gives that its document needs. */
export type OpenedVersion = Pick<BudgetWorkspace, 'budget' | 'edition' | 'version' | 'annexSetRef' | 'rounding'>;

/** One version of a unit's budget, which stands for itself. */
export function unitSet({ budget, edition, version, annexSetRef, rounding }: OpenedVersion): PublishedSet {
  const { unit, department, year } = budget;
  const units = [{ budget, version }];
  const merged = mergeUnits([budget], []);
  return { subject: unit, department, year, edition, annexSetRef, rounding, units, merged, isWhole: true };
}

/**
 * The versions of a department's units together.
 *
 * @param answers where receipts from other units come from, see `mergeUnits`
 * @throws RangeError when there is none (a bug of the caller)
 */
export function departmentSet(
  opened: readonly OpenedVersion[],
  isWhole: boolean,
  answers: readonly TransferAnswer[] = [],
): PublishedSet {
  const units = [...opened].sort((a, b) => byUnitCode(a.budget, b.budget));
  const [first] = units;
  if (!first) throw new RangeError('a set holds at least one budget');
  const { budget, edition, annexSetRef, rounding } = first;
  const { department, year } = budget;
  const merged = mergeUnits(
    units.map((unit) => unit.budget),
    answers,
  );
  return { subject: department, department, year, edition, annexSetRef, rounding, units, merged, isWhole };
}

/** Whether all of it is approved and nothing counted twice; anything else is marked 草稿. */
export function isApproved({ units, merged, isWhole }: PublishedSet): boolean {
  return isWhole && merged.faults.length === 0 && units.every(({ version }) => version.state === 'APPROVED');
}

/** `第1次调整` of a unit's adjustment; of a department that some of its units are adjusted; blank: 年初预算. */
export function adjustmentLabel({ units }: PublishedSet): string {
  const adjusted = units.filter(({ version }) => version.adjustment > 0);
  const [first] = adjusted;
  if (!first) return '';
  return units.length === 1 ? stageLabel(null, first.version.adjustment) : '含预算调整';
}
