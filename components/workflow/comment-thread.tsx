'use client';

import { Anchor, Badge, Box, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import { ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { CommentActions, CommentPlaces } from './comment-actions.ts';
import { cellOfComment } from './comment-place.ts';
import styles from './comment-thread.module.css';
import type { Thread } from './comment-threads.ts';
import { RemarkField } from './remark-field.tsx';

interface CommentThreadProps extends CommentPlaces {
  thread: Thread;
  actions?: CommentActions;
}

/** One remark with its replies; open or resolved. */
export function CommentThread({ thread: { root, replies }, actions, ...places }: CommentThreadProps) {
  return (
    <Box className={styles.thread} data-resolved={root.resolvedAt !== null} component="article" aria-label="审核意见">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600}>
          <ThreadTarget comment={root} {...places} />
        </Text>
        <Badge
          variant="light"
          radius="sm"
          color={root.resolvedAt ? 'green' : 'yellow'}
          c="dark"
          style={{ flexShrink: 0 }}
        >
          {root.resolvedAt ? '已解决' : '待处理'}
        </Badge>
      </Group>
      {[root, ...replies].map((comment) => (
        <Box key={comment.id} mt={6}>
          <Text size="xs" c="dimmed">
            {comment.authorName}（{ROLE_LABELS[comment.authorRole]}）{formatTime(comment.createdAt)} · 第
            {comment.versionNumber} 版
          </Text>
          <Text size="sm" className={styles.text}>
            {comment.text}
          </Text>
        </Box>
      ))}
      {actions && (root.resolvedAt === null || actions.maySettle(root)) && (
        <ThreadActions root={root} actions={actions} />
      )}
    </Box>
  );
}

function ThreadTarget({ comment, ...places }: CommentPlaces & { comment: ReviewComment }) {
  const { label, go } = targetOf(comment, places);
  return go ? (
    <Anchor component="button" type="button" size="sm" ta="start" onClick={go}>
      {label}
    </Anchor>
  ) : (
    label
  );
}

/** What a thread is on, and the way there; none to what is gone. */
function targetOf(comment: ReviewComment, places: CommentPlaces): { label: string; go?: () => void } {
  const { collection, rowKey } = comment;
  const { labelOf, cellLabelOf, annexNumberOf, onGo, onGoToCell } = places;
  const cell = cellOfComment(comment);
  if (cell) {
    const label = cellLabelOf(cell);
    if (label === null) return { label: `${annexNumberOf(cell.annex)}（该格已不在附件中）` };
    return { label, go: onGoToCell && (() => onGoToCell(cell)) };
  }
  if (collection === null || rowKey === null) return { label: '整份预算' };
  const label = labelOf(collection, rowKey);
  return label === null ? { label: '所在行已删除' } : { label, go: onGo && (() => onGo(collection, rowKey)) };
}

function ThreadActions({ root, actions }: { root: ReviewComment; actions: CommentActions }) {
  const maySettle = actions.maySettle(root);
  const [reply, setReply] = useState<string | null>(null);
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const run = async (act: () => Promise<Answer<unknown>>) => {
    setState({ busy: true, error: null });
    const answer = await act().catch(() => null);
    setState({ busy: false, error: answer?.ok ? null : (answer?.message ?? '网络中断，尚未保存，请重试。') });
    if (answer?.ok) setReply(null);
  };
  return (
    <Box mt={8}>
      {reply !== null && (
        <Box mb={6}>
          <RemarkField
            aria-label="回复内容"
            rows={2}
            value={reply}
            onType={setReply}
            on={root}
            templates={actions.templates}
            autoFocus
          />
        </Box>
      )}
      {state.error && (
        <Text size="sm" c="red.9" role="alert" mb={6}>
          {state.error}
        </Text>
      )}
      <Group gap={6}>
        {root.resolvedAt !== null && (
          <Button
            size="compact-xs"
            variant="default"
            loading={state.busy}
            onClick={() => run(() => actions.reopen(root.id))}
          >
            重新打开
          </Button>
        )}
        {root.resolvedAt === null && (
          <>
            {reply === null ? (
              <Button size="compact-xs" variant="default" onClick={() => setReply('')}>
                回复
              </Button>
            ) : (
              <Button
                size="compact-xs"
                loading={state.busy}
                disabled={reply.trim() === ''}
                onClick={() => run(() => actions.add(null, root.id, reply.trim()))}
              >
                保存回复
              </Button>
            )}
            {maySettle && (
              <Button
                size="compact-xs"
                variant="default"
                loading={state.busy}
                onClick={() => run(() => actions.resolve(root.id))}
              >
                标为已解决
              </Button>
            )}
          </>
        )}
      </Group>
    </Box>
  );
}
