'use client';

import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';

/** Whether the panel at the right is shown: as the user last chose, at first only where there is room for it. */
export function usePanel(): readonly [boolean, (shown: boolean) => void] {
  const wide = useMediaQuery('(min-width: 1300px)', true);
  const [choice, setChoice] = useState<boolean | null>(null);
  return [choice ?? wide, setChoice];
}
