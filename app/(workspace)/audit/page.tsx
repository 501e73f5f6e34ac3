import { Stack } from '@mantine/core';
import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '@/components/admin/audit.module.css';
import { AuditFilterForm } from '@/components/admin/audit-filter.tsx';
import { AuditTable } from '@/components/admin/audit-table.tsx';
import { VerifyLog } from '@/components/admin/verify-log.tsx';
import { type AuditFilter, auditFilterSchema } from '@/lib/schemas/audit.ts';
import { requireActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { listAuditEvents } from '@/lib/services/audit/list-audit-events.ts';
import { WorkspaceShell } from '../workspace-shell.tsx';
import { verifyLogAction } from './actions.ts';

export const metadata: Metadata = { title: '审计日志' };

interface AuditPageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const actor = await requireActor('audit.read');
  const filter = auditFilterSchema.parse(await searchParams);
  const { events, nextBefore } = valueOrLeave(await listAuditEvents(actor, filter));
  return (
    <WorkspaceShell actor={actor} title="审计日志">
      <Stack gap="sm">
        <AuditFilterForm key={addressOf(filter, null)} filter={filter} />
        <div className={styles.tools}>
          <VerifyLog verify={verifyLogAction} />
          {(['xlsx', 'csv'] as const).map((format) => (
            <a key={format} href={`/api/v1/audit/exports?${asked(filter, { format })}`} download>
              导出 {format === 'xlsx' ? 'Excel' : 'CSV'}
            </a>
          ))}
        </div>
        {events.length === 0 ? (
          <p className={styles.empty}>没有符合条件的记录。请放宽日期或其他条件后再查询。</p>
        ) : (
          <AuditTable events={events} />
        )}
        <nav className={styles.pages} aria-label="翻页">
          {filter.before !== undefined && <Link href={addressOf(filter, null)}>回到最新</Link>}
          {nextBefore !== null && <Link href={addressOf(filter, nextBefore)}>更早的记录</Link>}
        </nav>
      </Stack>
    </WorkspaceShell>
  );
}

/** The same search, from another place on. */
function addressOf(filter: AuditFilter, before: string | null): string {
  return `/audit?${asked(filter, { before })}`;
}

function asked({ before: _, ...filter }: AuditFilter, more: Readonly<Record<string, string | null>>): URLSearchParams {
  const words = Object.entries({ ...filter, ...more });
  return new URLSearchParams(words.filter((entry): entry is [string, string] => !!entry[1]));
}
