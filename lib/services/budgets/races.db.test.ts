import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import type { ControlFigure } from '@/lib/domain/budget/control-figure.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { issueControlFigures } from '../control-figures/issue-control-figures.ts';
import { approveBudget } from './approve-budget.ts';
import { confirmBudget } from './confirm-budget.ts';
import { markOpened } from './mark-opened.ts';
import { returnBudget } from './return-budget.ts';
import { saveChanges } from './save-changes.ts';
import { submitBudget } from './submit-budget.ts';
import { withdrawBudget } from './withdraw-budget.ts';

useTestDatabase();

const TRIALS = 30;
const LOW = 100n;
const HIGH = 900n;
const SPENT = 500n;

/** The one check that matters here: what is spent stays within the control figure. */
vi.mock('@/lib/domain/checks/examine-budget.ts', () => ({
  examineBudget: ({ controlFigures }: { controlFigures: readonly ControlFigure[] }) => {
    const exceeded = controlFigures.some(({ amountFen }) => amountFen < SPENT);
    const finding = { key: 'over', checkId: 'C1', severity: 'error', message: '超过控制数', rule: '', places: [] };
    const outcome = { status: 'ran', findings: exceeded ? [finding] : [] };
    return { annexes: [], narrative: null, results: [{ checkId: 'C1', title: '', outcome }] };
  },
}));

interface Scene {
  readonly unitId: string;
  readonly budgetId: string;
  readonly versionId: string;
  readonly rowKey: string;
  readonly people: Readonly<Record<'CLERK' | 'UNIT_HEAD' | 'REVIEWER' | 'SECOND', Actor>>;
}

/** As the stage names its people. */
const NAMES = { CLERK: 'CLERK-309', REVIEWER: 'REVIEWER-309', SECOND: 'second-reviewer-309' } as const;

let stage: Stage;
let units = 100;
const tallies: string[] = [];

let people: Scene['people'];

beforeAll(async () => {
  stage = await setStage();
  const { CLERK, UNIT_HEAD, REVIEWER } = stage.actors;
  people = { CLERK, UNIT_HEAD, REVIEWER, SECOND: stage.secondReviewer };
});

afterAll(() => {
  for (const tally of tallies) console.log(tally);
});

/** A unit of its own, assigned to the people of the stage, and a draft of one line. */
async function setScene(confirmationRequired = false): Promise<Scene> {
  units += 1;
  const { id: unitId } = await database().unit.create({
    data: {
      departmentId: stage.departmentId,
      code: `309${units}`,
      name: '单位',
      fullName: '单位',
      confirmationRequired,
    },
  });
  const assigned = Object.values(people).map(({ userId, role }) => ({ userId, role, unitId }));
  await database().assignment.createMany({ data: assigned });
  const here = (actor: Actor): Actor => ({ ...actor, unitIds: [unitId] });
  const rowKey = randomUUID();
  const line = { source: 'GENERAL_PUBLIC', functionCode: '2010308', amountFen: SPENT } as const;
  const revenue = [{ key: rowKey, position: 1, carriedOver: false, note: '', ...line }];
  const { CLERK, UNIT_HEAD, REVIEWER, SECOND } = people;
  const own = { CLERK: here(CLERK), UNIT_HEAD: here(UNIT_HEAD), REVIEWER: here(REVIEWER), SECOND: here(SECOND) };
  return { unitId, rowKey, people: own, ...(await stageDraft({ unitId, year: stage.year }, { revenue })) };
}

const about = ({ budgetId, versionId }: Scene) => ({ budgetId, versionId });
const submit = (scene: Scene) => submitBudget(scene.people.CLERK, { ...about(scene), contentRevision: 1 });
const versionOf = ({ versionId }: Scene) => database().budgetVersion.findUniqueOrThrow({ where: { id: versionId } });

type Outcome = Result<unknown, Problem>;

const codeOf = (outcome: Outcome) => (outcome.ok ? 'OK' : outcome.error.code);

