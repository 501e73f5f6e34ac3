import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { findBudgetOfUnit } from '@/lib/db/budget-repository.ts';
import { type Db, database } from '@/lib/db/client.ts';
import { writeExplanation } from '@/lib/db/explanation-repository.ts';
import { closeRounds } from '@/lib/db/fiscal-year-repository.ts';
import { writeSetting } from '@/lib/db/setting-repository.ts';
import { createTemplate } from '@/lib/db/template-repository.ts';
import { inTransaction, violatedConstraint } from '@/lib/db/transaction.ts';
import { findUnitByCode } from '@/lib/db/unit-repository.ts';
import { createUser, hasUsers } from '@/lib/db/user-repository.ts';
import { listVersions } from '@/lib/db/version-repository.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { approveBudget } from '../budgets/approve-budget.ts';
import { submitBudget } from '../budgets/submit-budget.ts';
import { installPackage } from '../imports/install-package.ts';
import { hashPassword } from '../users/password.ts';
import {
  ARCHIVES,
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_LOADED,
  DEMONSTRATION_SETTING,
  type DemonstrationAccount,
  PETITION_OFFICE,
} from './accounts.ts';
import { readDemonstrationPackage } from './demonstration-files.ts';
import { explainedWarnings } from './explained-warnings.ts';
import { SHARED_TEMPLATES } from './shared-templates.ts';

const YEAR = 2023;

interface DemonstrationBudget {
  readonly file: string;
  readonly unitCode: string;
  readonly year: number;
  /** Who drafts it. */
  readonly username: string;
  /** How far it has come. */
  readonly state: 'DRAFT' | 'SUBMITTED' | 'APPROVED';
}

const BUDGETS: readonly DemonstrationBudget[] = [
  { file: 'petition-office-2022', unitCode: PETITION_OFFICE, year: YEAR - 1, username: 'clerk', state: 'APPROVED' },
  { file: 'petition-office-2023', unitCode: PETITION_OFFICE, year: YEAR, username: 'clerk', state: 'DRAFT' },
  { file: 'archives-2023', unitCode: ARCHIVES, year: YEAR, username: 'clerk2', state: 'SUBMITTED' },
];

const REVIEWER = 'reviewer';

/**
 * Fills a database in which nobody has an account: two departments with a budget each, one account a role. The petition
 * office has last year's approved budget and a draft that is ready to submit, its warnings explained; the archives'
 * budget waits for its reviewer; the bureau has templates of its common remarks. Budgets that were imported before stay as they are.
 *
 * @returns whether it was loaded
 */
export async function loadDemonstration(): Promise<boolean> {
  if (await hasUsers(database())) return false;
  for (const { file } of BUDGETS) await installBudget(file);
  const accounts = await Promise.all(
    DEMONSTRATION_ACCOUNTS.map(async (account) => ({ account, passwordHash: await hashPassword(account.password) })),
  );
  const explanations = await Promise.all(
    BUDGETS.map(async ({ file, unitCode, year, username }) => {
      const warnings = await explainedWarnings(file, unitCode, year);
      return warnings.map(({ versionId, findingKey, text }) => ({ username, versionId, findingKey, text }));
    }),
  );
  try {
    const actors = await inTransaction(async (tx) => {
      if (await hasUsers(tx)) return null;
      const created = new Map<string, Actor>();
      for (const { account, passwordHash } of accounts) {
        created.set(account.username, await createAccount(tx, account, passwordHash));
      }
      for (const { username, ...explanation } of explanations.flat()) {
        const author = created.get(username);
        if (author) await writeExplanation(tx, { ...explanation, authorId: author.userId, updatedAt: new Date() });
      }
      for (const template of SHARED_TEMPLATES) await createTemplate(tx, { ownerId: null, ...template });
      await writeSetting(tx, DEMONSTRATION_SETTING, DEMONSTRATION_LOADED);
      await appendAuditEvent(tx, {
        actor: null,
        action: 'demonstration.loaded',
        detail: { accounts: accounts.length, templates: SHARED_TEMPLATES.length },
      });
      return created;
    });
    if (actors) await settle(actors);
    return actors !== null;
  } catch (error) {
    if (violatedConstraint(error) === 'users_username_key') return false; // another start was faster
    throw error;
  }
}

async function installBudget(file: string): Promise<void> {
  const installed = await installPackage(await readDemonstrationPackage(file), false);
  if (installed.ok || installed.error.code === 'BUDGET_EXISTS' || installed.error.code === 'BUDGET_DECIDED') return;
  throw new Error(`demonstration package ${file}: ${JSON.stringify(installed.error)}`);
}

async function createAccount(tx: Db, account: DemonstrationAccount, passwordHash: string): Promise<Actor> {
  const { username, displayName, role, unitCodes } = account;
  const units = await Promise.all(unitCodes.map((code) => findUnitByCode(tx, code)));
  const unitIds = units.flatMap((unit) => (unit ? [unit.id] : []));
  const assignments = unitIds.length > 0 ? unitIds.map((unitId) => ({ role, unitId })) : [{ role, unitId: null }];
  const user = { username, displayName, passwordHash, mustChangePassword: false, assignments };
  return { userId: await createUser(tx, user), role, unitIds };
}

/** Brings the budgets as far as they are meant to be, as their people would; then last year is over. */
async function settle(actors: ReadonlyMap<string, Actor>): Promise<void> {
  for (const { unitCode, year, username, state } of BUDGETS) {
    const [clerk, reviewer] = [actors.get(username), actors.get(REVIEWER)];
    if (state === 'DRAFT' || !clerk || !reviewer) continue;
    await submit(clerk, unitCode, year);
    if (state === 'APPROVED') await approve(reviewer, unitCode, year);
  }
  await inTransaction((tx) => closeRounds(tx, YEAR - 1, new Date()));
}

/** Submits a unit's draft as its clerk would: the checks decide. */
async function submit(actor: Actor, unitCode: string, year: number): Promise<void> {
  const newest = await newestVersion(unitCode, year);
  if (newest?.state !== 'DRAFT') return;
  const { budgetId, versionId, contentRevision } = newest;
  await submitBudget(actor, { budgetId, versionId, contentRevision });
}

async function approve(actor: Actor, unitCode: string, year: number): Promise<void> {
  const newest = await newestVersion(unitCode, year);
  if (newest?.state !== 'SUBMITTED') return;
  const { budgetId, versionId } = newest;
  await approveBudget(actor, { budgetId, versionId, comment: '同意，按此批复。' });
}

async function newestVersion(unitCode: string, year: number) {
  const db = database();
  const unit = await findUnitByCode(db, unitCode);
  const budget = unit && (await findBudgetOfUnit(db, unit.id, year));
  const [newest] = budget ? await listVersions(db, budget.id) : [];
  if (!budget || !newest) return null;
  const { id: versionId, state, contentRevision } = newest;
  return { budgetId: budget.id, versionId, state, contentRevision };
}
