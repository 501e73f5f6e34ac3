'use client';

import { Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { type CommentTemplate, TEMPLATE_LIMITS } from '@/lib/domain/review/comment-template.ts';
import type { Templates } from './template-actions.ts';
import { type OpenTemplate, TemplateDialog } from './template-dialog.tsx';
import { TemplateWords } from './template-words.tsx';
import styles from './templates.module.css';
import { matchesTemplate, useTemplateList } from './use-template-list.ts';

interface TemplateListsProps extends Templates {
  /** The lists where they came with the page; null: they are read. */
  initial: readonly CommentTemplate[] | null;
}

/** One's own templates and the bureau's, to add to, change and delete; a deletion can be taken back. */
export function TemplateLists({ initial, actions, mayShare }: TemplateListsProps) {
  const { templates, failure, load } = useTemplateList(actions.listTemplates, initial);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<OpenTemplate | null>(null);
  const remove = useRemoval(actions, load);
  useEffect(() => {
    if (initial === null) void load();
  }, [initial, load]);
  const found = templates?.filter((template) => matchesTemplate(template, typed)) ?? [];
  const lists = { typed, onOpen: setOpen, onRemove: remove };
  const countOf = (shared: boolean) => templates?.filter((template) => template.shared === shared).length ?? 0;
  return (
    <Stack gap="md">
      <TextInput
        aria-label="查找常用意见"
        placeholder="按标题或内容查找"
        w={280}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {failure && <ErrorNote>{failure}</ErrorNote>}
      {!templates && !failure && <Loader size="sm" aria-label="正在读取常用意见" />}
      {templates && (
        <>
          <TemplateList
            {...lists}
            shared={false}
            editable
            count={countOf(false)}
            found={found.filter(({ shared }) => !shared)}
          />
          <TemplateList
            {...lists}
            shared
            editable={mayShare}
            count={countOf(true)}
            found={found.filter(({ shared }) => shared)}
          />
        </>
      )}
      {open && (
        <TemplateDialog
          open={open}
          actions={actions}
          mayShare={mayShare}
          onDone={(message) => {
            setOpen(null);
            notifications.show({ message, color: 'green.9' });
            void load();
          }}
          onClose={() => {
            setOpen(null);
            /* Perhaps because somebody else was faster: what they wrote is shown then. */
            void load();
          }}
        />
      )}
    </Stack>
  );
}

interface TemplateListProps {
  shared: boolean;
  editable: boolean;
  /** How many there are. */
  count: number;
  /** Those that the search found. */
  found: readonly CommentTemplate[];
  typed: string;
  onOpen: (open: OpenTemplate) => void;
  onRemove: (template: CommentTemplate) => void;
}

function TemplateList({ shared, editable, count, found, typed, onOpen, onRemove }: TemplateListProps) {
  const title = shared ? '全局共用' : '我的常用意见';
  const add = () => onOpen({ kind: 'new', text: '', shared });
  const limit = shared ? TEMPLATE_LIMITS.shared : TEMPLATE_LIMITS.own;
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb={6}>
        <Title order={2} size="h5">
          {title}{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {editable ? `${count} 条，最多 ${limit} 条` : `${count} 条，由预算科维护`}
          </Text>
        </Title>
        {editable && (
          <Button size="compact-sm" variant={shared ? 'default' : 'filled'} onClick={add} disabled={count >= limit}>
            {shared ? '新增共用意见' : '新增'}
          </Button>
        )}
      </Group>
      {count === 0 && <EmptyState title={shared ? '还没有共用的常用意见' : '还没有自己的常用意见'} text={EMPTY_TEXT} />}
      {count > 0 && found.length === 0 && <Text size="sm">没有符合“{typed.trim()}”的常用意见。</Text>}
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map((template) => (
            <li key={template.id} className={styles.row}>
              <div>
                <Text size="sm" fw={600}>
                  {template.title}
                </Text>
                <p className={styles.text}>
                  <TemplateWords text={template.text} />
                </p>
              </div>
              {editable && (
                <div className={styles.actions}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`修改：${template.title}`}
                    onClick={() => onOpen({ kind: 'change', template })}
                  >
                    修改
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    c="red.9"
                    aria-label={`删除：${template.title}`}
                    onClick={() => onRemove(template)}
                  >
                    删除
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const EMPTY_TEXT = '写意见时选“存为常用意见”，或在这里新增，下次即可直接选用。';

/** Deletes at once and offers to take it back for a while: what is made again is another record with the same words. */
function useRemoval({ removeTemplate, createTemplate }: Templates['actions'], load: () => Promise<void>) {
  const tell = (message: string) => notifications.show({ color: 'red', title: '操作没有完成', message });
  const restore = async ({ shared, title, text }: CommentTemplate) => {
    const answer = await callAction(() => createTemplate({ shared, title, text }));
    if (!answer.ok) tell(answer.message);
    await load();
  };
  return async (template: CommentTemplate) => {
    const { id, revision, title } = template;
    const answer = await callAction(() => removeTemplate({ templateId: id, revision }));
    if (!answer.ok) tell(answer.message);
    else {
      notifications.show({
        id,
        color: 'green.9',
        autoClose: 10_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <span>已删除“{title}”</span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                void restore(template);
              }}
            >
              撤销
            </Button>
          </Group>
        ),
      });
    }
    await load();
  };
}
