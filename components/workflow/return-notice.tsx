'use client';

import { Anchor, Button, Collapse, Group, List, ListItem, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SECTION_LABELS, SECTIONS } from '@/lib/domain/checks/finding.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import type { ReviewComment, VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import { sectionNames } from '@/lib/messages/section-lock-message.ts';
import { openComments, placeOfComment } from './comment-place.ts';

interface ReturnNoticeProps {
  /** Opens the remarks. */
  onShowComments: () => void;
}

/** On a draft that follows a return: why it came back, what may be mended, and the remarks that wait, each with its place. */
export function ReturnNotice({ onShowComments }: ReturnNoticeProps) {
  const { workspace } = useDraft();
  const { version, versions, comments } = workspace;
  const [opened, setOpened] = useState(false);
  const returned = returnBefore(version, versions);
  if (version.state !== 'DRAFT' || !returned) return null;
  const open = openComments(comments);
  return (
    <Stack gap={4} px="md" py={6} bg="orange.0" role="status" aria-label="退回说明">
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" lineClamp={2} style={{ flex: 1 }}>
          <b>
            第 {returned.number} 版被{returned.decidedByName}退回：
          </b>
          {returned.decisionComment}
        </Text>
        {open.length > 0 && (
          <Button size="compact-sm" variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            待处理意见 {open.length} 条
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onShowComments}>
          审核意见
        </Button>
      </Group>
      <LockLine version={version} />
      <Collapse expanded={opened}>
        <List size="sm" spacing={2} aria-label="待处理意见">
          {open.map((comment) => (
            <ListItem key={comment.id}>
              <CommentLine comment={comment} />
            </ListItem>
          ))}
        </List>
      </Collapse>
    </Stack>
  );
}

/** What is to be mended, where a return named it; each section leads to its page. */
function LockLine({ version: { lockedSections } }: { version: VersionSummary }) {
  const { goTo } = useDraft();
  if (lockedSections.length === 0) return null;
  const open = SECTIONS.filter((section) => !lockedSections.includes(section));
  return (
    <Text size="sm">
      本次退回只要求修改：
      {open.map((section, index) => (
        <span key={section}>
          {index > 0 && '、'}
          <Anchor component="button" type="button" size="sm" onClick={() => goTo({ kind: 'section', section })}>
            {SECTION_LABELS[section]}
          </Anchor>
        </span>
      ))}
      ；其余部分已锁定（{sectionNames(lockedSections)}）。增减原因和提醒说明不受限制。
    </Text>
  );
}

function CommentLine({ comment }: { comment: ReviewComment }) {
  const { budget, workspace, goTo } = useDraft();
  const place = placeOfComment(comment, budget);
  if (!place) return <>整体：{comment.text}</>;
  const name =
    place.kind === 'row' ? rowLabel(budget, workspace.edition, place.collection, place.key) : `附件 ${comment.annex}`;
  return (
    <Anchor component="button" type="button" size="sm" ta="start" onClick={() => goTo(place)}>
      {name ?? '已删除的行'}：{comment.text}
    </Anchor>
  );
}

/** The return that a draft answers; a withdrawal in between changes nothing about it. */
function returnBefore(version: VersionSummary, versions: readonly VersionSummary[]): VersionSummary | null {
  const before = versions.find(({ number, state }) => number < version.number && state !== 'WITHDRAWN');
  return before?.state === 'RETURNED' ? before : null;
}
