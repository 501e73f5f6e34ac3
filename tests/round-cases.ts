import { randomUUID } from 'node:crypto';
import { closeRound } from '@/lib/services/rounds/close-round.ts';
import { createYear } from '@/lib/services/rounds/create-year.ts';
import { extendRound } from '@/lib/services/rounds/extend-round.ts';
import { openRound } from '@/lib/services/rounds/open-round.ts';
import { openRoundSheet } from '@/lib/services/rounds/open-round-sheet.ts';
import { setDeadline } from '@/lib/services/rounds/set-deadline.ts';
import { updateYear } from '@/lib/services/rounds/update-year.ts';
import type { PermissionCase } from './permission-case.ts';

const SETTINGS = {
  ...{ changeThresholdPercent: 30, projectWeightTotal: 90, overallWeightTotal: 100 },
  scheme: 'TWO_ROUNDS',
} as const;
const MANAGED = { action: 'round.manage', permittedOutcome: 'NOT_FOUND' } as const;
const NO_ROUND = { roundId: randomUUID(), revision: 1 };
const UNTIL = '2099-01-01T00:00:00.000Z';

/** Years and rounds, which belong to no unit: where somebody may act, it is on a round that is not there. */
export const ROUND_CASES: readonly PermissionCase[] = [
  {
    service: 'openRoundSheet',
    action: 'round.read',
    isList: true,
    call: (actor) => openRoundSheet(actor, { year: 2023 }),
  },
  {
    service: 'createYear',
    action: 'round.manage',
    call: (actor, { freshCode }) => createYear(actor, { year: 2000 + (Number(freshCode) % 100), ...SETTINGS }),
  },
  { service: 'updateYear', ...MANAGED, call: (actor) => updateYear(actor, { year: 1999, revision: 1, ...SETTINGS }) },
  { service: 'openRound', ...MANAGED, call: (actor) => openRound(actor, { ...NO_ROUND, deadlineAt: null }) },
  { service: 'closeRound', ...MANAGED, call: (actor) => closeRound(actor, NO_ROUND) },
  { service: 'setDeadline', ...MANAGED, call: (actor) => setDeadline(actor, { ...NO_ROUND, deadlineAt: null }) },
  {
    service: 'extendRound',
    ...MANAGED,
    call: (actor, { unitId }) =>
      extendRound(actor, { roundId: NO_ROUND.roundId, unitIds: [unitId], until: UNTIL, reason: '系统故障' }),
  },
];
