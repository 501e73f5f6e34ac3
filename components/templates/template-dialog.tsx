'use client';

import { SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RecordDialog } from '@/components/admin/record-dialog.tsx';
import { type CommentTemplate, MAX_TITLE_LENGTH } from '@/lib/domain/review/comment-template.ts';
import { MAX_LENGTH } from '@/lib/schemas/max-length.ts';
import type { Templates } from './template-actions.ts';

/** What the dialog is opened for: a template to change, or the words of a new one. */
export type OpenTemplate =
  | { readonly kind: 'change'; readonly template: CommentTemplate }
  | { readonly kind: 'new'; readonly text: string; readonly shared: boolean };

interface TemplateDialogProps extends Templates {
  open: OpenTemplate;
  onDone: (message: string) => void;
  onClose: () => void;
}

const TITLE_OF_TEXT = 15;

/** The first words of a remark, as a proposal for its title. */
const titleOf = (text: string) => (text.split(/[。；，！？\n]/, 1)[0] ?? '').slice(0, TITLE_OF_TEXT);

function titleOfDialog(open: OpenTemplate): string {
  if (open.kind === 'change') return `修改${open.template.shared ? '共用' : '我的'}常用意见`;
  return open.text === '' ? '新增常用意见' : '存为常用意见';
}

/** A new 常用意见, or one to change. */
export function TemplateDialog({ open, actions, mayShare, onDone, onClose }: TemplateDialogProps) {
  const old = open.kind === 'change' ? open.template : null;
  const [title, setTitle] = useState(open.kind === 'change' ? open.template.title : titleOf(open.text));
  const [text, setText] = useState(open.kind === 'change' ? open.template.text : open.text);
  const [shared, setShared] = useState(open.kind === 'change' ? open.template.shared : open.shared);
  return (
    <RecordDialog<unknown>
      title={titleOfDialog(open)}
      submitLabel="保存"
      fieldNames={['title', 'text']}
      submit={() =>
        old
          ? actions.updateTemplate({ templateId: old.id, revision: old.revision, title, text })
          : actions.createTemplate({ shared, title, text })
      }
      onDone={() => onDone(`已保存常用意见“${title.trim()}”`)}
      onClose={onClose}
    >
      {({ textField }) => (
        <>
          <TextInput
            label="标题"
            description="查找时看到的名称"
            maxLength={MAX_TITLE_LENGTH}
            {...textField('title', title, setTitle)}
            autoComplete="off"
            data-autofocus
          />
          <Textarea
            label="内容"
            description="可写 {单位}、{项目}、{栏目}，使用时按意见所在位置自动填入；其他 {…} 留待使用时补充"
            autosize
            minRows={4}
            maxRows={10}
            maxLength={MAX_LENGTH.comment}
            {...textField('text', text, setText)}
          />
          {!old && mayShare && <SharedChoice shared={shared} onChange={setShared} />}
        </>
      )}
    </RecordDialog>
  );
}

function SharedChoice({ shared, onChange }: { shared: boolean; onChange: (shared: boolean) => void }) {
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={500}>
        谁可以使用
      </Text>
      <SegmentedControl
        aria-label="谁可以使用"
        size="xs"
        value={shared ? 'shared' : 'own'}
        onChange={(value) => onChange(value === 'shared')}
        data={[
          { value: 'own', label: '只有我' },
          { value: 'shared', label: '全局共用' },
        ]}
      />
    </Stack>
  );
}
