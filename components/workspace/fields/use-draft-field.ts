'use client';

import { useEffect, useRef, useState } from 'react';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Place } from '@/lib/domain/checks/finding.ts';
import type { Result } from '@/lib/domain/result.ts';
import { badCellKey, PROFILE_ROW } from '../bad-cells.ts';
import { useDraft } from '../draft-context.tsx';
import { MAX_MARKED_PLACES } from '../marked-places.ts';

/** A field of a form over the draft. */
export interface DraftField {
  /** Key of the row, or `PROFILE_ROW`. */
  readonly rowKey: string;
  /** As places of findings name it, e.g. `narrative.changeReason`. */
  readonly field: string;
  readonly label: string;
  /** The value as text. */
  readonly text: string;
  /** What a text changes, or in Chinese why it can't be taken. */
  readonly write: (text: string) => Result<readonly Change[], string>;
  /** The keyboard goes to it when it is first shown. */
  readonly takesFocus?: boolean;
}

const IDLE_MS = 1_500;

/**
 * The state of an input over a field: what is being typed is written when one leaves the field or pauses; what can't
 * be taken stays in the field, is said why, and is kept over reloads.
 */
export function useDraftField(source: DraftField) {
  const { edit, markCells, badCells, readOnly, findings, focusTarget, clearFocusTarget } = useDraft();
  const { rowKey, field, label, text, write } = source;
  const bad = badCells.get(badCellKey(rowKey, field));
  const [typed, setTyped] = useState<string | null>(null);
  /* A field that nobody has come to yet is empty, not wrong; the panel says all the same that it is missing. */
  const [visited, setVisited] = useState(text !== '');
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  const commit = (value: string | null) => {
    if (value === null) return;
    setTyped(null);
    if (value === (bad?.text ?? text)) return;
    const written = write(value);
    if (!written.ok) return markCells([{ rowKey, field, text: value, reason: written.error }]);
    if (bad) markCells([{ rowKey, field, text: null }]);
    if (value !== text) edit(written.value, `修改${label}`);
  };
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => latest.current(typed), IDLE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const takesFocus = useRef(source.takesFocus);
  useEffect(() => {
    if (takesFocus.current) input.current?.focus();
    takesFocus.current = false;
  }, []);

  const isTarget = focusTarget !== null && isField(focusTarget.place, rowKey, field);
  useEffect(() => {
    if (!isTarget) return;
    setVisited(true);
    input.current?.focus();
    input.current?.scrollIntoView({ block: 'center' });
    clearFocusTarget();
  }, [isTarget, clearFocusTarget]);

  const finding = findings.find(
    ({ severity, places }) =>
      severity !== 'note' &&
      places.length <= MAX_MARKED_PLACES &&
      places.some((place) => isField(place, rowKey, field)),
  );
  return {
    inputProps: {
      ref: input,
      label,
      readOnly,
      /* While it holds text that is not written yet, what others save of its row waits. */
      'data-typing-row': typed === null ? undefined : rowKey,
      'data-help-row': rowKey,
      'data-help-field': field,
      value: typed ?? bad?.text ?? text,
      error: bad?.reason ?? (visited && finding?.severity === 'error' ? finding.message : undefined),
      onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
      onBlur: () => {
        setVisited(true);
        commit(typed);
      },
    },
    /** What a check asks of the field without it being wrong. */
    warning: visited && finding?.severity === 'warning' ? finding.message : null,
    commitNow: commit,
  };
}

function isField(place: Place, rowKey: string, field: string): boolean {
  if (place.kind === 'profile') return rowKey === PROFILE_ROW && place.field === field;
  return place.kind === 'row' && place.key === rowKey && place.field === field;
}
