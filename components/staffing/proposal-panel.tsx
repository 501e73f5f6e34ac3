'use client';

import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { Decision } from '@/lib/domain/staffing/accept-proposals.ts';
import type { ComparedProposal } from '@/lib/domain/staffing/compare-proposals.ts';
import { ManyButtons } from './many-buttons.tsx';
import styles from './proposal-panel.module.css';
import { ProposalRow } from './proposal-row.tsx';
import { isOpen } from './proposal-words.ts';
import { useProposalDecisions } from './use-proposal-decisions.ts';
import { rowInputId, useFocusTarget, useRowKeys } from './use-proposal-keys.ts';

interface ProposalPanelProps {
  compared: readonly ComparedProposal[];
}

/** 测算结果: every line that follows from the register, beside what the budget has; the clerk decides about each. */
export function ProposalPanel({ compared }: ProposalPanelProps) {
  const { readOnly } = useDraft();
  const [openOnly, setOpenOnly] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [activeId, setActiveId] = useState<string | null>(null);
  const { decide, ...many } = useProposalDecisions();
  const shown = useMemo(() => (openOnly ? compared.filter(isOpen) : compared), [compared, openOnly]);
  const active = shown.some(({ id }) => id === activeId) ? activeId : (shown[0]?.id ?? null);
  useFocusTarget(compared, setOpenOnly);

  const select = (ids: readonly string[], on: boolean) =>
    setSelected((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const decideOne = (one: ComparedProposal, decision: Decision) => {
    decide(one, decision);
    /* The button goes with the state it was for; the keyboard stays with the row. */
    document.getElementById(rowInputId(one.id))?.focus();
  };
  const onKeyDown = useRowKeys({ shown, active, select, decide: decideOne });
  const allSelected = shown.length > 0 && shown.every(({ id }) => selected.has(id));

  return (
    <section className={styles.panel} aria-labelledby="proposals-title">
      <div className={styles.head}>
        <h3 id="proposals-title" className={styles.title}>
          测算结果{' '}
          <span className={styles.quiet}>
            {compared.length} 项，待处理 {compared.filter(isOpen).length} 项
          </span>
        </h3>
        <Checkbox
          size="xs"
          label="只看待处理"
          checked={openOnly}
          onChange={(event) => setOpenOnly(event.currentTarget.checked)}
        />
        {!readOnly && (
          <ManyButtons compared={compared} selected={selected} many={many} done={() => setSelected(new Set())} />
        )}
      </div>
      <table className={styles.table} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">测算结果。上下方向键移动，空格选择，回车采用，Ctrl+A 全选。</caption>
        <thead>
          <tr>
            {!readOnly && (
              <th scope="col" className={styles.check}>
                <Checkbox
                  size="xs"
                  aria-label="全部选择"
                  checked={allSelected}
                  indeterminate={!allSelected && shown.some(({ id }) => selected.has(id))}
                  onChange={() =>
                    select(
                      shown.map(({ id }) => id),
                      !allSelected,
                    )
                  }
                />
              </th>
            )}
            <th scope="col">科目、算式和依据</th>
            <th scope="col" className={styles.number}>
              现有金额
            </th>
            <th scope="col" className={styles.number}>
              测算金额
            </th>
            <th scope="col" className={styles.number}>
              差额
            </th>
            <th scope="col">状态</th>
            {!readOnly && <th scope="col">操作</th>}
          </tr>
        </thead>
        {shown.map((one) => (
          <ProposalRow
            key={one.id}
            compared={one}
            isActive={one.id === active}
            isSelected={selected.has(one.id)}
            onSelect={(on) => select([one.id], on)}
            onActivate={() => setActiveId(one.id)}
            onDecide={(decision) => decideOne(one, decision)}
          />
        ))}
      </table>
      {shown.length === 0 && <p className={styles.nothing}>没有待处理的测算。</p>}
      {!readOnly && shown.length > 0 && (
        <p className={styles.quiet}>↑↓ 移动，空格选择，回车采用（替换、更新），Ctrl+A 全选，Ctrl+Z 撤销</p>
      )}
    </section>
  );
}
