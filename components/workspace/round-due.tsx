'use client';

import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import { stageLabel, type UnitRound } from '@/lib/domain/workflow/round.ts';
import { timeLeft } from './time-left.ts';

const MINUTE_MS = 60_000;

/** In which round a version stands, until when it is due, and what is left of that; nothing where there is no deadline. */
export function RoundDue({ round, adjustment }: { round: UnitRound | null; adjustment: number }) {
  const now = useNow();
  const label = stageLabel(round, adjustment);
  const deadlineAt = adjustment > 0 ? null : (round?.deadlineAt ?? null);
  if (label === '' && deadlineAt === null) return null;
  const isOver = deadlineAt !== null && now !== null && Date.parse(deadlineAt) < now;
  return (
    <Text span size="sm" c={isOver ? 'red.9' : undefined}>
      {label}
      {label !== '' && deadlineAt && ' · '}
      {deadlineAt && `${formatTime(deadlineAt)}截止`}
      {deadlineAt && round?.isExtended && '（已延期）'}
      {deadlineAt && now !== null && ` · ${timeLeft(Date.parse(deadlineAt) - now)}`}
    </Text>
  );
}

/** The time of day, minute by minute; null until the page runs in a browser, so that both draw the same at first. */
function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
