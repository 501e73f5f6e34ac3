import { formatTime } from '@/components/ui/format-time.ts';
import { detailLines } from '@/lib/messages/audit-detail.ts';
import { auditActionLabel } from '@/lib/messages/audit-labels.ts';
import type { AuditEventView } from '@/lib/schemas/audit.ts';
import styles from './audit.module.css';

function nameOf({ actorName, username }: AuditEventView): string {
  if (username === null) return '—';
  return actorName === null ? username : `${actorName}（${username}）`;
}

/** Events of the audit log, newest first; what each recorded besides opens under it. */
export function AuditTable({ events }: { events: readonly AuditEventView[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="审计日志">
        <thead>
          <tr>
            {['序号', '时间', '用户', '角色', '操作', '对象', '详情'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td className={styles.number}>{event.id}</td>
              <td className={styles.time}>{formatTime(event.at)}</td>
              <td>{nameOf(event)}</td>
              <td>{event.role ?? '—'}</td>
              <td>{auditActionLabel(event.action)}</td>
              <td>{event.subject ?? '—'}</td>
              <td className={styles.detail}>
                {event.detail === '{}' ? (
                  '—'
                ) : (
                  <details>
                    <summary aria-label={`第 ${event.id} 条的详情`}>查看</summary>
                    <ul className={styles.facts}>
                      {detailLines(event.detail).map((line, index) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a recorded event never change
                        <li key={index}>{line}</li>
                      ))}
                    </ul>
                    <details>
                      <summary>原始记录</summary>
                      <pre>{event.detail}</pre>
                    </details>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
