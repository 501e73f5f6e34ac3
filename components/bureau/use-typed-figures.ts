'use client';

import { useEffect, useState } from 'react';
import type { TypedFigures } from './control-rows.ts';

interface Steps {
  readonly past: readonly TypedFigures[];
  readonly typed: TypedFigures;
  readonly future: readonly TypedFigures[];
}

const NOTHING: Steps = { past: [], typed: new Map(), future: [] };

/** What was typed and not issued yet, step by step. It outlives the page: this tab keeps it until it is issued. */
export function useTypedFigures(year: number) {
  const [steps, setSteps] = useState<Steps>(NOTHING);
  const [isRead, setIsRead] = useState(false);
  const { past, typed, future } = steps;
  useEffect(() => {
    setSteps({ ...NOTHING, typed: readKept(year) });
    setIsRead(true);
  }, [year]);
  useEffect(() => {
    if (isRead) keep(year, typed);
  }, [year, typed, isRead]);
  return {
    typed,
    add: (next: TypedFigures) => setSteps({ past: [...past, typed], typed: next, future: [] }),
    clear: () => setSteps(NOTHING),
    undo: () => {
      const before = past.at(-1);
      if (before) setSteps({ past: past.slice(0, -1), typed: before, future: [typed, ...future] });
    },
    redo: () => {
      const [next, ...rest] = future;
      if (next) setSteps({ past: [...past, typed], typed: next, future: rest });
    },
  };
}

const storeKey = (year: number) => `mingsuan.control-figures.${year}`;

function keep(year: number, typed: TypedFigures): void {
  try {
    if (typed.size === 0) sessionStorage.removeItem(storeKey(year));
    else sessionStorage.setItem(storeKey(year), JSON.stringify([...typed], amountsAsText));
  } catch {
    /* Without a store the figures live as long as the page; leaving it asks. */
  }
}

function readKept(year: number): TypedFigures {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storeKey(year)) ?? '[]', textAsAmounts);
    return new Map(Array.isArray(kept) ? kept : []);
  } catch {
    return NOTHING.typed;
  }
}

function amountsAsText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function textAsAmounts(name: string, value: unknown): unknown {
  return name === 'amountFen' && typeof value === 'string' ? BigInt(value) : value;
}
