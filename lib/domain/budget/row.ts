/** What every row of a draft has in common. */
export interface Row {
  /** Stable identity (UUID) of the row over all versions of its budget: a diff is a join on it. */
  readonly key: string;
  /** Order within its list, ascending, ties by key; a row inserted between two others takes the middle. */
  readonly position: number;
}
