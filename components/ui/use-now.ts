'use client';

import { useEffect, useState } from 'react';

const EVERY_MS = 30_000;

/** The time, again every half minute; null until the page lives in the browser, so that server and browser agree. */
export function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
