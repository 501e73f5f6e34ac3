import { database } from '@/lib/db/client.ts';
import { createEdition, type EditionFileBytes, type NewEdition } from '@/lib/db/edition-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { EditionAmount, EditionSummary } from '@/lib/domain/editions/edition.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { PETITION_OFFICE } from '@/lib/services/demonstration/accounts.ts';
import { publishEdition } from '@/lib/services/editions/publish-edition.ts';
import { inventBureau } from '../bureau/invent-bureau.ts';
import { loadDemonstrationData } from '../demonstration.ts';

const YEARS = [2022, 2023];
/** Of the files of a real edition those that pages are drawn from; the rest would fill the database for nothing. */
const DRAWN_FROM = new Set(['json', 'csv']);

/**
 * A public site to be looked at and measured: the demonstration's petition office with its editions of two years, drawn
 * as the product draws them, and an edition for each approved budget of the invented bureau, which holds the files of
 * the petition office and figures of its own.
 *
 * @returns how many editions there are
 */
export async function inventOpenSite(databaseUrl: string): Promise<number> {
  await loadDemonstrationData(databaseUrl);
  const office = await budgetOffice();
  for (const year of YEARS) await publishDemonstration(office, year);
  await inventBureau();
  await publishBureau(office);
  return database().edition.count();
}

async function budgetOffice(): Promise<Actor> {
  const { id } = await database().user.findUniqueOrThrow({ where: { username: 'budgetoffice' } });
  return { userId: id, role: 'BUDGET_OFFICE', unitIds: [] };
}

/** Approves the newest version, whatever its state, and publishes it. */
async function publishDemonstration(office: Actor, year: number): Promise<void> {
  const { id: versionId, budgetId } = await database().budgetVersion.findFirstOrThrow({
    where: { budget: { year, unit: { code: PETITION_OFFICE } } },
    orderBy: { number: 'desc' },
  });
  const move = (state: 'DRAFT' | 'SUBMITTED', data: object) =>
    database().budgetVersion.updateMany({ where: { id: versionId, state }, data });
  const at = new Date();
  await move('DRAFT', { state: 'SUBMITTED', submittedAt: at, submittedById: office.userId });
  await move('SUBMITTED', { state: 'APPROVED', decidedAt: at, decidedById: office.userId });
  const published = await publishEdition(office, {
    ...{ budgetId, versionId, seenNumber: 0, secrecyReviewedBy: 'UNIT_SECRECY_OFFICE' },
    ...{ contact: '办公室', changeNote: '' },
  });
  if (!published.ok) throw new Error(`${year} is not published: ${JSON.stringify(published.error)}`);
}

async function publishBureau(office: Actor): Promise<void> {
  const model = await database().edition.findFirstOrThrow({
    where: { unitCode: PETITION_OFFICE, year: Math.max(...YEARS) },
    include: { files: { omit: { editionId: true, position: true }, orderBy: { position: 'asc' } } },
  });
  const files = model.files.filter(({ format }) => DRAWN_FROM.has(format));
  const approved = await database().budgetVersion.findMany({
    where: { state: 'APPROVED', budget: { editions: { none: {} } } },
    include: {
      budget: { include: { unit: { include: { department: true } } } },
      projects: { select: { name: true } },
    },
  });
  for (const [index, { id: versionId, budgetId, budget, projects }] of approved.entries()) {
    const { unit, year } = budget;
    const edition: NewEdition = {
      subject: { budgetId, versionId },
      ...{ number: 1, year, contact: '办公室', changeNote: '', changes: [] },
      ...{ unitCode: unit.code, unitName: unit.fullName },
      ...{ departmentCode: unit.department.code, departmentName: unit.department.fullName },
      title: `${unit.fullName}${year}年部门预算公开情况说明`,
      projectNames: projects.map(({ name }) => name),
      summary: scaled(model.summary as unknown as EditionSummary, BigInt(40 + ((index * 37) % 160))),
      checklist: { secrecyReviewedBy: 'UNIT_HEAD', approvedAt: new Date().toISOString(), daysLeft: 20 },
      ...{ publishedAt: new Date(), publishedById: office.userId },
    };
    await inTransaction((tx) => createEdition(tx, edition, files satisfies readonly EditionFileBytes[]));
  }
}

/** The same figures, larger or smaller. */
function scaled(summary: EditionSummary, percent: bigint): EditionSummary {
  const fen = (amount: string) => `${((BigInt(amount) * percent) / 10_000n) * 100n}`;
  const one = (amount: EditionAmount): EditionAmount => ({
    ...amount,
    amountFen: fen(amount.amountFen),
    priorFen: amount.priorFen === null ? null : fen(amount.priorFen),
  });
  return {
    expenditureFen: fen(summary.expenditureFen),
    ...{ general: one(summary.general), basic: one(summary.basic), project: one(summary.project) },
    ...{ functions: summary.functions.map(one), threePublic: summary.threePublic.map(one) },
  };
}
