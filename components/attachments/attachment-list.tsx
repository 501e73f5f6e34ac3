import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Attachment } from '@/lib/domain/projects/attachment.ts';
import { fileSize } from '@/lib/messages/file-size.ts';
import styles from './attachments.module.css';

interface AttachmentListProps {
  budgetId: string;
  /** The version whose files are fetched; the newest when left out. */
  versionNumber?: number;
  attachments: readonly Attachment[];
  /** What stands at the end of a file's line. */
  actions?: (attachment: Attachment) => ReactNode;
}

/** The files of a project, each to be fetched by its name. */
export function AttachmentList({ budgetId, versionNumber, attachments, actions }: AttachmentListProps) {
  const query = versionNumber === undefined ? '' : `?version=${versionNumber}`;
  return (
    <ul className={styles.files}>
      {attachments.map((attachment) => (
        <li key={attachment.key} className={styles.file}>
          <Button
            component="a"
            href={`/api/v1/budgets/${budgetId}/attachments/${attachment.key}${query}`}
            download={attachment.fileName}
            size="compact-sm"
            variant="transparent"
            className={styles.name}
            title={`下载 ${attachment.fileName}`}
          >
            {attachment.fileName}
          </Button>
          <span className={styles.size}>{fileSize(attachment.byteLength)}</span>
          {actions?.(attachment)}
        </li>
      ))}
    </ul>
  );
}
