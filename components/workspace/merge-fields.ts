import { cellPaths, type Fields, fieldOfPath, valueAt, withValuesOf } from './field-paths.ts';
import { sameContent } from './row-difference.ts';

interface FieldsToMerge {
  /** The row or profile as this window shows it. */
  readonly shown: Fields;
  /** As the server had it when it was edited here; null where that is unknown. */
  readonly base: Fields | null;
  /** As the server has it now. */
  readonly theirs: Fields;
  /** The fields with edits that the server does not have. */
  readonly edited: readonly string[];
  /** The cells that were in dispute before: what the server said of them then settles nothing. */
  readonly disputed: ReadonlySet<string>;
}

export interface MergedFields {
  /** What to show: theirs, and over it what was edited here. */
  readonly shown: Fields;
  /** Of the edited fields, those that are still to be saved, resting on theirs. */
  readonly keep: Fields;
  /** The cells that both sides changed, each to something else. */
  readonly disputed: readonly string[];
}

/** Order is nobody's words: who moved a row last is right. */
const NEVER_DISPUTED: ReadonlySet<string> = new Set(['position']);

/** Merges the edits of two people in one row cell by cell: only a cell that both changed is in dispute. */
export function mergeFields({ shown, base, theirs, edited, disputed }: FieldsToMerge): MergedFields {
  const own = Object.fromEntries(edited.map((name) => [name, shown[name]]));
  const kept: string[] = [];
  const open: string[] = [];
  for (const path of cellPaths(own)) {
    const [mine, now] = [valueAt(shown, path), valueAt(theirs, path)];
    if (sameContent(mine, now)) continue;
    if (base && !disputed.has(path)) {
      const before = valueAt(base, path);
      if (sameContent(before, mine)) continue;
      if (sameContent(before, now)) {
        kept.push(path);
        continue;
      }
    }
    if (NEVER_DISPUTED.has(path)) kept.push(path);
    else open.push(path);
  }
  const onTheirs = withValuesOf(theirs, shown, kept);
  return {
    shown: withValuesOf(onTheirs, shown, open),
    keep: Object.fromEntries([...new Set(kept.map(fieldOfPath))].map((name) => [name, onTheirs[name]])),
    disputed: open,
  };
}
