import { isClean, isOverdue, QUEUE_STAGES, type QueueRow, type QueueStage, stageOf } from './queue-row.ts';
import { RISK_LEVELS, type RiskLevel, riskLevel } from './risk-rank.ts';

/** What of the queue is wanted; null: any. */
export interface QueueFilter {
  readonly stage: QueueStage | null;
  readonly departmentCode: string | null;
  readonly risk: RiskLevel | null;
  readonly isMine: boolean;
  readonly isLate: boolean;
  readonly isClean: boolean;
  readonly search: string;
}

export const NO_FILTER: QueueFilter = {
  stage: null,
  departmentCode: null,
  risk: null,
  isMine: false,
  isLate: false,
  isClean: false,
  search: '',
};

/** Who looks, and when. */
export interface Onlooker {
  readonly userId: string;
  readonly now: Date;
}

export function matchesFilter(row: QueueRow, filter: QueueFilter, { userId, now }: Onlooker): boolean {
  const words = filter.search.trim().toLowerCase();
  return (
    (filter.stage === null || stageOf(row) === filter.stage) &&
    (filter.departmentCode === null || row.departmentCode === filter.departmentCode) &&
    (filter.risk === null || (row.digest !== null && riskLevel(row.digest.risk) === filter.risk)) &&
    (!filter.isMine || row.reviewers.some(({ id }) => id === userId)) &&
    (!filter.isLate || isOverdue(row, now)) &&
    (!filter.isClean || isClean(row)) &&
    (words === '' || textOf(row).includes(words))
  );
}

function textOf({ unitCode, unitName, departmentName, reviewers }: QueueRow): string {
  return [unitCode, unitName, departmentName, ...reviewers.map(({ name }) => name)].join(' ').toLowerCase();
}

/** How many rows there are in each stage, counted among those that the rest of the filter lets through. */
export function countStages(
  rows: readonly QueueRow[],
  filter: QueueFilter,
  onlooker: Onlooker,
): ReadonlyMap<QueueStage, number> {
  const counts = new Map<QueueStage, number>();
  for (const row of rows) {
    if (!matchesFilter(row, { ...filter, stage: null }, onlooker)) continue;
    const stage = stageOf(row);
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return counts;
}

/** The filter as it stands in an address; what is not filtered by is left out. */
export function filterToQuery(filter: QueueFilter): Readonly<Record<string, string>> {
  const { stage, departmentCode, risk, isMine, isLate, isClean: clean, search } = filter;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['state', stage],
    ['department', departmentCode],
    ['risk', risk],
    ['mine', isMine ? '1' : null],
    ['late', isLate ? '1' : null],
    ['clean', clean ? '1' : null],
    ['q', search.trim() || null],
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Reads an address back; what it does not understand is no filter. */
export function filterOfQuery(query: URLSearchParams): QueueFilter {
  const is = (name: string) => query.get(name) === '1';
  return {
    stage: QUEUE_STAGES.find((stage) => stage === query.get('state')) ?? null,
    departmentCode: query.get('department') || null,
    risk: RISK_LEVELS.find((level) => level === query.get('risk')) ?? null,
    isMine: is('mine'),
    isLate: is('late'),
    isClean: is('clean'),
    search: (query.get('q') ?? '').slice(0, 50),
  };
}
