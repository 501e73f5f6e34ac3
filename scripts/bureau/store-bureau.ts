import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import { insertContents } from '@/lib/db/content-repository.ts';
import { insertDigests } from '@/lib/db/review-digest-repository.ts';
import { writeSetting } from '@/lib/db/setting-repository.ts';
import type { Fate, InventedBudget, InventedVersion } from './invented-budgets.ts';
import type { InventedPeople } from './invented-people.ts';
import type { InventedDepartment } from './invented-units.ts';

/** A setting that says that the database holds the bureau. */
export const BUREAU_SETTING = 'bureau';

/** All that is invented. */
export interface InventedBureau {
  readonly departments: readonly InventedDepartment[];
  readonly people: InventedPeople;
  readonly budgets: readonly InventedBudget[];
  /** The round that each year's budgets are of. */
  readonly rounds: ReadonlyMap<number, string>;
}

type StoredVersion = InventedVersion & { readonly budgetId: string; readonly roundId: string | null };

/** Writes a bureau in some dozens of statements, whatever its size; within a transaction all of it or nothing. */
export async function storeBureau(tx: Db, bureau: InventedBureau): Promise<void> {
  const { departments, people, budgets, rounds } = bureau;
  const units = departments.flatMap((department) => department.units);
  await tx.department.createMany({
    data: departments.map(({ id, code, name, fullName }) => ({ id, code, name, fullName })),
  });
  await tx.unit.createMany({
    data: departments.flatMap(({ id: departmentId, units: own }) =>
      own.map(({ id, code, name, fullName, kind }) => ({ id, departmentId, code, name, fullName, kind })),
    ),
  });
  await tx.user.createMany({ data: people.users.map((user) => ({ ...user })) });
  await tx.assignment.createMany({ data: people.assignments.map((assignment) => ({ ...assignment })) });
  await tx.budget.createMany({ data: budgets.map(({ id, unitId, year }) => ({ id, unitId, year })) });
  const versions = budgets.flatMap(({ id: budgetId, year, versions: own }) =>
    own.map((version): StoredVersion => ({ ...version, budgetId, roundId: rounds.get(year) ?? null })),
  );
  const [first, next] = [versions.filter(({ number }) => number === 1), versions.filter(({ number }) => number > 1)];
  await storeDrafts(tx, first, people.clerkId);
  await settle(tx, first, people);
  /* A budget has one draft at a time: the copy of a returned version comes after its return. */
  await storeDrafts(tx, next, people.clerkId);
  await writeSetting(tx, BUREAU_SETTING, 'loaded');
  const detail = { bureau: true, units: units.length };
  await appendAuditEvent(tx, { actor: null, action: 'demonstration.loaded', detail });
}

async function storeDrafts(tx: Db, versions: readonly StoredVersion[], clerkId: string): Promise<void> {
  const now = new Date();
  await tx.budgetVersion.createMany({
    data: versions.map(({ id, budgetId, number, roundId }) => ({ id, budgetId, number, roundId })),
  });
  await insertContents(
    tx,
    versions.map(({ id: versionId, content }) => ({ versionId, content })),
  );
  const explanation = { text: '已核实，按实际需要安排。', authorId: clerkId, updatedAt: now };
  await tx.explanation.createMany({
    data: versions.flatMap(({ id: versionId, explained }) =>
      explained.map((findingKey) => ({ ...explanation, versionId, findingKey })),
    ),
  });
  const digests = versions.flatMap(({ id: versionId, digest }) => (digest ? [{ versionId, digest }] : []));
  await insertDigests(tx, digests, now);
}

/** Takes each version as far as it has come, on the way that the database allows. */
async function settle(tx: Db, versions: readonly StoredVersion[], people: InventedPeople): Promise<void> {
  const at = new Date();
  const move = (fates: readonly Fate[], data: Parameters<typeof tx.budgetVersion.updateMany>[0]['data']) => {
    const ids = versions.filter(({ fate }) => fates.includes(fate)).map(({ id }) => id);
    return tx.budgetVersion.updateMany({ where: { id: { in: ids } }, data });
  };
  const submission = { submittedAt: at, submittedById: people.clerkId };
  await move(['SUBMITTED', 'RETURNED', 'APPROVED'], { state: 'SUBMITTED', ...submission });
  const decision = { decidedAt: at, decidedById: people.deciderId };
  await move(['RETURNED'], { state: 'RETURNED', ...decision, decisionComment: '请核对工资福利支出后重新送审。' });
  await move(['APPROVED'], { state: 'APPROVED', ...decision, decisionComment: '同意，按此批复。' });
}
