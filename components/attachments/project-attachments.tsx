'use client';

import { Button, CloseButton, Progress } from '@mantine/core';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import { positionAfter } from '@/lib/domain/budget/changes.ts';
import { type Attachment, MAX_ATTACHMENT_BYTES } from '@/lib/domain/projects/attachment.ts';
import { fileSize } from '@/lib/messages/file-size.ts';
import { AttachmentList } from './attachment-list.tsx';
import styles from './attachments.module.css';
import { type UploadedFile, uploadFile } from './upload-file.ts';

const ACCEPTED = '.pdf,.doc,.docx,.png,.jpg,.jpeg';
const RULE = `PDF、Word 或图片，每个不超过 ${fileSize(MAX_ATTACHMENT_BYTES)}`;

/** A file on its way, or one that was not taken. */
interface Transfer {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly error: string | null;
}

/** 立项依据 as files: chosen or dropped, sent with progress, kept with the draft; removing one can be taken back. */
export function ProjectAttachments({ projectKey }: { projectKey: string }) {
  const { budget, workspace, edit, readOnly } = useDraft();
  const attachments = budget.attachments.filter((attachment) => attachment.projectKey === projectKey);
  const heading = useId();
  const add = (file: UploadedFile) => {
    const position = positionAfter(budget.attachments, budget.attachments.length - 1);
    const row: Attachment = { key: newKey(), position, projectKey, ...file };
    edit([{ op: 'insert', collection: 'attachments', row }], `添加附件“${file.fileName}”`);
  };
  const { transfers, send, dismiss } = useTransfers(workspace.budgetId, attachments, add);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!readOnly) send([...event.dataTransfer.files]);
  };
  if (readOnly && attachments.length === 0) return null;
  return (
    <section
      aria-labelledby={heading}
      className={styles.area}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!readOnly);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.head}>
        <h4 id={heading} className={styles.title}>
          立项依据附件
        </h4>
        {!readOnly && <FilePicker onChoose={send} />}
        {!readOnly && <span className={styles.hint}>可拖放到此处；{RULE}</span>}
      </div>
      <AttachmentList
        budgetId={workspace.budgetId}
        versionNumber={workspace.version.number}
        attachments={attachments}
        actions={({ key, fileName }) =>
          !readOnly && (
            <CloseButton
              size="sm"
              aria-label={`删除附件 ${fileName}`}
              onClick={() => edit([{ op: 'delete', collection: 'attachments', key }], `删除附件“${fileName}”`)}
            />
          )
        }
      />
      <div aria-live="polite">
        {transfers.map((transfer) => (
          <TransferLine key={transfer.id} transfer={transfer} onDismiss={() => dismiss(transfer.id)} />
        ))}
      </div>
    </section>
  );
}

function FilePicker({ onChoose }: { onChoose: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => input.current?.click()}>
        添加附件
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label="选择立项依据附件"
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function TransferLine({ transfer, onDismiss }: { transfer: Transfer; onDismiss: () => void }) {
  const { name, share, error } = transfer;
  if (error === null) {
    return (
      <div className={styles.file}>
        <span className={styles.name}>{name}</span>
        <Progress value={share * 100} className={styles.progress} aria-label={`正在上传 ${name}`} />
      </div>
    );
  }
  return (
    <div className={styles.file} role="alert">
      <span className={styles.error}>
        {name}：{error}
      </span>
      <CloseButton size="sm" aria-label={`不再提示 ${name}`} onClick={onDismiss} />
    </div>
  );
}

/** Files on their way; one that is taken becomes a row of the draft, one that is not stays with the reason. */
function useTransfers(budgetId: string, attachments: readonly Attachment[], add: (file: UploadedFile) => void) {
  const [transfers, setTransfers] = useState<readonly Transfer[]>([]);
  const addNow = useRef(add);
  addNow.current = add;
  const change = (id: string, fields: Partial<Transfer>) =>
    setTransfers((all) => all.map((transfer) => (transfer.id === id ? { ...transfer, ...fields } : transfer)));
  const dismiss = (id: string) => setTransfers((all) => all.filter((transfer) => transfer.id !== id));
  const sendOne = async (file: File) => {
    const id = newKey();
    const error = refusalOf(file, attachments);
    setTransfers((all) => [...all, { id, name: file.name, share: 0, error }]);
    if (error !== null) return;
    const kept = await uploadFile(budgetId, file, (share) => change(id, { share }));
    if (!kept.ok) return change(id, { error: kept.error });
    dismiss(id);
    addNow.current(kept.value);
  };
  return { transfers, dismiss, send: (files: readonly File[]) => void Promise.all(files.map(sendOne)) };
}

/** What can be said before a file is sent. */
function refusalOf(file: File, attachments: readonly Attachment[]): string | null {
  if (file.size === 0) return '是空文件，没有上传。';
  if (file.size > MAX_ATTACHMENT_BYTES)
    return `超过 ${fileSize(MAX_ATTACHMENT_BYTES)}，没有上传，请压缩或分成几个文件。`;
  if (attachments.some(({ fileName, byteLength }) => fileName === file.name && byteLength === file.size)) {
    return '已经在附件中，没有重复上传。';
  }
  return null;
}
