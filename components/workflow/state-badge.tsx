import { Badge } from '@mantine/core';
import { VERSION_STATE_LABELS, type VersionState } from '@/lib/domain/workflow/transitions.ts';

const COLOURS: Readonly<Record<VersionState, string>> = {
  DRAFT: 'gray',
  CONFIRMING: 'violet',
  SUBMITTED: 'blue',
  RETURNED: 'orange',
  WITHDRAWN: 'gray',
  ACCEPTED: 'teal',
  APPROVED: 'green',
};

export function StateBadge({ state }: { state: VersionState }) {
  return (
    <Badge color={COLOURS[state]} variant="light" radius="sm" size="lg" autoContrast>
      {VERSION_STATE_LABELS[state]}
    </Badge>
  );
}
