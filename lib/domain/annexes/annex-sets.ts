import { unitOf } from './amounts.ts';
import { CHONGQING } from './chongqing/annex-set.ts';
import type { AnnexDefinition, AnnexRole, AnnexSet } from './definition.ts';
import type { AnnexSetRef, EditedAnnexSet } from './edits/annex-set-edits.ts';
import { applyAnnexSetEdits } from './edits/apply-edits.ts';
import type { Rounding } from './rounding.ts';
import { SHANGHAI } from './shanghai/annex-set.ts';
import { fillTemplate } from './template.ts';

/** Every set that comes with the product; a fiscal year names one of them, or one that a bureau edited. */
export const ANNEX_SETS: readonly AnnexSet[] = [CHONGQING, SHANGHAI];

/** The set of a fiscal year that names no other. */
export const DEFAULT_ANNEX_SET = CHONGQING.id;

/** What a fiscal year's settings say of its annexes. */
export interface AnnexCustoms {
  readonly annexSetRef: AnnexSetRef;
  /** Absent: the set's own. */
  readonly rounding?: Rounding;
}

/**
 * A set that comes with the product.
 *
 * @param id e.g. `chongqing`
 * @throws RangeError for an id that no set bears: settings are checked before they are stored
 */
export function annexSetById(id: string): AnnexSet {
  const set = ANNEX_SETS.find((candidate) => candidate.id === id);
  if (!set) throw new RangeError(`no annex set ${id}`);
  return set;
}

/** Edited sets that were put together once: a screen asks at each keystroke. */
const madeSets = new WeakMap<EditedAnnexSet, AnnexSet>();

/**
 * The set that is named, whoever made it.
 *
 * @throws RangeError for an id that no set bears
 */
export function annexSetNamed(ref: AnnexSetRef): AnnexSet {
  if (typeof ref === 'string') return annexSetById(ref);
  const made = madeSets.get(ref) ?? {
    ...applyAnnexSetEdits(annexSetById(ref.base), ref.edits),
    id: ref.id,
    name: ref.name,
  };
  madeSets.set(ref, made);
  return made;
}

/**
 * A set with the year's custom of rounding in place of its own.
 *
 * @throws RangeError for an id that no set bears
 */
export function annexSetOf({ annexSetRef, rounding }: AnnexCustoms): AnnexSet {
  const set = annexSetNamed(annexSetRef);
  return { ...set, rounding: rounding ?? set.rounding };
}

/** The annex of a set that says something, whatever it is called there; undefined where the set has none. */
export function annexOfRole(set: AnnexSet, role: AnnexRole): AnnexDefinition | undefined {
  return set.annexes.find((annex) => annex.role === role);
}

/** What an annex is called, e.g. `附件3` or `表8`. */
export function annexNumber(set: Pick<AnnexSet, 'number'>, annex: string): string {
  return fillTemplate(set.number, { annex });
}

/** The same by what names the set, for screens: `annexNumberIn('shanghai')('3')` → `表3`. */
export function annexNumberIn(annexSetRef: AnnexSetRef): (annex: string) => string {
  const set = annexSetNamed(annexSetRef);
  return (annex) => annexNumber(set, annex);
}

/** What a text calls an annex that the set does not have. */
const ROLE_NAMES: Readonly<Record<AnnexRole, string>> = {
  fiscalBalance: '财政拨款收支总表',
  generalByFunction: '一般公共预算支出表',
  basicByEconomic: '一般公共预算基本支出表',
  threePublic: '“三公”经费预算表',
  fundByFunction: '政府性基金预算支出表',
  capitalByFunction: '国有资本经营预算支出表',
  wholeBalance: '部门收支总表',
  revenue: '部门收入总表',
  expenditure: '部门支出总表',
  procurement: '政府采购预算明细表',
  projects: '项目支出明细表',
  overallPerformance: '整体绩效目标表',
  projectSheets: '项目绩效目标表',
};

/** The number of the annex that says something, or what such an annex is usually called where the set has none. */
export function annexNameOf(set: AnnexSet, role: AnnexRole): string {
  const annex = annexOfRole(set, role);
  return annex ? annexNumber(set, annex.id) : ROLE_NAMES[role];
}

/** Why nothing can be said of some annexes together: the set does not have them all. Null where it has. */
export function annexesLacking(set: AnnexSet, roles: readonly AnnexRole[]): string | null {
  const names = roles.filter((role) => !annexOfRole(set, role)).map((role) => ROLE_NAMES[role]);
  return names.length === 0 ? null : `本年度所用的“${set.name}”没有${names.join('、')}。`;
}

/** Writes the set's own numbers into words of ours, e.g. `{basicByEconomic}合计` → `附件3合计`. */
export function fillAnnexNames(text: string, set: AnnexSet): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(ROLE_NAMES, name) ? annexNameOf(set, name as AnnexRole) : whole,
  );
}

/** Whether every annex prints in 元, so that nothing is rounded. */
export function printsExactly(set: AnnexSet): boolean {
  return set.annexes.every((annex) => unitOf(annex, set) === 'yuan');
}

/** Whether an annex prints columns of last year's figures. */
export function printsPriorYear(set: AnnexSet, role: AnnexRole): boolean {
  const holdsPrior = (part: unknown): boolean =>
    typeof part === 'string'
      ? part.startsWith('PRIOR_')
      : isObject(part) && !('hidden' in part) && Object.values(part).some(holdsPrior);
  return holdsPrior(annexOfRole(set, role));
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null;
}
