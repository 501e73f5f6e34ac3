'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SECTION_PATHS } from '@/components/workspace/section-path.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Section } from '@/lib/domain/checks/finding.ts';
import type { Placements } from '@/lib/domain/start/bring-in.ts';
import { START_PARTS, type StartPart } from '@/lib/domain/start/start-part.ts';
import type { ChangeOrigin } from '@/lib/domain/workflow/change-origin.ts';
import styles from './start.module.css';

interface ConfirmStartProps {
  changes: readonly Change[];
  placements: Placements;
  /** What undo would take back, e.g. `从上年批复预算开始`. */
  label: string;
  /** Where the content came from, for the record. */
  origin: ChangeOrigin;
  /** What still stands in the way; null where nothing does. */
  blocked?: string | null;
}

const SECTION_OF_PART: Readonly<Record<StartPart, Section>> = {
  revenue: 'revenue',
  staffing: 'staffing',
  basic: 'basic',
  projects: 'projects',
  performance: 'performance',
  procurement: 'procurement',
  'prior-year': 'prior-year',
  reasons: 'prior-year',
  narrative: 'profile',
};

/** Says what would be written, and writes it as one step when told so. */
export function ConfirmStart({ changes, placements, label, origin, blocked = null }: ConfirmStartProps) {
  const { workspace, edit } = useDraft();
  const router = useRouter();
  const confirm = () => {
    edit(changes, label, origin);
    notifications.show({ message: `${summaryOf(changes)}，已写入草稿。如需取消，请按“撤销”。`, color: 'green' });
    const first = START_PARTS.find((part) => (placements[part] ?? 'skip') !== 'skip') ?? 'revenue';
    router.push(`/budgets/${workspace.budgetId}/${SECTION_PATHS[SECTION_OF_PART[first]]}`);
  };
  const why = blocked ?? (changes.length === 0 ? '没有要写入的内容：各部分都选了“不写入”，或草稿中已经相同。' : null);
  return (
    <div className={styles.confirm}>
      <p role="status" className={styles.summary}>
        {why ?? `确认后${summaryOf(changes)}，可以一步撤销。`}
      </p>
      <Button onClick={confirm} disabled={why !== null}>
        写入草稿
      </Button>
    </div>
  );
}

function summaryOf(changes: readonly Change[]): string {
  const count = (op: Change['op']) => changes.filter((change) => change.op === op).length;
  const parts = [
    count('insert') > 0 && `新增 ${count('insert')} 行`,
    count('delete') > 0 && `删除 ${count('delete')} 行`,
    count('profile') > 0 && '填写单位情况等文字和数字',
  ];
  return parts.filter((part) => part !== false).join('、');
}
