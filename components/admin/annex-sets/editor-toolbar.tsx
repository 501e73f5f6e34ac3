'use client';

import { Button, Group, TextInput } from '@mantine/core';
import Link from 'next/link';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import type { AnnexSetView } from '@/lib/domain/annexes/edits/annex-set-view.ts';
import styles from './annex-set-editor.module.css';
import type { SaveRefusal } from './set-editing.ts';

interface EditorToolbarProps {
  set: AnnexSetView;
  name: string;
  onName: (name: string) => void;
  isReadOnly: boolean;
  isUnsaved: boolean;
  isSaving: boolean;
  refusal: SaveRefusal | null;
  /** Null where there is nothing to take back. */
  undo: (() => void) | null;
  redo: (() => void) | null;
  save: () => void;
  copy: () => void;
  /** Shows what somebody else saved, in place of what is on the screen. */
  reload: () => void;
}

/** The name of the set, what was done to it, and why it could not be saved. */
export function EditorToolbar(props: EditorToolbarProps) {
  const { set, name, onName, isReadOnly, isUnsaved, isSaving, refusal, undo, redo, save, copy, reload } = props;
  const { problem } = refusal ?? {};
  const nameIssue =
    problem?.code === 'INVALID_INPUT' ? problem.issues.find(({ path }) => path === '$.name') : undefined;
  const nameError = name.trim() === '' ? '请填写名称' : nameIssue?.message;
  return (
    <div className={styles.toolbar}>
      <Link href="/admin/annex-sets" className={styles.back}>
        ‹ 公开表
      </Link>
      <TextInput
        aria-label="名称"
        className={styles.name}
        value={name}
        onChange={(event) => onName(event.currentTarget.value)}
        error={nameError}
        readOnly={isReadOnly}
      />
      <span className={styles.state} role="status">
        {isReadOnly ? whyReadOnly(set) : isUnsaved ? '有改动未保存' : '已保存'}
      </span>
      <span className={styles.spacer} />
      {isReadOnly ? (
        <Button size="sm" onClick={copy}>
          复制
        </Button>
      ) : (
        <Group gap="xs">
          <Button size="sm" variant="default" onClick={undo ?? undefined} disabled={!undo} title="Ctrl+Z">
            撤销
          </Button>
          <Button size="sm" variant="default" onClick={redo ?? undefined} disabled={!redo} title="Ctrl+Y">
            重做
          </Button>
          <Button size="sm" onClick={save} disabled={!isUnsaved} loading={isSaving} title="Ctrl+S">
            保存
          </Button>
        </Group>
      )}
      {refusal && !nameIssue && (
        <div className={styles.banner}>
          <ErrorNote>
            {refusal.message}
            {problem?.code === 'RECORD_CHANGED' && (
              <Button ml="sm" size="compact-sm" variant="default" onClick={reload}>
                放弃我的改动，载入最新内容
              </Button>
            )}
          </ErrorNote>
        </div>
      )}
    </div>
  );
}

function whyReadOnly({ updatedAt, uses }: AnnexSetView): string {
  if (updatedAt === null) return '系统自带，不能修改；复制后可以改';
  const years = uses.filter(({ begun }) => begun).map(({ year }) => year);
  return `${years.join('、')} 年度已用它开始申报，不能再改；复制后可以改`;
}
