'use client';

import { Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import { annexSetById, annexSetNamed } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexSet } from '@/lib/domain/annexes/definition.ts';
import type { AnnexSetView } from '@/lib/domain/annexes/edits/annex-set-view.ts';
import { MONEY_UNIT_LABELS } from '@/lib/domain/money/parse.ts';
import { RecordDialog } from '../record-dialog.tsx';
import tableStyles from '../record-table.module.css';
import styles from './annex-sets-screen.module.css';
import { CopyDialog } from './copy-dialog.tsx';
import type { AnnexSetActions } from './set-actions.ts';

interface AnnexSetsScreenProps {
  sets: readonly AnnexSetView[];
  actions: Pick<AnnexSetActions, 'copyAnnexSet' | 'removeAnnexSet'>;
}

type Open =
  | { readonly kind: 'copy'; readonly source: { readonly id: string; readonly name: string } }
  | { readonly kind: 'remove'; readonly set: AnnexSetView };

/** Annex sets: those that come with the product, and the bureau's own, which begin as copies. */
export function AnnexSetsScreen({ sets, actions }: AnnexSetsScreenProps) {
  const router = useRouter();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Stack gap="sm">
      <Text size="sm">
        各年度的公开表在“申报轮次”开设年度时选定。自制的公开表由已有的复制而来；年度开始申报后，它所用的公开表不能再改。
      </Text>
      <div className={tableStyles.scroll}>
        <table className={`${tableStyles.table} ${styles.table}`} aria-label="公开表">
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">依据</th>
              <th scope="col">列示</th>
              <th scope="col">选用年度</th>
              <th scope="col">最后修改</th>
              <th scope="col" className={tableStyles.actionsHead}>
                操作
              </th>
            </tr>
          </thead>
          <tbody>
            {sets.map((set) => (
              <SetRow key={set.id} set={set} onOpen={setOpen} />
            ))}
          </tbody>
        </table>
      </div>
      {open?.kind === 'copy' && (
        <CopyDialog
          source={open.source}
          copyAnnexSet={actions.copyAnnexSet}
          onClose={close}
          onDone={(id) => router.push(`/admin/annex-sets/${id}`)}
        />
      )}
      {open?.kind === 'remove' && (
        <RemoveDialog set={open.set} removeAnnexSet={actions.removeAnnexSet} onClose={close} />
      )}
    </Stack>
  );
}

/** e.g. `9 张表，以元为单位`. */
function extentOf({ annexes, unit }: AnnexSet): string {
  return `${annexes.length} 张表，以${MONEY_UNIT_LABELS[unit]}为单位`;
}

function SetRow({ set, onOpen }: { set: AnnexSetView; onOpen: (open: Open) => void }) {
  const { id, name, base, uses, updatedAt, updatedByName } = set;
  const isBuiltIn = updatedAt === null;
  const isFrozen = !isBuiltIn && uses.some(({ begun }) => begun);
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link href={`/admin/annex-sets/${id}`}>{name}</Link>
      </th>
      <td>{isBuiltIn ? '系统自带' : annexSetById(base).name}</td>
      <td>{extentOf(isBuiltIn ? annexSetById(id) : annexSetNamed(set))}</td>
      <td>
        {uses.length === 0 ? '—' : uses.map(({ year }) => year).join('、')}
        {isFrozen && <span className={styles.frozen}>已开始申报，不能再改</span>}
      </td>
      <td>{isBuiltIn ? '—' : `${formatTime(updatedAt)} ${updatedByName ?? ''}`}</td>
      <td className={tableStyles.actions}>
        <CopyButton source={set} onOpen={onOpen} />
        {!isBuiltIn && uses.length === 0 && (
          <button
            type="button"
            data-danger
            aria-label={`删除：${name}`}
            onClick={() => onOpen({ kind: 'remove', set })}
          >
            删除
          </button>
        )}
      </td>
    </tr>
  );
}

function CopyButton({ source: { id, name }, onOpen }: { source: AnnexSetView; onOpen: (open: Open) => void }) {
  return (
    <button type="button" aria-label={`复制：${name}`} onClick={() => onOpen({ kind: 'copy', source: { id, name } })}>
      复制
    </button>
  );
}

interface RemoveDialogProps {
  set: AnnexSetView;
  removeAnnexSet: AnnexSetActions['removeAnnexSet'];
  onClose: () => void;
}

function RemoveDialog({ set: { id, name, revision }, removeAnnexSet, onClose }: RemoveDialogProps) {
  const done = () => {
    onClose();
    notifications.show({ message: `“${name}”已删除`, color: 'green.9' });
  };
  return (
    <RecordDialog<unknown>
      title={`删除公开表：${name}`}
      submitLabel="删除"
      fieldNames={[]}
      submit={() => removeAnnexSet({ annexSetId: id, revision })}
      onDone={done}
      onClose={onClose}
      danger
    >
      {() => <Text size="sm">没有年度选用它。删除后不能恢复，审计日志中保留其全部内容。</Text>}
    </RecordDialog>
  );
}
