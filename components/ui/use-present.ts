'use client';

import { useEffect, useState } from 'react';

/**
 * False at the first rendering, true from then on. A dialog that is loaded only when it is asked for opens a moment after
 * it is there, and so learns which button has the keyboard and gives it back.
 */
export function usePresent(): boolean {
  const [present, setPresent] = useState(false);
  useEffect(() => setPresent(true), []);
  return present;
}
