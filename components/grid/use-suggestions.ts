'use client';

import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Suggestion } from './grid-model.ts';

interface OpenList {
  readonly list: readonly Suggestion[];
  /** -1: none, what was typed is taken as it is. */
  readonly highlighted: number;
  readonly anchor: DOMRect;
  /** Which question it answers. */
  readonly turn: number;
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
  /* What the keys act on: an answer may come between two keys and not be drawn yet. */
  const latest = useRef<OpenList | null>(null);
  const put = useCallback((list: OpenList | null) => {
    latest.current = list;
    setOpen(list);
  }, []);
  const asked = useRef(0);
  const isOpen = open !== null;

  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      if (!(event.target instanceof Element && event.target.role === 'listbox')) put(null);
    };
    window.addEventListener('scroll', close, { capture: true });
    return () => window.removeEventListener('scroll', close, { capture: true });
  }, [isOpen, put]);

  const show = (typed: string) => {
    if (!suggest) return;
    asked.current += 1;
    const turn = asked.current;
    const receive = (list: readonly Suggestion[]) => {
      const anchor = input.current?.parentElement?.getBoundingClientRect();
      /* An answer that comes after the next character was typed is no longer wanted. */
      if (turn === asked.current && anchor) put({ list, anchor, highlighted: firstHighlight(list, typed), turn });
    };
    const answer = suggest(typed);
    if (answer instanceof Promise) void answer.then(receive);
    else receive(answer);
  };
  const close = () => {
    asked.current += 1;
    put(null);
  };
  const move = (now: OpenList, step: number) => {
    const from = now.highlighted < 0 && step < 0 ? 0 : now.highlighted;
    put({ ...now, highlighted: (from + step + now.list.length) % now.list.length });
  };

  return {
    list: open?.list ?? [],
    highlighted: open?.highlighted ?? -1,
    /** The value of the highlighted entry; null without one, and while what was typed last is still looked for. */
    chosen: (): string | null => {
      const now = latest.current;
      return now?.turn === asked.current ? (now.list[now.highlighted]?.value ?? null) : null;
    },
    anchor: open?.anchor ?? null,
    typed: show,
    openAll: () => show(''),
    close,
    /** Takes the keys that belong to the list. @returns whether the key was one of them */
    key: (event: KeyboardEvent): boolean => {
      const now = latest.current;
      if (!now || now.list.length === 0) {
        /* A list that is still looked for is no longer wanted. */
        if (event.key === 'Escape') close();
        return false;
      }
      if (event.key === 'ArrowDown') move(now, 1);
      else if (event.key === 'ArrowUp') move(now, -1);
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
