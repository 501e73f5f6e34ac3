'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Suggestion } from './grid-model.ts';

interface OpenList {
  readonly list: readonly Suggestion[];
  /** -1: none, what was typed is taken as it is. */
  readonly highlighted: number;
  readonly anchor: DOMRect;
}

const ONLY_DIGITS = /^\d+$/;

/** Finds choices for what has been typed so far. */
export type Suggest = (typed: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

/**
 * The state of the list under an input: what it holds, which entry is highlighted, whether it is open.
 *
 * @param suggest null for an input without choices
 */
export function useSuggestions(suggest: Suggest | null, input: RefObject<HTMLInputElement | null>) {
  const [open, setOpen] = useState<OpenList | null>(null);
  const asked = useRef(0);
  const isOpen = open !== null;

  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      if (!(event.target instanceof Element && event.target.role === 'listbox')) setOpen(null);
    };
    window.addEventListener('scroll', close, { capture: true });
    return () => window.removeEventListener('scroll', close, { capture: true });
  }, [isOpen]);

  const show = (typed: string) => {
    if (!suggest) return;
    asked.current += 1;
    const turn = asked.current;
    const receive = (list: readonly Suggestion[]) => {
      const anchor = input.current?.parentElement?.getBoundingClientRect();
      /* An answer that comes after the next character was typed is no longer wanted. */
      if (turn === asked.current && anchor) setOpen({ list, anchor, highlighted: firstHighlight(list, typed) });
    };
    const answer = suggest(typed);
    if (answer instanceof Promise) void answer.then(receive);
    else receive(answer);
  };
  const close = () => {
    asked.current += 1;
    setOpen(null);
  };
  const move = (step: number) =>
    setOpen((now) => {
      if (!now || now.list.length === 0) return now;
      const from = now.highlighted < 0 && step < 0 ? 0 : now.highlighted;
      return { ...now, highlighted: (from + step + now.list.length) % now.list.length };
    });

  return {
    list: open?.list ?? [],
    highlighted: open?.highlighted ?? -1,
    highlightedValue: open?.list[open.highlighted]?.value ?? null,
    anchor: open?.anchor ?? null,
    typed: show,
    openAll: () => show(''),
    close,
    /** Takes the keys that belong to the list. @returns whether the key was one of them */
    key: (event: KeyboardEvent): boolean => {
      if (!open || open.list.length === 0) return false;
      if (event.key === 'ArrowDown') move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else if (event.key === 'Escape') close();
      else return false;
      return true;
    },
    comboboxProps: (listId: string) => ({
      role: 'combobox' as const,
      'aria-autocomplete': 'list' as const,
      'aria-expanded': isOpen && open.list.length > 0,
      'aria-controls': isOpen && open.list.length > 0 ? listId : undefined,
      'aria-activedescendant': open && open.highlighted >= 0 ? `${listId}-${open.highlighted}` : undefined,
    }),
  };
}

/**
 * Words take the best match at once; digits only when it is the only one, so that a code which is still being typed
 * never turns into another.
 */
function firstHighlight(list: readonly Suggestion[], typed: string): number {
  if (typed === '' || list.length === 0) return -1;
  if (!ONLY_DIGITS.test(typed)) return 0;
  return list.length === 1 && list[0]?.value.startsWith(typed) ? 0 : -1;
}
