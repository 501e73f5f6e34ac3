import type { Db } from '@/lib/db/client.ts';
import { listExplanations } from '@/lib/db/explanation-repository.ts';
import { countRefused, listRefusals } from '@/lib/db/explanation-verdict-repository.ts';
import { hasDrafted } from '@/lib/db/history-repository.ts';
import { findUnitRound, shareRounds } from '@/lib/db/round-repository.ts';
import type { LockedVersion } from '@/lib/db/version-repository.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import type { Finding } from '@/lib/domain/checks/finding.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { ROUND_KIND_LABELS, roundObstacle } from '@/lib/domain/workflow/round.ts';
import type { Guard } from '@/lib/domain/workflow/transitions.ts';
import type { StoredExamination } from './examine-stored.ts';

interface GuardContext {
  readonly actor: Actor;
  readonly version: LockedVersion;
  readonly now: Date;
  /** The examination of the stored content; made once, and only when it is asked for. */
  readonly examine: () => Promise<StoredExamination>;
}

interface Examined extends GuardContext {
  readonly findings: () => Promise<readonly Finding[]>;
}

const GUARDS: Readonly<Record<Guard, (tx: Db, context: Examined) => Promise<Problem | null>>> = {
  async NO_ERRORS(_tx, { findings }) {
    const errors = (await findings()).filter(({ severity }) => severity === 'error');
    return errors.length === 0 ? null : { code: 'HAS_ERRORS', findings: errors };
  },
  async WARNINGS_EXPLAINED(tx, { version, findings }) {
    const { id, budgetId, number } = version;
    const explained = explainedKeysOf({
      explanations: await listExplanations(tx, id),
      refusals: await listRefusals(tx, { budgetId, number: number - 1 }),
    });
    const open = (await findings()).filter(({ severity, key }) => severity === 'warning' && !explained.has(key));
    return open.length === 0 ? null : { code: 'WARNINGS_UNEXPLAINED', findings: open };
  },
  async NOT_OWN_WORK(tx, { actor, version }) {
    return (await hasDrafted(tx, version.budgetId, actor.userId)) ? { code: 'OWN_WORK' } : null;
  },
  async ROUND_OPEN(tx, { version, now }) {
    if (version.adjustment > 0 || version.roundId === null) return null;
    await shareRounds(tx, version.year);
    const round = await findUnitRound(tx, version.roundId, version.unitId);
    const obstacle = round && roundObstacle(round, now);
    if (!round || !obstacle) return null;
    return obstacle === 'DEADLINE_PASSED' && round.deadlineAt !== null
      ? { code: obstacle, deadlineAt: round.deadlineAt }
      : { code: 'ROUND_NOT_OPEN', roundLabel: ROUND_KIND_LABELS[round.kind] };
  },
  async CONFIRMATION_NOT_REQUIRED(_tx, { version }) {
    return version.confirmationRequired ? { code: 'CONFIRMATION_REQUIRED' } : null;
  },
  async CONFIRMATION_REQUIRED(_tx, { version }) {
    return version.confirmationRequired ? null : { code: 'CONFIRMATION_NOT_REQUIRED' };
  },
  async NOT_OPENED(_tx, { version: { openedAt, openedByName } }) {
    return openedAt ? { code: 'ALREADY_OPENED', byName: openedByName ?? '', at: openedAt.toISOString() } : null;
  },
  async FIRST_ROUND(tx, { version }) {
    return (await isFirstRound(tx, version)) ? null : { code: 'NOT_THIS_ROUND', roundLabel: '最后一轮申报' };
  },
  async FINAL_ROUND(tx, { version }) {
    return (await isFirstRound(tx, version)) ? { code: 'NOT_THIS_ROUND', roundLabel: '一上' } : null;
  },
  async NO_REFUSED_EXPLANATION(tx, { version }) {
    const count = await countRefused(tx, version.id);
    return count > 0 ? { code: 'EXPLANATIONS_REFUSED', count } : null;
  },
};

/** Asks the guards of a transition in order; null when all hold. */
export async function firstGuardProblem(
  tx: Db,
  guards: readonly Guard[],
  context: GuardContext,
): Promise<Problem | null> {
  const findings = async () => allFindings((await context.examine()).results);
  for (const guard of guards) {
    const problem = await GUARDS[guard](tx, { ...context, findings });
    if (problem) return problem;
  }
  return null;
}

async function isFirstRound(tx: Db, { adjustment, roundId, unitId }: LockedVersion): Promise<boolean> {
  if (adjustment > 0 || roundId === null) return false;
  return (await findUnitRound(tx, roundId, unitId))?.kind === 'FIRST_SUBMISSION';
}
