'use client';

import { Switch } from '@mantine/core';
import { useReview } from './review-context.tsx';

/** Hides on every page of the review what did not change. */
export function OnlyChangesSwitch() {
  const { onlyChanges, setOnlyChanges } = useReview();
  return (
    <Switch
      size="xs"
      label="只看变化"
      checked={onlyChanges}
      onChange={(event) => setOnlyChanges(event.currentTarget.checked)}
    />
  );
}
