import type { Fen } from '../money/fen.ts';
import { isLate, type UnitRound } from '../workflow/round.ts';
import { VERSION_STATE_LABELS, type VersionState } from '../workflow/transitions.ts';
import { type RiskPart, unexplainedPercent } from './risk-rank.ts';
import { RULE_VERSION } from './rule-version.ts';

/** The states of a queue: those of versions, and that of a unit which has not begun. */
export const QUEUE_STAGES = [
  'SUBMITTED',
  'RETURNED',
  'CONFIRMING',
  'DRAFT',
  'NONE',
  'WITHDRAWN',
  'ACCEPTED',
  'APPROVED',
] as const;

export type QueueStage = (typeof QUEUE_STAGES)[number];

export const QUEUE_STAGE_LABELS: Readonly<Record<QueueStage, string>> = { ...VERSION_STATE_LABELS, NONE: '未编制' };

/** A digest as the queue shows it, without what the checks found one by one. */
export interface QueueDigest {
  readonly checkedAt: string;
  readonly ruleVersion: number;
  readonly errors: number;
  readonly warnings: number;
  readonly unexplainedWarnings: number;
  readonly notes: number;
  readonly notRun: number;
  readonly changedFen: Fen;
  readonly unexplainedFen: Fen;
  readonly risk: number;
  readonly parts: readonly RiskPart[];
}

export interface QueueVersion {
  readonly id: string;
  readonly number: number;
  readonly state: VersionState;
  /** Of the version before it, null: it is the first. */
  readonly previousState: VersionState | null;
  readonly adjustment: number;
  readonly submittedAt: string | null;
  /** Explanations that stand refused. */
  readonly refused: number;
  readonly totalFen: Fen;
  /** What is compared with last year's total, and that; null where last year is not known. */
  readonly comparedFen: Fen;
  readonly priorFen: Fen | null;
}

export interface QueueReviewer {
  readonly id: string;
  readonly name: string;
}

/** One unit in the reviewer's queue, whether it has a budget yet or not. Times are ISO 8601 in UTC. */
export interface QueueRow {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly budgetId: string | null;
  /** The newest version; null where there is no budget. */
  readonly version: QueueVersion | null;
  readonly round: UnitRound | null;
  /** Of the newest version; null where it was never submitted. */
  readonly digest: QueueDigest | null;
  readonly openComments: number;
  readonly reviewers: readonly QueueReviewer[];
}

/** A draft that follows a returned version is a budget being mended. */
export function stageOf({ version }: Pick<QueueRow, 'version'>): QueueStage {
  if (!version) return 'NONE';
  const isFollowing = version.state === 'DRAFT' && version.previousState !== null;
  return isFollowing && version.previousState === 'RETURNED' ? 'RETURNED' : version.state;
}

/** Why a waiting budget wants a closer look, in words; empty: it is clean. */
export function blemishesOf({ version, digest, openComments }: QueueRow): readonly string[] {
  if (version?.state !== 'SUBMITTED') return ['没有待审核的版本'];
  if (!digest) return ['尚未校验'];
  const { errors, unexplainedWarnings, notRun, ruleVersion } = digest;
  const found: readonly (readonly [boolean, string])[] = [
    [ruleVersion !== RULE_VERSION, '校验规则已更新，须重新校验'],
    [errors > 0, `${errors}处错误`],
    [unexplainedWarnings > 0, `${unexplainedWarnings}条提醒没有说明`],
    [version.refused > 0, `${version.refused}条说明未被认可`],
    [openComments > 0, `${openComments}条意见未处理`],
    [notRun > 0, `${notRun}项校验因数据不足没有进行`],
  ];
  return found.filter(([holds]) => holds).map(([, words]) => words);
}

/** Whether a waiting budget can be passed without a closer look: every check ran, and nothing they say is left open. */
export function isClean(row: QueueRow): boolean {
  return blemishesOf(row).length === 0;
}

export function isOverdue({ round, version }: QueueRow, now: Date): boolean {
  return round !== null && isLate(round, version?.state ?? null, now);
}

/** The change on last year; null where last year is not known. */
export function changeFen({ version }: Pick<QueueRow, 'version'>): Fen | null {
  return version?.priorFen == null ? null : version.comparedFen - version.priorFen;
}

/** In tenths of a percent, for sorting alone; null where there is nothing to compare with. */
export function changeShare(row: Pick<QueueRow, 'version'>): number | null {
  const change = changeFen(row);
  const prior = row.version?.priorFen;
  return change === null || !prior ? null : Number((change * 1000n) / prior);
}

export function unexplainedShare({ digest }: Pick<QueueRow, 'digest'>): number | null {
  return digest && unexplainedPercent(digest);
}

/** What waits for the bureau first, the riskiest at the top; then the others, by code. */
export function compareByUrgency(a: QueueRow, b: QueueRow): number {
  const waits = (row: QueueRow) => (row.version?.state === 'SUBMITTED' ? 0 : 1);
  const byRisk = waits(a) === 0 ? (b.digest?.risk ?? 101) - (a.digest?.risk ?? 101) : 0;
  return waits(a) - waits(b) || byRisk || (a.unitCode < b.unitCode ? -1 : 1);
}
