import { type KeyboardEvent, useEffect } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { type Decision, decisionsFor } from '@/lib/domain/staffing/accept-proposals.ts';
import type { ComparedProposal } from '@/lib/domain/staffing/compare-proposals.ts';

/** The id of the checkbox of a row, which is where the keyboard stands. */
export function rowInputId(proposalId: string): string {
  return `proposal-${proposalId}`;
}

interface RowKeys {
  readonly shown: readonly ComparedProposal[];
  readonly active: string | null;
  readonly select: (ids: readonly string[], on: boolean) => void;
  readonly decide: (compared: ComparedProposal, decision: Decision) => void;
}

/** The keys of the list: it is one stop of Tab, whose rows the arrow keys walk. */
export function useRowKeys({ shown, active, select, decide }: RowKeys) {
  const { undo, redo } = useDraft();
  return (event: KeyboardEvent<HTMLElement>) => {
    const index = shown.findIndex(({ id }) => id === active);
    const focusRow = (row: number) => {
      const one = shown[Math.max(0, Math.min(shown.length - 1, row))];
      if (one) document.getElementById(rowInputId(one.id))?.focus();
    };
    const isButton = event.target instanceof HTMLButtonElement;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const to = moves[event.key];
    const one = shown[index];
    if (event.ctrlKey && event.key === 'a') {
      select(
        shown.map(({ id }) => id),
        true,
      );
    } else if (event.ctrlKey && event.key === 'z') undo();
    else if (event.ctrlKey && event.key === 'y') redo();
    else if (to !== undefined && !event.ctrlKey) focusRow(to);
    else if (event.key === 'Enter' && !isButton && one) {
      const [first] = decisionsFor(one);
      if (first === 'write') decide(one, first);
    } else return;
    event.preventDefault();
  };
}

/** Goes to the calculation that a finding is about, once the page is there. */
export function useFocusTarget(compared: readonly ComparedProposal[], setOpenOnly: (openOnly: boolean) => void): void {
  const { focusTarget, clearFocusTarget } = useDraft();
  const place = focusTarget?.place;
  const key = place?.kind === 'row' && place.collection === 'calculations' ? place.key : null;
  useEffect(() => {
    const found = key === null ? undefined : compared.find(({ accepted }) => accepted?.key === key);
    if (!found) return;
    setOpenOnly(false);
    const frame = requestAnimationFrame(() => {
      const input = document.getElementById(rowInputId(found.id));
      input?.closest('tbody')?.scrollIntoView({ block: 'center' });
      input?.focus();
      clearFocusTarget();
    });
    return () => cancelAnimationFrame(frame);
  }, [key, compared, setOpenOnly, clearFocusTarget]);
}
