'use client';

import { useState } from 'react';
import type { RejectedText } from '@/components/grid/grid-model.ts';

type Place = Pick<RejectedText, 'rowKey' | 'field'>;

export interface RejectedTexts {
  /** Those of what is shown now. */
  readonly texts: readonly RejectedText[];
  /** How many there are in all. */
  readonly count: number;
  readonly at: (rowKey: string, field: string) => RejectedText | undefined;
  readonly change: (mended: readonly Place[], rejected: readonly RejectedText[]) => void;
}

/** Texts that no figure could be read from; they stay where they were typed. @param view the part of the sheet shown */
export function useRejectedTexts(view: string): RejectedTexts {
  const [all, setAll] = useState<ReadonlyMap<string, readonly RejectedText[]>>(new Map());
  const texts = all.get(view) ?? [];
  return {
    texts,
    count: [...all.values()].reduce((sum, list) => sum + list.length, 0),
    at: (rowKey, field) => texts.find((text) => text.rowKey === rowKey && text.field === field),
    change: (mended, rejected) => {
      const gone = new Set([...mended, ...rejected].map(({ rowKey, field }) => `${rowKey} ${field}`));
      const kept = texts.filter(({ rowKey, field }) => !gone.has(`${rowKey} ${field}`));
      setAll(new Map(all).set(view, [...kept, ...rejected]));
    },
  };
}
