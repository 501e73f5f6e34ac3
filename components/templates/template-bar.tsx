'use client';

import { Button, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { RemarkPlace } from '@/lib/domain/review/comment-template.ts';
import type { Templates } from './template-actions.ts';
import { TemplateDialog } from './template-dialog.tsx';
import { TemplateLists } from './template-lists.tsx';
import { TemplatePicker } from './template-picker.tsx';

interface TemplateBarProps {
  templates: Templates;
  place: RemarkPlace;
  /** What stands in the field. */
  typed: string;
  onPick: (text: string) => void;
}

/** Under a field for a remark: takes a common one, keeps what is typed as one, and leads to all of them. */
export function TemplateBar({ templates, place, typed, onPick }: TemplateBarProps) {
  const { actions, mayShare } = templates;
  const [opened, setOpened] = useState<'save' | 'manage' | null>(null);
  const close = () => setOpened(null);
  return (
    <Group gap={6}>
      <TemplatePicker
        listTemplates={actions.listTemplates}
        place={place}
        onPick={onPick}
        onManage={() => setOpened('manage')}
      />
      <Button size="compact-xs" variant="subtle" disabled={typed.trim() === ''} onClick={() => setOpened('save')}>
        存为常用意见
      </Button>
      {opened === 'save' && (
        <TemplateDialog
          open={{ kind: 'new', text: typed.trim(), shared: false }}
          actions={actions}
          mayShare={mayShare}
          onDone={(message) => {
            close();
            notifications.show({ message, color: 'green.9' });
          }}
          onClose={close}
        />
      )}
      <Modal opened={opened === 'manage'} onClose={close} title="管理常用意见" size="xl">
        <TemplateLists initial={null} actions={actions} mayShare={mayShare} />
      </Modal>
    </Group>
  );
}
