'use client';

import { Anchor, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SECTION_LABELS, SECTIONS } from '@/lib/domain/checks/finding.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import { sectionNames } from '@/lib/messages/section-lock-message.ts';
import { ReturnedRemarkList } from './returned-remark-list.tsx';
import { useReturnedRemarks } from './use-returned-remarks.ts';

interface ReturnNoticeProps {
  /** Opens the remarks. */
  onShowComments: () => void;
}

/** On a draft that follows a return: why it came back, what may be mended, and the remarks that went with it. */
export function ReturnNotice({ onShowComments }: ReturnNoticeProps) {
  const { workspace } = useDraft();
  const found = useReturnedRemarks();
  const [opened, setOpened] = useState(false);
  if (!found) return null;
  const { returned, places } = found;
  const { number, decidedByName, decisionComment } = returned.version;
  return (
    <Stack gap={4} px="md" py={6} bg="orange.0" role="status" aria-label="退回说明">
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" lineClamp={2} style={{ flex: 1 }}>
          <b>
            第 {number} 版被{decidedByName}退回：
          </b>
          {decisionComment}
        </Text>
        {returned.remarks.length > 0 && (
          <Button size="compact-sm" variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            退回意见 {returned.remarks.length} 条，待处理 {returned.open} 条
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onShowComments}>
          审核意见
        </Button>
      </Group>
      <LockLine version={workspace.version} />
      {opened && (
        <Box mah={200} style={{ overflowY: 'auto' }}>
          <ReturnedRemarkList returned={returned} {...places} />
        </Box>
      )}
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
