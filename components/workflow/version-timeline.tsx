import { Anchor, Group, Stack, Text } from '@mantine/core';
import { formatTime } from '@/components/ui/format-time.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import { StateBadge } from './state-badge.tsx';
import styles from './version-timeline.module.css';

interface VersionTimelineProps {
  versions: readonly VersionSummary[];
  currentId: string;
  hrefOf: (version: VersionSummary) => string;
}

/** Every version of a budget, newest first: who submitted and decided it, when, and with what words. */
export function VersionTimeline({ versions, currentId, hrefOf }: VersionTimelineProps) {
  return (
    <ol className={styles.timeline}>
      {versions.map((version) => (
        <li key={version.id} aria-current={version.id === currentId ? 'true' : undefined}>
          <Stack gap={2}>
            <Group gap="xs">
              <Anchor href={hrefOf(version)} fw={600}>
                第 {version.number} 版
              </Anchor>
              <StateBadge state={version.state} />
              {version.id === currentId && <Text size="sm">（正在查看）</Text>}
            </Group>
            <Text size="sm" c="dimmed">
              {formatTime(version.createdAt)} 建立
            </Text>
            {version.submittedAt && (
              <Text size="sm">
                {formatTime(version.submittedAt)} {version.submittedByName} 送审
              </Text>
            )}
            {version.decidedAt && (
              <Text size="sm">
                {formatTime(version.decidedAt)} {version.decidedByName}{' '}
                {version.state === 'APPROVED' ? '审核通过' : '退回修改'}
              </Text>
            )}
            {version.decisionComment && <Text className={styles.words}>{version.decisionComment}</Text>}
          </Stack>
        </li>
      ))}
    </ol>
  );
}
