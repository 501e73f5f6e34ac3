'use client';

import { Button, Drawer, Loader, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { useOpened } from '@/components/ui/use-opened.ts';
import { PRIOR_FIELDS, valueWords } from '@/components/versions/change-words.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import { COLLECTION_LABELS, fieldLabel } from '@/lib/messages/field-labels.ts';
import type { HistorySource, HistoryTarget } from './history-target.ts';
import styles from './row-history.module.css';
import { RowHistoryList } from './row-history-list.tsx';
import { useRowHistoryPages } from './use-row-history-pages.ts';

interface RowHistoryDrawerProps extends HistorySource {
  target: HistoryTarget;
  opened: boolean;
  onClose: () => void;
}

/** 修改记录 of a row or a cell: who entered, changed and removed it when, with the values before and after. */
export function RowHistoryDrawer({ target, opened, onClose, ...known }: RowHistoryDrawerProps) {
  return (
    <Drawer
      opened={useOpened(opened)}
      onClose={onClose}
      position="right"
      size="min(520px, 100vw)"
      title="修改记录"
      zIndex={300}
      closeButtonProps={{ 'aria-label': '关闭' }}
    >
      <RowHistory key={`${target.collection}/${target.rowKey}/${target.field}`} target={target} {...known} />
    </Drawer>
  );
}

type Scope = 'cell' | 'row';

function RowHistory({ target, ...known }: Omit<RowHistoryDrawerProps, 'opened' | 'onClose'>) {
  const { budgetId, edition, budgets, read } = known;
  const { field } = target;
  const [scope, setScope] = useState<Scope>(field === undefined ? 'row' : 'cell');
  const asked = useMemo(
    () => ({ ...target, budgetId, field: scope === 'cell' ? target.field : undefined }),
    [target, budgetId, scope],
  );
  const { entries, next, state, more, retry } = useRowHistoryPages(asked, read);
  const words = useMemo(() => valueWords(edition, budgets), [edition, budgets]);
  const isProfile = target.collection === null;
  return (
    <>
      <Text fw={600} size="sm">
        {nameOf(target, known)}
      </Text>
      {field !== undefined && (
        <div className={styles.scope}>
          <SegmentedControl
            size="xs"
            aria-label="显示范围"
            value={scope}
            onChange={(value) => setScope(value === 'cell' ? 'cell' : 'row')}
            data={[
              { value: 'cell', label: isProfile ? '只看本项' : '只看本格' },
              { value: 'row', label: isProfile ? '单位情况全部' : '整行' },
            ]}
          />
          {scope === 'cell' && <Text size="sm">{PRIOR_FIELDS[field] ?? fieldLabel(field)}</Text>}
        </div>
      )}
      {entries && <RowHistoryList entries={entries} words={words} />}
      {entries?.length === 0 && next === null && (
        <Text c="dimmed" size="sm" mt="sm" role="status">
          {scope === 'cell' ? '此处没有修改记录。' : '没有修改记录。'}
        </Text>
      )}
      {state === 'loading' && (
        <p role="status">
          <Loader size="xs" aria-hidden /> 正在读取修改记录…
        </p>
      )}
      {typeof state === 'object' && (
        <>
          <ErrorNote>{state.error}</ErrorNote>
          <Button variant="default" size="xs" mt="xs" onClick={retry}>
            重试
          </Button>
        </>
      )}
      {state === 'ready' && next !== null && (
        <Button variant="default" size="xs" mt="sm" onClick={more}>
          加载更早的记录
        </Button>
      )}
    </>
  );
}

/** What the row is called in one of the versions at hand, else by its list. */
function nameOf(target: HistoryTarget, { edition, budgets }: Pick<HistorySource, 'edition' | 'budgets'>): string {
  const { collection, rowKey } = target;
  if (collection === null) return '单位情况';
  const names = budgets.map((budget) => rowLabel(budget, edition, collection, rowKey));
  return names.find((name) => name !== null) ?? COLLECTION_LABELS[collection];
}
