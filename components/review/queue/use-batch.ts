import { useRef, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import type { QueueRow } from '@/lib/domain/review/queue-row.ts';
import type { Answer } from '@/lib/messages/answer.ts';

export interface BatchOutcome<T> {
  readonly row: QueueRow;
  readonly answer: Answer<T>;
}

export interface Batch<T> {
  /** Null before it was started. */
  readonly total: number | null;
  readonly outcomes: readonly BatchOutcome<T>[];
  readonly isRunning: boolean;
  readonly start: (rows: readonly QueueRow[]) => Promise<void>;
  /** Stops after the unit that is under way. */
  readonly cancel: () => void;
}

/** Does something to many units, one request each: none lasts long, and what is done stays done when it is broken off. */
export function useBatch<T>(act: (row: QueueRow) => Promise<Answer<T>>): Batch<T> {
  const [total, setTotal] = useState<number | null>(null);
  const [outcomes, setOutcomes] = useState<readonly BatchOutcome<T>[]>([]);
  const [isRunning, setRunning] = useState(false);
  const isCancelled = useRef(false);
  const start = async (rows: readonly QueueRow[]) => {
    isCancelled.current = false;
    setTotal(rows.length);
    setOutcomes([]);
    setRunning(true);
    for (const row of rows) {
      if (isCancelled.current) break;
      const answer = await callAction(() => act(row));
      setOutcomes((before) => [...before, { row, answer }]);
    }
    setRunning(false);
  };
  const cancel = () => {
    isCancelled.current = true;
  };
  return { total, outcomes, isRunning, start, cancel };
}
