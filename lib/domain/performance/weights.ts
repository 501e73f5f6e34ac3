/**
 * Shares out whole points in proportion to the given shares, by largest remainder, so that they come to the total
 * exactly. Every share gets at least one point as long as there are enough of them: an indicator without weight is
 * incomplete.
 *
 * @param shares none negative; all nought counts as all equal
 * @param total a whole number, not negative
 */
export function shareOut(shares: readonly number[], total: number): readonly number[] {
  const count = shares.length;
  if (count === 0) return [];
  const least = total >= count ? 1 : 0;
  const rest = total - least * count;
  const sum = shares.reduce((all, share) => all + share, 0);
  const exact = shares.map((share) => {
    const wanted = sum === 0 ? total / count : (share / sum) * total;
    return Math.max(0, wanted - least);
  });
  /* What was lifted to one point is taken off the others in proportion. */
  const exactSum = exact.reduce((all, part) => all + part, 0);
  const scaled = exact.map((part) => (exactSum === 0 ? rest / count : (part / exactSum) * rest));
  const points = scaled.map(Math.floor);
  let left = rest - points.reduce((all, part) => all + part, 0);
  const byRemainder = scaled
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    points[index] = (points[index] ?? 0) + 1;
    left -= 1;
  }
  return points.map((part) => part + least);
}

type Weight = number | null;

/**
 * Weights that come to the total: where some are blank and there are points left, the blank ones share these; else all
 * are scaled in proportion, blank ones as the mean of the others.
 */
export function completedWeights(weights: readonly Weight[], total: number): readonly number[] {
  const blanks = weights.filter(isBlank).length;
  const rest = total - sumWeights(weights);
  if (blanks > 0 && rest >= blanks) {
    const filled = [...shareOut(Array(blanks).fill(1), rest)];
    return weights.map((weight) => (isBlank(weight) ? (filled.shift() ?? 0) : (weight ?? 0)));
  }
  const entered = weights.length - blanks;
  const mean = entered === 0 ? 1 : sumWeights(weights) / entered;
  return shareOut(
    weights.map((weight) => (isBlank(weight) ? mean : (weight ?? 0))),
    total,
  );
}

/** An indicator as points are shared: its own, or suggested ones, within its group. */
export interface Weighted {
  readonly weight: Weight;
  readonly group: string | null;
}

/**
 * Weights after indicators were added: the new ones share what is left to the total as they are suggested. Where not
 * enough is left they share the points of their own group, so that the split among the groups stays; a group that is
 * new takes its part from all.
 */
export function weightsWithAdded(
  existing: readonly Weighted[],
  suggested: readonly Weighted[],
  total: number,
): { readonly existing: readonly Weight[]; readonly added: readonly number[] } {
  const before = existing.map(({ weight }) => weight);
  const wanted = suggested.map(({ weight }) => weight ?? 0);
  const rest = total - sumWeights(before);
  if (rest >= suggested.length) return { existing: before, added: shareOut(wanted, rest) };
  const all = sharedByGroup(existing, suggested, total);
  return { existing: all.slice(0, existing.length), added: all.slice(existing.length) };
}

function sharedByGroup(
  existing: readonly Weighted[],
  suggested: readonly Weighted[],
  total: number,
): readonly number[] {
  const all = [...existing, ...suggested];
  const shares = all.map(({ weight }) => weight ?? 0);
  const groups = [...new Set(all.map(({ group }) => group))];
  const sumOf = (list: readonly Weighted[], group: string | null) =>
    sumWeights(list.filter((one) => one.group === group).map(({ weight }) => weight));
  const points = shareOut(
    groups.map((group) => sumOf(existing, group) || sumOf(suggested, group)),
    total,
  );
  const result = Array<number>(all.length).fill(0);
  for (const [index, group] of groups.entries()) {
    const members = all.flatMap((one, place) => (one.group === group ? [place] : []));
    const parts = shareOut(
      members.map((place) => shares[place] ?? 0),
      points[index] ?? 0,
    );
    for (const [order, place] of members.entries()) result[place] = parts[order] ?? 0;
  }
  /* A group with more indicators than points: rather change the split than leave one without any. */
  return result.includes(0) ? shareOut(shares, total) : result;
}

export function sumWeights(weights: readonly Weight[]): number {
  return weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
}

function isBlank(weight: Weight): boolean {
  return weight === null || weight === 0;
}
