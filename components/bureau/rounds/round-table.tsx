'use client';

import { Badge, Button, Group } from '@mantine/core';
import { formatTime } from '@/components/ui/format-time.ts';
import { Deadline } from '@/components/workflow/round-line.tsx';
import { ROUND_KIND_LABELS, ROUND_STATE_LABELS } from '@/lib/domain/workflow/round.ts';
import { openingRefusal, type PlannedRound } from '@/lib/domain/workflow/round-plan.ts';
import styles from './rounds.module.css';

const COLOURS = { PLANNED: 'gray', OPEN: 'blue', CLOSED: 'teal' } as const;

export type RoundAct = 'open' | 'close' | 'deadline';

interface RoundTableProps {
  rounds: readonly PlannedRound[];
  /** Left out for those who only read. */
  onAct?: ((act: RoundAct, round: PlannedRound) => void) | undefined;
}

/** The rounds of the year with their deadlines and what can be done with each. */
export function RoundTable({ rounds, onAct }: RoundTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="申报轮次">
        <thead>
          <tr>
            <th scope="col">轮次</th>
            <th scope="col">状态</th>
            <th scope="col">截止时间</th>
            <th scope="col">开放</th>
            <th scope="col">结束</th>
            {onAct && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.id}>
              <th scope="row">{ROUND_KIND_LABELS[round.kind]}</th>
              <td>
                <Badge color={COLOURS[round.state]} variant="light" radius="sm" size="lg" autoContrast>
                  {ROUND_STATE_LABELS[round.state]}
                </Badge>
              </td>
              <td>
                <RoundDeadline round={round} />
              </td>
              <td>{round.openedAt ? formatTime(round.openedAt) : '—'}</td>
              <td>{round.closedAt ? formatTime(round.closedAt) : '—'}</td>
              {onAct && (
                <td>
                  <RoundButtons round={round} rounds={rounds} onAct={onAct} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RoundDeadline({ round: { deadlineAt, state } }: { round: PlannedRound }) {
  if (deadlineAt === null) return '不限';
  return state === 'OPEN' ? <Deadline deadlineAt={deadlineAt} isExtended={false} /> : formatTime(deadlineAt);
}

function RoundButtons({ round, rounds, onAct }: Required<RoundTableProps> & { round: PlannedRound }) {
  const label = ROUND_KIND_LABELS[round.kind];
  if (!onAct) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      {openingRefusal(rounds, round) === null && (
        <Button size="compact-sm" onClick={() => onAct('open', round)}>
          {round.state === 'CLOSED' ? `重新开放${label}` : `开放${label}`}
        </Button>
      )}
      {round.state === 'OPEN' && (
        <Button size="compact-sm" color="red.9" variant="outline" onClick={() => onAct('close', round)}>
          结束{label}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${label}截止时间`}
        onClick={() => onAct('deadline', round)}
      >
        截止时间
      </Button>
    </Group>
  );
}
