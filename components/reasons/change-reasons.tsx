'use client';

import { Badge, Button, SegmentedControl } from '@mantine/core';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { DraftGrid } from '@/components/budget-lines/draft-grid.tsx';
import { unitWord } from '@/components/budget-lines/line-columns.ts';
import sectionStyles from '@/components/budget-lines/section.module.css';
import { changePercent } from '@/components/review/change-percent.ts';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import { positionAfter } from '@/lib/domain/budget/changes.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { ChangeReason } from '@/lib/domain/reasons/change-reason.ts';
import { reasonsVerdictSubject, unchangedReasons } from '@/lib/domain/reasons/judged-reasons.ts';
import { type Reasoning, reasonsOf } from '@/lib/domain/reasons/reasoning.ts';
import { TOTAL_SUBJECT } from '@/lib/domain/reasons/year-comparison.ts';
import styles from './change-reasons.module.css';
import { reasonColumns } from './reason-columns.ts';

/* Shown where a reviewer has said something of the reasons alone. */
const ReasonVerdict = dynamic(
  () => patiently(() => import('./reason-verdict.tsx')).then((module) => module.ReasonVerdict),
  { ssr: false },
);

type Shown = 'demanded' | 'all';

/** 增减原因: every figure beside last year's, the largest change first; those over the threshold want their reasons. */
export function ChangeReasons() {
  const { budget, workspace, focusTarget } = useDraft();
  const { edition, settings } = workspace;
  const threshold = settings.changeThresholdPercent;
  const { reasonings, orphans } = useMemo(() => reasonsOf(budget, edition, threshold), [budget, edition, threshold]);
  const [shown, setShown] = useState<Shown>('demanded');
  const [open, setOpen] = useState<string | null>(null);
  const wanted = subjectOfTarget(focusTarget?.place, budget.reasons);
  useEffect(() => {
    if (wanted === null) return;
    setShown('all');
    setOpen(wanted);
  }, [wanted]);
  const judged = new Set([...workspace.refusals, ...workspace.verdicts].map(({ subject }) => subject));
  const isWanted = ({ isDemanded, state, subject }: Reasoning) =>
    isDemanded || state === 'open' || subject === TOTAL_SUBJECT || judged.has(reasonsVerdictSubject(subject));
  const listed = shown === 'all' ? reasonings : reasonings.filter(isWanted);
  const missing = reasonings.filter(({ isDemanded, state }) => isDemanded && state !== 'done').length;
  if (reasonings.length === 0) {
    return <p className={sectionStyles.lead}>填写上年数后，这里列出各项增减，并要求对变动较大的填写原因。</p>;
  }
  return (
    <section aria-label="增减原因">
      <div className={styles.head}>
        <h3 className={sectionStyles.subtitle}>增减原因</h3>
        <SegmentedControl
          size="xs"
          aria-label="显示范围"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: 'demanded', label: `须说明（${reasonings.filter(isWanted).length}）` },
            { value: 'all', label: `全部（${reasonings.length}）` },
          ]}
        />
        <span className={styles.hint} aria-live="polite">
          增减达到 {threshold}% 或从无到有的，须逐项填写原因，金额合计应等于增减额。
          {missing > 0 ? `还有 ${missing} 项没有说明完整。` : '已全部说明。'}
        </span>
      </div>
      <ReasonTable reasonings={listed} open={open} onOpen={setOpen} />
      {orphans.length > 0 && <OrphanReasons orphans={orphans} />}
    </section>
  );
}

/** The figure whose reasons a finding points at. */
function subjectOfTarget(
  place: NonNullable<ReturnType<typeof useDraft>['focusTarget']>['place'] | undefined,
  reasons: readonly ChangeReason[],
): string | null {
  if (place?.kind !== 'row' || place.collection !== 'reasons') return null;
  return reasons.find(({ key }) => key === place.key)?.subject ?? null;
}

interface ReasonTableProps {
  reasonings: readonly Reasoning[];
  open: string | null;
  onOpen: (subject: string | null) => void;
}

function ReasonTable({ reasonings, open, onOpen }: ReasonTableProps) {
  const { unit, budget } = useDraft();
  if (reasonings.length === 0) return <p className={sectionStyles.lead}>没有须说明原因的增减。</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">{budget.year - 1} 年</th>
          <th scope="col">{budget.year} 年</th>
          <th scope="col">增减（{unitWord(unit)}）</th>
          <th scope="col">增减 %</th>
          <th scope="col">原因</th>
        </tr>
      </thead>
      {reasonings.map((reasoning) => (
        <ReasonRows
          key={reasoning.subject}
          reasoning={reasoning}
          isOpen={open === reasoning.subject}
          onToggle={() => onOpen(open === reasoning.subject ? null : reasoning.subject)}
        />
      ))}
    </table>
  );
}

