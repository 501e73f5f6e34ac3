/** How many explanations and remarks there are, and when one was written last. */
export interface RemarkCounts {
  readonly explanations: number;
  /** ISO 8601; null: none yet. */
  readonly explainedAt: string | null;
  readonly comments: number;
  readonly resolved: number;
  /** Sections of the draft that are locked. */
  readonly locked: number;
}

interface Remarks {
  readonly explanations: readonly { readonly updatedAt: string }[];
  readonly comments: readonly { readonly resolvedAt: string | null }[];
  readonly version: { readonly lockedSections: readonly unknown[] };
}

/** Is another one as soon as an explanation or a remark is written, changed or settled, or a section unlocked. */
export function remarksStamp({ explanations, explainedAt, comments, resolved, locked }: RemarkCounts): string {
  return [explanations, explainedAt === null ? '' : Date.parse(explainedAt), comments, resolved, locked].join('.');
}

/** The counts of what a window shows. */
export function countRemarks({ explanations, comments, version }: Remarks): RemarkCounts {
  const times = explanations.map(({ updatedAt }) => updatedAt).sort();
  return {
    explanations: explanations.length,
    explainedAt: times.at(-1) ?? null,
    comments: comments.length,
    resolved: comments.filter(({ resolvedAt }) => resolvedAt !== null).length,
    locked: version.lockedSections.length,
  };
}
