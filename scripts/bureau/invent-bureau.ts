import { database } from '@/lib/db/client.ts';
import { ensureFiscalYear, findFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { readSetting } from '@/lib/db/setting-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { loadStandards } from '@/lib/services/standards/load-standards.ts';
import { hashPassword } from '@/lib/services/users/password.ts';
import { inventBudgets, type YearOfBudgets } from './invented-budgets.ts';
import { inventPeople } from './invented-people.ts';
import { inventDepartments } from './invented-units.ts';
import { BUREAU_SETTING, storeBureau } from './store-bureau.ts';

const YEAR = 2023;
const DAY_MS = 86_400_000;
export const BUREAU_PASSWORD = 'shili-caizhengju-2023';

/** @returns the accounts that were made; null when the database holds the bureau already */
export async function inventBureau(): Promise<readonly string[] | null> {
  if ((await readSetting(database(), BUREAU_SETTING)) !== null) return null;
  const rounds = await openYears();
  const given = await yearOfBudgets();
  const departments = inventDepartments();
  const people = inventPeople(departments, await hashPassword(BUREAU_PASSWORD));
  const budgets = departments.flatMap((department) =>
    department.units.flatMap((unit) => inventBudgets(department, unit, given)),
  );
  await inTransaction((tx) => storeBureau(tx, { departments, people, budgets, rounds }));
  return people.users.map(({ username }) => username);
}

/** The year and the one before it, the year's deadline passed; by year the round that stands first. */
async function openYears(): Promise<ReadonlyMap<number, string>> {
  return inTransaction(async (tx) => {
    const rounds = new Map<number, string>();
    for (const year of [YEAR - 1, YEAR]) {
      await ensureFiscalYear(tx, year);
      const round = await tx.round.findFirstOrThrow({ where: { year }, select: { id: true } });
      rounds.set(year, round.id);
    }
    const yesterday = new Date(Date.now() - DAY_MS);
    await tx.round.updateMany({ where: { year: YEAR, deadlineAt: null }, data: { deadlineAt: yesterday } });
    return rounds;
  });
}

async function yearOfBudgets(): Promise<YearOfBudgets> {
  const settings = await findFiscalYear(database(), YEAR);
  if (!settings) throw new Error(`the fiscal year ${YEAR} is gone`);
  return {
    year: YEAR,
    edition: await loadEdition(YEAR),
    lastEdition: await loadEdition(YEAR - 1),
    settings,
    annexSetRef: settings.annexSetRef,
    rounding: settings.rounding,
    standards: await loadStandards(YEAR),
  };
}