/** Runs a race again and again and counts how it ended; `run` judges each and names its end. */
async function race(name: string, run: (trial: number) => Promise<string>): Promise<Map<string, number>> {
  const ends = new Map<string, number>();
  for (let trial = 0; trial < TRIALS; trial++) {
    const end = await run(trial);
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const counts = [...ends].map(([end, count]) => `${end} ${count}`).join(', ');
  tallies.push(`Race of ${TRIALS}: ${name}: ${counts}`);
  return ends;
}

/** Starts both at once, by turns the one or the other by some statements first, so that each of them comes to win. */
async function atOnce<A, B>(trial: number, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  const late = async () => {
    for (let statement = 0; statement < Math.floor(trial / 2) % 8; statement++) await database().$queryRaw`SELECT 1`;
  };
  return trial % 2 === 0 ? Promise.all([one(), late().then(other)]) : Promise.all([late().then(one), other()]);
}

/** Exactly one went through; the other is told who was faster and with what. */
function expectOneWinner(outcomes: readonly Outcome[], state: string, byName: string): void {
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  for (const outcome of outcomes) {
    if (!outcome.ok) expect(outcome.error).toMatchObject({ code: 'STATE_CHANGED', state, byName });
  }
}

async function expectIntact({ budgetId }: Scene): Promise<void> {
  expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true });
}

describe('of two who act at once on a version', () => {
  it('one reviewer approves or the other returns', async () => {
    await race('approve / return', async (trial) => {
      const scene = await setScene();
      await submit(scene);
      const outcomes = await atOnce(
        trial,
        () => approveBudget(scene.people.REVIEWER, about(scene)),
        () => returnBudget(scene.people.SECOND, { ...about(scene), comment: '请改' }),
      );
      const { state } = await versionOf(scene);
      expectOneWinner(outcomes, state, state === 'APPROVED' ? NAMES.REVIEWER : NAMES.SECOND);
      await expectIntact(scene);
      return state;
    });
  });

  it('one of two reviewers approves', async () => {
    await race('approve / approve', async (trial) => {
      const scene = await setScene();
      await submit(scene);
      const outcomes = await atOnce(
        trial,
        () => approveBudget(scene.people.REVIEWER, about(scene)),
        () => approveBudget(scene.people.SECOND, about(scene)),
      );
      const winner = outcomes[0].ok ? 'REVIEWER' : 'SECOND';
      expectOneWinner(outcomes, 'APPROVED', NAMES[winner]);
      return winner;
    });
  });

  it('the clerk withdraws or the bureau looks, never both', async () => {
    await race('withdraw / first look', async (trial) => {
      const scene = await setScene();
      await submit(scene);
      const [withdrawn, opened] = await atOnce(
        trial,
        () => withdrawBudget(scene.people.CLERK, about(scene)),
        () => markOpened(scene.people.REVIEWER, about(scene)),
      );
      expect(withdrawn.ok).not.toBe(opened.ok);
      const { state, openedAt } = await versionOf(scene);
      expect([state, openedAt === null]).toEqual(withdrawn.ok ? ['WITHDRAWN', true] : ['SUBMITTED', false]);
      if (!withdrawn.ok) expect(withdrawn.error).toMatchObject({ code: 'ALREADY_OPENED', byName: NAMES.REVIEWER });
      if (!opened.ok) expect(opened.error).toMatchObject({ code: 'STATE_CHANGED', byName: NAMES.CLERK });
      return state;
    });
  });

  it('the clerk withdraws or a reviewer approves', async () => {
    await race('withdraw / approve', async (trial) => {
      const scene = await setScene();
      await submit(scene);
      const outcomes = await atOnce(
        trial,
        () => withdrawBudget(scene.people.CLERK, about(scene)),
        () => approveBudget(scene.people.REVIEWER, about(scene)),
      );
      const { state } = await versionOf(scene);
      expectOneWinner(outcomes, state, state === 'APPROVED' ? NAMES.REVIEWER : NAMES.CLERK);
      expect(await database().budgetVersion.count({ where: { budgetId: scene.budgetId } })).toBe(
        state === 'APPROVED' ? 1 : 2,
      );
      return state;
    });
  });

  it('the clerk withdraws before or after the head confirms, and is told which', async () => {
    await race('confirm / withdraw', async (trial) => {
      const scene = await setScene(true);
      await submit(scene);
      const [confirmed, withdrawn] = await atOnce(
        trial,
        () => confirmBudget(scene.people.UNIT_HEAD, about(scene)),
        () => withdrawBudget(scene.people.CLERK, about(scene)),
      );
      /* Nobody of the bureau has looked: what was confirmed can still be withdrawn, not the other way round. */
      expect(withdrawn.ok).toBe(true);
      const { state, confirmedAt } = await versionOf(scene);
      expect(state).toBe('WITHDRAWN');
      expect(confirmedAt !== null).toBe(confirmed.ok);
      if (!confirmed.ok) {
        expect(confirmed.error).toMatchObject({ code: 'STATE_CHANGED', state, byName: NAMES.CLERK });
      }
      await expectIntact(scene);
      return confirmed.ok ? 'confirmed, then withdrawn' : 'withdrawn';
    });
  });

  it('a double click submits once', async () => {
    await race('submit / submit', async (trial) => {
      const scene = await setScene();
      const outcomes = await atOnce(
        trial,
        () => submit(scene),
        () => submit(scene),
      );
      expectOneWinner(outcomes, 'SUBMITTED', NAMES.CLERK);
      expect(await database().auditEvent.count({ where: { budgetId: scene.budgetId } })).toBe(1);
      return outcomes.map(codeOf).join(' then ');
    });
  });
});

