import { Alert, List, ListItem, Text } from '@mantine/core';
import type { EditionCheckResult } from '@/lib/domain/editions/edition-checks.ts';
import { PUBLICATION_DAYS, type PublicationDeadline } from '@/lib/domain/editions/publication-deadline.ts';
import { EDITION_CHECK_LABELS, unmetEditionCheck } from '@/lib/messages/edition-words.ts';

interface PublicationChecklistProps {
  checks: readonly EditionCheckResult[];
  deadline: PublicationDeadline | null;
  /** Whether this version is published already: then no day counts any more. */
  isOut: boolean;
}

/** What must hold before a version is published, and how many days are left for it. */
export function PublicationChecklist({ checks, deadline, isOut }: PublicationChecklistProps) {
  return (
    <section aria-labelledby="publication-checklist">
      <Text component="h3" id="publication-checklist" fw={700} mb="xs">
        公开前检查
      </Text>
      {deadline && !isOut && <Countdown deadline={deadline} />}
      <List listStyleType="none" spacing={4}>
        {checks.map((result) => (
          <ListItem key={result.check}>
            <Text span fw={700} c={result.isMet ? 'green.9' : 'red.9'}>
              {result.isMet ? '✓' : '✗'}
              <span className="visually-hidden">{result.isMet ? '已满足' : '未满足'}</span>
            </Text>{' '}
            {EDITION_CHECK_LABELS[result.check]}
            {!result.isMet && <Text span c="red.9">{`：${unmetEditionCheck(result)}`}</Text>}
          </ListItem>
        ))}
        <ListItem>
          <Text span c="dimmed">
            ○
          </Text>{' '}
          保密审查和联系科室在公开时填写
        </ListItem>
      </List>
    </section>
  );
}

function Countdown({ deadline: { lastDay, daysLeft } }: { deadline: PublicationDeadline }) {
  const [year, month, day] = lastDay.split('-').map(Number);
  const words = daysLeft < 0 ? `已超过 ${-daysLeft} 天` : daysLeft === 0 ? '今天是最后一天' : `还剩 ${daysLeft} 天`;
  return (
    <Alert color={daysLeft < 0 ? 'red' : daysLeft <= 5 ? 'orange' : 'blue'} mb="xs" py="xs">
      批复后 {PUBLICATION_DAYS} 日内应当公开，最迟 {year}年{month}月{day}日，<strong>{words}</strong>。
    </Alert>
  );
}