function ReasonRows({ reasoning, isOpen, onToggle }: { reasoning: Reasoning; isOpen: boolean; onToggle: () => void }) {
  const { unit, workspace } = useDraft();
  const { subject, label, beforeFen, nowFen, changeFen } = reasoning;
  const isOfThese = (judged: { readonly subject: string }) => judged.subject === reasonsVerdictSubject(subject);
  const refusal = workspace.refusals.find(isOfThese);
  const verdict = workspace.verdicts.find(isOfThese);
  const isUnchanged = refusal !== undefined && unchangedReasons([refusal], reasoning.reasons).length > 0;
  return (
    <tbody>
      <tr data-open={isOpen || undefined}>
        <th scope="row">
          <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={onToggle}>
            <span aria-hidden>{isOpen ? '▾' : '▸'}</span> {label}
          </button>
        </th>
        <td>{formatForEntry(beforeFen, unit)}</td>
        <td>{formatForEntry(nowFen, unit)}</td>
        <td data-less={changeFen < 0n || undefined}>{formatForEntry(changeFen, unit)}</td>
        <td>{changePercent(nowFen, beforeFen)}</td>
        <td className={styles.state}>
          {isUnchanged ? <Badge color="red.9">未获认可</Badge> : <StateOf reasoning={reasoning} />}
        </td>
      </tr>
      {(refusal || verdict) && (
        <tr>
          <td colSpan={6} className={styles.editor}>
            <ReasonVerdict subject={subject} refusal={refusal} isUnchanged={isUnchanged} verdict={verdict} />
          </td>
        </tr>
      )}
      {isOpen && (
        <tr>
          <td colSpan={6} className={styles.editor}>
            <ReasonEditor reasoning={reasoning} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function StateOf({ reasoning: { state, isDemanded, restFen } }: { reasoning: Reasoning }): ReactNode {
  const { unit } = useDraft();
  if (state === 'done') return <Badge color="green.9">已说明</Badge>;
  if (state === 'open') {
    return (
      <Badge color="red.9">
        {restFen === 0n ? '缺少内容' : `差 ${formatForEntry(restFen, unit)} ${unitWord(unit)}`}
      </Badge>
    );
  }
  return isDemanded ? <Badge color="orange.9">须说明</Badge> : <span className={styles.hint}>不要求</span>;
}

/** The parts of one change on a grid, with what they leave over. */
function ReasonEditor({ reasoning }: { reasoning: Reasoning }) {
  const { budget, unit, edit, readOnly } = useDraft();
  const { subject, label, reasons, changeFen, restFen } = reasoning;
  const columns = useMemo(() => reasonColumns(unit), [unit]);
  const createRow = useMemo(() => newReason(subject), [subject]);
  const takeRest = () => {
    const last = reasons.at(-1);
    const amountFen = (last?.amountFen ?? 0n) + restFen;
    const position = positionAfter(budget.reasons, budget.reasons.length - 1);
    edit(
      last
        ? [{ op: 'update', collection: 'reasons', key: last.key, fields: { amountFen } }]
        : [{ op: 'insert', collection: 'reasons', row: { ...createRow(position), amountFen } }],
      `补齐“${label}”的增减原因`,
    );
  };
  return (
    <>
      <DraftGrid
        collection="reasons"
        label={`${label}的增减原因`}
        rows={reasons}
        columns={columns}
        totals={{ amountFen: formatForEntry(changeFen - restFen, unit) }}
        height="content"
        createRow={createRow}
      />
      <div className={styles.rest} aria-live="polite">
        增减 {formatForEntry(changeFen, unit)}，已说明 {formatForEntry(changeFen - restFen, unit)}，
        <strong data-open={restFen !== 0n || undefined}>尚差 {formatForEntry(restFen, unit)}</strong> {unitWord(unit)}
        {!readOnly && restFen !== 0n && (
          <Button size="compact-xs" variant="default" onClick={takeRest}>
            {reasons.length === 0 ? '整额填一项' : '差额补到最后一项'}
          </Button>
        )}
      </div>
    </>
  );
}

function newReason(subject: string): (position: number) => ChangeReason {
  return (position) => ({ key: newKey(), position, subject, kind: 'PEOPLE', amountFen: null, people: null, text: '' });
}

/** Reasons whose figure is nil in both years now: kept until somebody deletes them. */
function OrphanReasons({ orphans }: { orphans: readonly ChangeReason[] }) {
  const { edit, readOnly } = useDraft();
  const remove = () =>
    edit(
      orphans.map(({ key }) => ({ op: 'delete', collection: 'reasons', key }) as const),
      '删除没有对应项目的增减原因',
    );
  return (
    <p className={sectionStyles.lead}>
      有 {orphans.length} 项原因所说的项目两年都没有金额：{orphans.map(({ text }) => text || '（未填说明）').join('；')}
      。
      {!readOnly && (
        <Button size="compact-xs" variant="default" onClick={remove}>
          删除
        </Button>
      )}
    </p>
  );
}
