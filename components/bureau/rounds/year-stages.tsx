'use client';

import { Badge, Button, Group } from '@mantine/core';
import { formatTime } from '@/components/ui/format-time.ts';
import { ROUND_KIND_LABELS, ROUND_STATE_LABELS } from '@/lib/domain/workflow/round.ts';
import type { RoundView, UnitInRound, YearView } from './round-view.ts';
import styles from './rounds.module.css';

export type RoundAct = 'open' | 'deadline' | 'close';

interface YearStagesProps {
  shown: YearView;
  /** Absent for those who only look. */
  onAct?: (act: RoundAct, round: RoundView) => void;
}

/** 一上 → 一下 → 二上 → 二下, or one submission and its approval: where the bureau stands, and what it can do next. */
export function YearStages({ shown, onAct }: YearStagesProps) {
  const { rounds, units } = shown;
  return (
    <ol className={styles.stages} aria-label="年度进程">
      {rounds.map((round) => [
        <RoundStage key={round.id} round={round} shown={shown} onAct={onAct} />,
        round.kind === 'FIRST_SUBMISSION' ? (
          <li key="control" className={styles.stage}>
            <p className={styles.name}>一下（控制数下达）</p>
            <p className={styles.fact}>一上审核后，在“控制数”页面一次下达给各单位。</p>
          </li>
        ) : (
          <li key="approval" className={styles.stage}>
            <p className={styles.name}>{round.kind === 'SECOND_SUBMISSION' ? '二下（批复）' : '批复'}</p>
            <p className={styles.fact}>
              已批复 {count(units, ({ state, adjustment }) => state === 'APPROVED' || adjustment > 0)} 个，共{' '}
              {units.length} 个单位
            </p>
          </li>
        ),
      ])}
    </ol>
  );
}

function RoundStage({ round, shown, onAct }: YearStagesProps & { round: RoundView }) {
  const { kind, state, deadlineAt, openedAt, closedAt } = round;
  const isCurrent = round.id === shown.currentRoundId;
  return (
    <li className={styles.stage} data-current={isCurrent || undefined} aria-current={isCurrent ? 'step' : undefined}>
      <p className={styles.name}>
        {ROUND_KIND_LABELS[kind]}
        <Badge variant="light" color={state === 'OPEN' ? 'blue' : 'gray'} autoContrast>
          {ROUND_STATE_LABELS[state]}
        </Badge>
      </p>
      {openedAt && <p className={styles.fact}>{formatTime(openedAt)} 开放</p>}
      <p className={styles.fact}>{deadlineAt ? `${formatTime(deadlineAt)} 截止` : '未设截止时间'}</p>
      {closedAt && <p className={styles.fact}>{formatTime(closedAt)} 结束</p>}
      {isCurrent && <Counts units={shown.units} />}
      {onAct && (
        <Group gap="xs" mt={8}>
          {state !== 'OPEN' && isOpenable(round, shown.rounds) && (
            <Button size="compact-sm" onClick={() => onAct('open', round)}>
              {state === 'PLANNED' ? '开放' : '重新开放'}
            </Button>
          )}
          {state !== 'CLOSED' && (
            <Button size="compact-sm" variant="default" onClick={() => onAct('deadline', round)}>
              截止时间
            </Button>
          )}
          {state === 'OPEN' && (
            <Button size="compact-sm" variant="default" onClick={() => onAct('close', round)}>
              结束
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}

/** An earlier round is not opened again once a later one was, and a later one comes after the one before it. */
function isOpenable({ ordinal }: RoundView, rounds: readonly RoundView[]): boolean {
  return rounds.every(
    (other) =>
      (other.ordinal <= ordinal || other.state === 'PLANNED') &&
      (other.ordinal >= ordinal || other.state !== 'PLANNED'),
  );
}

function Counts({ units }: { units: readonly UnitInRound[] }) {
  const owing = count(units, ({ isOwing }) => isOwing);
  const late = count(units, ({ isLate }) => isLate);
  return (
    <p className={styles.fact}>
      已送审 {units.length - owing} / {units.length} 个单位
      {late > 0 && <span className={styles.late}>，逾期 {late} 个</span>}
    </p>
  );
}

function count(units: readonly UnitInRound[], holds: (unit: UnitInRound) => boolean): number {
  return units.filter(holds).length;
}
