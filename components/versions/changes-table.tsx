'use client';

import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { BudgetChange } from '@/lib/domain/versions/compare-budgets.ts';
import { ChangeCells, type ChangeContext } from './change-row.tsx';
import styles from './changes.module.css';

/** How many rows are drawn at once; a paste may change thousands. */
const PAGE = 200;

interface ChangesTableProps {
  changes: readonly BudgetChange[];
  context: ChangeContext;
  /** What the differences are on, e.g. `第 1 版`. */
  baseName: string;
}

/** The changes, the largest first. N and P go from one to the next, Enter opens it where it stands, C remarks on it. */
export function ChangesTable({ changes, context, baseName }: ChangesTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(-1);
  const [limit, setLimit] = useState(PAGE);
  const go = (step: number) => {
    const next = Math.max(0, Math.min(changes.length - 1, current + step));
    flushSync(() => {
      setCurrent(next);
      setLimit((known) => Math.max(known, Math.ceil((next + 1) / PAGE) * PAGE));
    });
    body.current?.rows[next]?.focus();
  };
  useHotkeys([
    ['n', () => go(1)],
    ['p', () => go(-1)],
  ]);
  const { lastYear, remarks } = context;
  return (
    <>
      <table className={styles.table} aria-label="变化清单">
        <thead>
          <tr>
            <th scope="col" className={styles.status}>
              变化
            </th>
            <th scope="col">事项</th>
            <th scope="col" className={styles.money}>
              金额（元）
            </th>
            <th scope="col" className={styles.money}>
              比{baseName}
            </th>
            {lastYear && (
              <th scope="col" className={styles.money}>
                比上年
              </th>
            )}
            {remarks && (
              <th scope="col" className={styles.remark}>
                批注
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {changes.slice(0, limit).map((change, index) => (
            <tr
              key={change.id}
              data-status={change.status}
              tabIndex={index === Math.max(0, current) ? 0 : -1}
              onFocus={() => setCurrent(index)}
              onKeyDown={(event) => actByKey(event, change, context)}
            >
              <ChangeCells change={change} context={context} />
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > limit && (
        <Button variant="default" size="xs" my="sm" onClick={() => setLimit(limit + PAGE)}>
          再显示 {Math.min(PAGE, changes.length - limit)} 处（共 {changes.length} 处）
        </Button>
      )}
    </>
  );
}

/** Only while the row itself has the keyboard: its buttons have their own Enter. */
function actByKey(event: KeyboardEvent<HTMLTableRowElement>, change: BudgetChange, context: ChangeContext) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    context.onOpen(change);
  }
  if (event.key === 'c' && context.remarks?.canRemark(change)) {
    event.preventDefault();
    context.remarks.write(change);
  }
}