describe('a save during the submission', () => {
  it('came before, and the submission says so; or is refused: none that was acknowledged is lost', async () => {
    await race('save / submit', async (trial) => {
      const scene = await setScene();
      const { rowKey, versionId } = scene;
      const [saved, submitted] = await atOnce(
        trial,
        () =>
          saveChanges(scene.people.CLERK, {
            ...{ ...about(scene), requestId: randomUUID() },
            changes: [{ op: 'update', collection: 'revenue', key: rowKey, fields: { note: '同时' } }],
            revisions: { rows: { [rowKey]: 1 } },
          }),
        () => submit(scene),
      );
      expect(saved.ok).not.toBe(submitted.ok);
      if (!submitted.ok) expect(submitted.error).toEqual({ code: 'CONTENT_CHANGED', contentRevision: 2 });
      if (!saved.ok) expect(saved.error).toEqual({ code: 'NOT_A_DRAFT', state: 'SUBMITTED' });
      const note = (await loadContent(database(), versionId)).content.revenue[0]?.note;
      expect(note).toBe(saved.ok ? '同时' : '');
      return saved.ok ? 'saved' : 'submitted';
    });
  });
});

describe('a control figure that changes while a draft is submitted', () => {
  const figure = ({ unitId }: Scene, amountFen: bigint, seenFen: bigint | null) =>
    issueControlFigures(stage.actors.BUDGET_OFFICE, {
      ...{ year: stage.year, note: '' },
      changes: [{ unitId, category: 'ROUTINE', item: '', source: 'GENERAL_PUBLIC', amountFen, seenFen }],
    });
  const orderOf = async (scene: Scene) =>
    (
      await database().auditEvent.findMany({
        where: { budgetId: scene.budgetId, action: { in: ['budget.submitted', 'control.issued'] } },
        orderBy: { id: 'asc' },
      })
    ).map(({ action }) => action);

  it('is checked against, unless it came after; and the approval asks again', async () => {
    await race('submit / lower the control figure', async (trial) => {
      const scene = await setScene();
      await figure(scene, HIGH, null);
      const [submitted, issued] = await atOnce(
        trial,
        () => submit(scene),
        () => figure(scene, LOW, HIGH),
      );
      expect(issued.ok).toBe(true);
      if (!submitted.ok) {
        expect(submitted.error.code).toBe('HAS_ERRORS');
        return 'refused under the new figure';
      }
      /* Passed under the older figure only where the new one was written after the change of state. */
      expect(await orderOf(scene)).toEqual(['control.issued', 'budget.submitted', 'control.issued']);
      expect(await approveBudget(scene.people.REVIEWER, about(scene))).toMatchObject({ error: { code: 'HAS_ERRORS' } });
      return 'submitted before, approval refused';
    });
  });
});
