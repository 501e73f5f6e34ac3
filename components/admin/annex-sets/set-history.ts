import type { AnnexSet } from '@/lib/domain/annexes/definition.ts';
import type { AnnexSetEdits } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { tidyEdits } from '@/lib/domain/annexes/edits/change-edits.ts';
import { problemsOfEdits } from '@/lib/domain/annexes/edits/edit-problems.ts';

/** Steps that can be taken back. */
const MAX_STEPS = 200;

/** What is edited of a set. */
export interface SetContent {
  readonly name: string;
  readonly edits: AnnexSetEdits;
}

/** A set in the editor, with what led to it and what the server has. Immutable: each operation gives a new one. */
export interface SetHistory {
  readonly base: AnnexSet;
  readonly content: SetContent;
  readonly past: readonly SetContent[];
  readonly future: readonly SetContent[];
  /** The field that the last step was typed in: typing on is no step of its own. */
  readonly field: string | null;
  readonly saved: SetContent;
  readonly revision: number;
  /** The last edits that could be drawn: a title is wrong while one is typing it. */
  readonly drawable: AnnexSetEdits;
}

export function startSetHistory(base: AnnexSet, saved: SetContent, revision: number): SetHistory {
  const drawable = saved.edits;
  return { base, content: saved, past: [], future: [], field: null, saved, revision, drawable };
}

/** @param field where it was typed; null: a step of its own, such as a press of a button */
export function changeSet(history: SetHistory, content: SetContent, field: string | null): SetHistory {
  const isTypingOn = field !== null && field === history.field;
  const past = isTypingOn ? history.past : [...history.past.slice(1 - MAX_STEPS), history.content];
  return shown({ ...history, content, past, future: [], field });
}

/** Takes the last step back; the same where there is none. */
export function undoSet(history: SetHistory): SetHistory {
  const content = history.past.at(-1);
  if (!content) return history;
  const future = [history.content, ...history.future];
  return shown({ ...history, content, past: history.past.slice(0, -1), future, field: null });
}

/** Does the step again that was taken back last; the same where there is none. */
export function redoSet(history: SetHistory): SetHistory {
  const [content, ...future] = history.future;
  if (!content) return history;
  return shown({ ...history, content, past: [...history.past, history.content], future, field: null });
}

/** What the server has now is what was sent, whatever was typed meanwhile. */
export function markSaved(history: SetHistory, saved: SetContent, revision: number): SetHistory {
  return { ...history, saved, revision, field: null };
}

/** Whether the server has something else than the screen. */
export function isUnsaved({ base, content, saved }: SetHistory): boolean {
  const asText = ({ name, edits }: SetContent) => JSON.stringify([name.trim(), tidyEdits(base, edits)]);
  return asText(content) !== asText(saved);
}

function shown(history: SetHistory): SetHistory {
  const { base, content } = history;
  return problemsOfEdits(base, content.edits).length === 0 ? { ...history, drawable: content.edits } : history;
}
