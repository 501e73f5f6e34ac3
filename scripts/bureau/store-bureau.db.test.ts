import { describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { ensureFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { listQueue } from '@/lib/db/review-queue-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { DEFAULT_CHECK_SETTINGS } from '@/lib/domain/checks/finding.ts';
import { type QueueStage, stageOf } from '@/lib/domain/review/queue-row.ts';
import { examineStored } from '@/lib/services/budgets/examine-stored.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { loadStandards } from '@/lib/services/standards/load-standards.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { inventBudgets } from './invented-budgets.ts';
import { inventPeople } from './invented-people.ts';
import { inventDepartments } from './invented-units.ts';
import { storeBureau } from './store-bureau.ts';

useTestDatabase();

const YEAR = 2023;

/** The first departments of the bureau: ten units, one of each kind of fate and more that wait. */
async function storeSome() {
  const departments = inventDepartments().slice(0, 2);
  const given = {
    ...{ year: YEAR, settings: DEFAULT_CHECK_SETTINGS, annexSetRef: 'chongqing', rounding: 'EACH_CELL' as const },
    ...{ edition: await loadEdition(YEAR), lastEdition: await loadEdition(YEAR - 1) },
    standards: await loadStandards(YEAR),
  };
  const budgets = departments.flatMap((department) =>
    department.units.flatMap((unit) => inventBudgets(department, unit, given)),
  );
  const rounds = new Map<number, string>();
  await inTransaction(async (tx) => {
    for (const year of [YEAR - 1, YEAR]) {
      await ensureFiscalYear(tx, year);
      rounds.set(year, (await tx.round.findFirstOrThrow({ where: { year } })).id);
    }
    await storeBureau(tx, { departments, people: inventPeople(departments, 'x'), budgets, rounds });
  });
}

describe('an invented bureau', () => {
  it('stands in the queue with every unit at its stage, checked as its submission would be', async () => {
    await storeSome();
    const rows = await listQueue(database(), { unitIds: null, year: YEAR });
    expect(rows.map((row) => stageOf(row))).toEqual<QueueStage[]>([
      ...(['NONE', 'DRAFT', 'DRAFT'] as const),
      ...Array.from({ length: 5 }, () => 'SUBMITTED' as const),
      ...(['RETURNED', 'APPROVED'] as const),
    ]);
    const [waiting] = rows.filter(({ version }) => version?.state === 'SUBMITTED');
    if (!waiting?.version || !waiting.budgetId) throw new Error('nothing waits');
    const { id, number } = waiting.version;
    const { results } = await examineStored(database(), { id, number, budgetId: waiting.budgetId, year: YEAR });
    const found = results.flatMap(({ outcome }) => (outcome.status === 'ran' ? outcome.findings : []));
    expect(waiting.digest).toMatchObject({
      errors: 0,
      warnings: found.filter(({ severity }) => severity === 'warning').length,
      notes: found.filter(({ severity }) => severity === 'note').length,
    });
    expect(await database().budgetVersion.count({ where: { state: 'APPROVED' } })).toBe(11);
    expect(await verifyAuditChain(database(), null)).toMatchObject({ intact: true });
  });
});
