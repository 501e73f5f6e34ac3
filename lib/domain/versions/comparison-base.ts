import type { VersionSummary } from '../workflow/workspace.ts';

/** A version that means something to the one that is looked at. */
type VersionBase = { readonly kind: 'previous' | 'round' | 'approved' | 'other'; readonly version: VersionSummary };

/** What a version is compared with. */
export type ComparisonBase = VersionBase | { readonly kind: 'last-year' };

interface Comparable {
  /** Of the budget, in any order. */
  readonly versions: readonly VersionSummary[];
  /** The one that is looked at. */
  readonly version: VersionSummary;
  /** Whether last year's approved budget is known. */
  readonly hasLastYear: boolean;
}

/**
 * What a version can be compared with: the submission before it, the last one of the round before (一上 beside 二上),
 * the approved version before (beside an adjustment), last year's approved budget, and any other version. Each version
 * stands once, under the first of its meanings; what is shown unless another is asked for stands first.
 */
export function comparisonBases({ versions, version, hasLastYear }: Comparable): readonly ComparisonBase[] {
  const meant = meaningsOf(versions, version).filter(
    (base, index, all) => all.findIndex((first) => first.version.id === base.version.id) === index,
  );
  const taken = new Set([version.id, ...meant.map((base) => base.version.id)]);
  const others = newestFirst(versions).filter(({ id }) => !taken.has(id));
  return [
    ...meant,
    ...(hasLastYear ? [{ kind: 'last-year' } as const] : []),
    ...others.map((other) => ({ kind: 'other', version: other }) as const),
  ];
}

/** How an address names a base: `previous`, `round`, `approved`, `last-year` or the number of a version. */
export function baseName(base: ComparisonBase): string {
  return base.kind === 'other' ? String(base.version.number) : base.kind;
}

/**
 * The base that an address names.
 *
 * @returns the standard one where nothing, or nothing that there is, is named; null where there is none at all
 */
export function baseNamed(name: string | null, comparable: Comparable): ComparisonBase | null {
  const bases = comparisonBases(comparable);
  const meant = meaningsOf(comparable.versions, comparable.version).find(({ kind }) => kind === name);
  const number = meant?.version.number ?? (name !== null && /^\d{1,6}$/.test(name) ? Number(name) : null);
  return (
    bases.find((base) => baseName(base) === name) ??
    bases.find((base) => base.kind !== 'last-year' && base.version.number === number) ??
    bases[0] ??
    null
  );
}

/** One version may have several meanings: the last submission before 二上 is that of 一上. */
function meaningsOf(versions: readonly VersionSummary[], version: VersionSummary): readonly VersionBase[] {
  const earlier = newestFirst(versions).filter(({ number }) => number < version.number);
  const found: Readonly<Record<Exclude<VersionBase['kind'], 'other'>, VersionSummary | undefined>> = {
    previous: earlier.find(wasSubmitted),
    round: earlier.find((other) => wasSubmitted(other) && isOfAnotherRound(other, version)),
    approved: earlier.find(({ state }) => state === 'APPROVED'),
  };
  return (['previous', 'round', 'approved'] as const).flatMap((kind) => {
    const meant = found[kind];
    return meant ? [{ kind, version: meant }] : [];
  });
}

function newestFirst(versions: readonly VersionSummary[]): readonly VersionSummary[] {
  return [...versions].sort((a, b) => b.number - a.number);
}

/** A submission that somebody could look at; one that was taken back was not. */
function wasSubmitted({ submittedAt, state }: VersionSummary): boolean {
  return submittedAt !== null && state !== 'WITHDRAWN' && state !== 'CONFIRMING';
}

/** 一上 is another round than 二上; an adjustment is another one than the year's. */
function isOfAnotherRound(other: VersionSummary, version: VersionSummary): boolean {
  return other.adjustment !== version.adjustment || other.round?.id !== version.round?.id;
}
