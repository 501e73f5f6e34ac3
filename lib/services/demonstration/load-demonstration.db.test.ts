import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { findOpening } from '@/lib/db/fiscal-year-repository.ts';
import { applyChanges } from '@/lib/domain/budget/changes.ts';
import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import { takePriorYear } from '@/lib/domain/start/prior-year-from-last-year.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { listBudgets } from '../budgets/list-budgets.ts';
import { submitBudget } from '../budgets/submit-budget.ts';
import { openUnitBudget } from '../command-line/open-unit-budget.ts';
import { judgePassword, verifyPassword } from '../users/password.ts';
import { ARCHIVES, DEMONSTRATION_ACCOUNTS, PETITION_OFFICE } from './accounts.ts';
import { demonstrationAccounts } from './demonstration-accounts.ts';
import { loadDemonstration } from './load-demonstration.ts';

useTestDatabase();

async function actorOf(username: string): Promise<Actor> {
  const user = await database().user.findUniqueOrThrow({ where: { username }, include: { assignments: true } });
  const [first] = user.assignments;
  if (!first) throw new Error(`${username} has no role`);
  return { userId: user.id, role: first.role, unitIds: user.assignments.flatMap(({ unitId }) => unitId ?? []) };
}

async function opened(unitCode: string, year = 2023) {
  const budget = await openUnitBudget({ unitCode, year });
  if (!budget) throw new Error(`no budget of ${unitCode}`);
  return budget;
}

async function findingsOf(unitCode: string) {
  const { results } = examineBudget(await opened(unitCode));
  return results.flatMap(({ outcome }) => (outcome.status === 'ran' ? outcome.findings : []));
}

describe('the demonstration', () => {
  it('shows no account while it is not loaded', async () => {
    expect(await demonstrationAccounts()).toEqual([]);
  });

  it('fills an empty database once, also when two starts meet', async () => {
    const answers = await Promise.all([loadDemonstration(), loadDemonstration()]);
    expect(answers.sort()).toEqual([false, true]);
    expect(await loadDemonstration()).toBe(false);
    expect(await database().user.count()).toBe(DEMONSTRATION_ACCOUNTS.length);
    expect(await database().fiscalYear.findMany({ select: { year: true }, orderBy: { year: 'asc' } })).toEqual([
      { year: 2022 },
      { year: 2023 },
    ]);
    expect(await findOpening(database(), 2022)).toEqual({ open: false });
    expect(await findOpening(database(), 2023)).toMatchObject({ open: true });
  });

  it.each(DEMONSTRATION_ACCOUNTS)('$username signs in with a password that the rules allow', async (account) => {
    const { passwordHash } = await database().user.findUniqueOrThrow({ where: { username: account.username } });
    expect(await verifyPassword(account.password, passwordHash)).toBe(true);
    expect(judgePassword(account.password, account.username)).toMatchObject({ ok: true });
    expect(await actorOf(account.username)).toMatchObject({ role: account.role });
  });

  it.each([PETITION_OFFICE, ARCHIVES])(
    'the budget of %s has no errors, and a reason for each warning',
    async (unit) => {
      const findings = await findingsOf(unit);
      const { explanations } = await opened(unit);
      const explained = new Set(explanations.map((entry) => entry.findingKey));
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(findings.filter(({ severity, key }) => severity === 'warning' && !explained.has(key))).toEqual([]);
      expect(explained.size).toBeLessThanOrEqual(8);
    },
  );

  it("the archives' budget waits for its reviewer, who sees both; a clerk sees the own one alone", async () => {
    const states = async (username: string) => {
      const list = await listBudgets(await actorOf(username), {});
      return list.ok ? list.value.budgets.map((item) => [item.unitCode, item.version.state]) : list.error;
    };
    const archives = [ARCHIVES, 'SUBMITTED'];
    const petitions = [
      [PETITION_OFFICE, 'DRAFT'],
      [PETITION_OFFICE, 'APPROVED'],
    ];
    expect(await states('reviewer')).toEqual(expect.arrayContaining([archives, ...petitions]));
    expect(await states('clerk')).toEqual(petitions);
    expect(await states('clerk2')).toEqual([archives]);
  });

  it("the petition office's last year was drafted, submitted and approved by different people", async () => {
    const { budgetId, budget, version } = await opened(PETITION_OFFICE, 2022);
    expect(version).toMatchObject({
      state: 'APPROVED',
      submittedByName: '信访办经办',
      decidedByName: '行政政法科审核',
    });
    const events = await database().auditEvent.findMany({ where: { budgetId }, orderBy: { id: 'asc' } });
    expect(events.map(({ action }) => action)).toEqual(['budget.imported', 'budget.submitted', 'budget.approved']);
    const projects = budget.projects.map(({ nature }) => nature);
    expect(projects.filter((nature) => nature === 'ONE_OFF')).toHaveLength(1);
  });

  it("the petition office's 上年数 are those of its approved budget of last year", async () => {
    const before = await opened(PETITION_OFFICE, 2022);
    const now = await opened(PETITION_OFFICE);
    const { lastYear, lastYearMoves, edition } = now;
    expect(lastYear?.expenditure).toEqual(before.budget.expenditure);
    expect(lastYearMoves).toEqual([]);
    if (!lastYear) throw new Error('no last year');
    const taken = applyChanges(now.budget, takePriorYear(now.budget, lastYear, edition, randomUUID));
    expect(taken.priorYear).toEqual(now.budget.priorYear);
    const { priorOperatingFen, ...figures } = taken.profile;
    expect(now.budget.profile).toMatchObject(figures);
  });

  it("the petition office's draft can be submitted as it is", async () => {
    const { budgetId, version } = await opened(PETITION_OFFICE);
    const { id: versionId, contentRevision } = version;
    expect(await submitBudget(await actorOf('clerk'), { budgetId, versionId, contentRevision })).toMatchObject({
      ok: true,
    });
  });

  it('shows an account until somebody changes it', async () => {
    expect((await demonstrationAccounts()).map(({ username }) => username)).toEqual(
      DEMONSTRATION_ACCOUNTS.map(({ username }) => username),
    );
    await database().user.update({ where: { username: 'auditor' }, data: { revision: { increment: 1 } } });
    await database().user.update({ where: { username: 'clerk2' }, data: { disabledAt: new Date() } });
    const shown = (await demonstrationAccounts()).map(({ username }) => username);
    expect(shown).not.toContain('auditor');
    expect(shown).not.toContain('clerk2');
    expect(shown).toContain('clerk');
  });
});
