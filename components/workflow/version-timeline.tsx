import { Anchor, Group, Stack, Text } from '@mantine/core';
import { formatTime } from '@/components/ui/format-time.ts';
import { stageLabel } from '@/lib/domain/workflow/round.ts';
import type { VersionState } from '@/lib/domain/workflow/transitions.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import { sectionNames } from '@/lib/messages/section-lock-message.ts';
import { StateBadge } from './state-badge.tsx';
import styles from './version-timeline.module.css';

/** What a decision on a version was. */
const DECISION_WORDS: Partial<Readonly<Record<VersionState, string>>> = {
  RETURNED: '退回修改',
  WITHDRAWN: '撤回',
  ACCEPTED: '一上审核通过',
  APPROVED: '审核通过',
};

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
              {stageLabel(version.round, version.adjustment) && (
                <Text size="sm" fw={600}>
                  {stageLabel(version.round, version.adjustment)}
                </Text>
              )}
              <StateBadge state={version.state} />
              {version.id === currentId && <Text size="sm">（正在查看）</Text>}
            </Group>
            <Text size="sm" c="dimmed">
              {formatTime(version.createdAt)} 建立
            </Text>
            {version.adjustmentReason && <Text size="sm">调整原因：{version.adjustmentReason}</Text>}
            {version.submittedAt && (
              <Text size="sm">
                {formatTime(version.submittedAt)} {version.submittedByName}{' '}
                {version.confirmedAt || version.state === 'CONFIRMING' ? '送单位负责人确认' : '送审'}
              </Text>
            )}
            {version.confirmedAt && (
              <Text size="sm">
                {formatTime(version.confirmedAt)} {version.confirmedByName} 确认并送审
              </Text>
            )}
            {version.openedAt && (
              <Text size="sm">
                {formatTime(version.openedAt)} {version.openedByName} 开始审核
              </Text>
            )}
            {version.decidedAt && (
              <Text size="sm">
                {formatTime(version.decidedAt)} {version.decidedByName} {DECISION_WORDS[version.state]}
                {version.returnedSections.length > 0 && `（${sectionNames(version.returnedSections)}）`}
              </Text>
            )}
            {version.decisionComment && <Text className={styles.words}>{version.decisionComment}</Text>}
          </Stack>
        </li>
      ))}
    </ol>
  );
}
