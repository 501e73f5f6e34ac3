'use client';

import { useEffect, useState } from 'react';

/**
 * Opens a dialog that was fetched for its first opening one moment after it has come: it gives the keyboard back only to
 * what had it before a change from closed to open.
 */
export function useOpened(opened: boolean): boolean {
  const [isThere, setIsThere] = useState(false);
  useEffect(() => setIsThere(true), []);
  return isThere && opened;
}
