import { Group, Stack, Text } from '@mantine/core';
import { formatTime } from '@/components/ui/format-time.ts';
import { CONTROL_CATEGORY_LABELS, type ControlledProject, itemLabel } from '@/lib/domain/budget/control-figure.ts';
import { FUND_SOURCE_LABELS } from '@/lib/domain/budget/fund-source.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { ControlChangeRecord, ControlTrailEntry } from '@/lib/domain/workflow/control-trail.ts';
import { ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import styles from './history-list.module.css';

interface ControlTrailProps {
  entries: readonly ControlTrailEntry[];
  /** Those of the newest version, by which figures of projects are called. */
  projects: readonly Pick<ControlledProject, 'key' | 'name'>[];
}

/** Who issued, changed and withdrew which control figure when, newest first. */
export function ControlTrail({ entries, projects }: ControlTrailProps) {
  if (entries.length === 0) return <Text c="dimmed">还没有下达过控制数。</Text>;
  return (
    <Stack gap={0} component="ol" className={styles.list} aria-label="控制数修改记录">
      {entries.map(({ id, at, actorName, role, note, changes }) => (
        <li key={id} className={styles.entry}>
          <Group gap="xs">
            <Text span size="sm" className={styles.time}>
              {formatTime(at)}
            </Text>
            <Text span size="sm" fw={600}>
              {actorName ?? '系统'}
              {role && `（${ROLE_LABELS[role]}）`}
            </Text>
          </Group>
          {note && <Text className={styles.words}>{note}</Text>}
          <ul className={styles.changes}>
            {changes.map((change) => (
              <li key={`${change.category} ${change.item} ${change.source}`}>{describe(change, projects)}</li>
            ))}
          </ul>
        </li>
      ))}
    </Stack>
  );
}

function describe({ category, item, source, from, to }: ControlChangeRecord, projects: ControlTrailProps['projects']) {
  const label = itemLabel(item, projects);
  const name = `${CONTROL_CATEGORY_LABELS[category]}${label && `·${label}`}（${FUND_SOURCE_LABELS[source].name}）`;
  return `${name}：${amountText(from)} → ${amountText(to)}`;
}

function amountText(fen: string | null): string {
  return fen === null ? '无' : `${formatForEntry(BigInt(fen), 'yuan')} 元`;
}
