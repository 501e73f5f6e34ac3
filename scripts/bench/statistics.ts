/** The middle of the values, or the mean of the two in the middle. Throws when there are none. */
export function median(values: readonly number[]): number {
  const sorted = inOrder(values);
  const middle = (sorted.length - 1) / 2;
  return (ranked(sorted, Math.floor(middle)) + ranked(sorted, Math.ceil(middle))) / 2;
}

/** The least of the values that 95 of 100 do not exceed. Throws when there are none. */
export function p95(values: readonly number[]): number {
  return ranked(inOrder(values), Math.ceil(0.95 * values.length) - 1);
}

function inOrder(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

function ranked(sorted: readonly number[], rank: number): number {
  const value = sorted[rank];
  if (value === undefined) throw new RangeError('no values');
  return value;
}
