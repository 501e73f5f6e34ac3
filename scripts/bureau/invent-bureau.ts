import { randomUUID } from 'node:crypto';
import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { type Db, database } from '@/lib/db/client.ts';
import { copyContent, insertContent } from '@/lib/db/content-repository.ts';
import { writeExplanation } from '@/lib/db/explanation-repository.ts';
import { ensureFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { readSetting, writeSetting } from '@/lib/db/setting-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import { priorYearOf } from '@/lib/domain/versions/prior-year.ts';
import { examineStored } from '@/lib/services/budgets/examine-stored.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { storeDigest } from '@/lib/services/review/store-digest.ts';
import { hashPassword } from '@/lib/services/users/password.ts';
import { soundContent } from '../../tests/sound-content.ts';

const YEAR = 2023;
const SETTING = 'bureau';
const DEPARTMENTS = 60;
const UNITS_EACH = 5;
const REVIEWERS = 6;
/** Units written in one transaction. */
const CHUNK = 10;
export const BUREAU_PASSWORD = 'shili-caizhengju-2023';

/** No unit of this name is meant: an ordinary field of work, and what carries it out. */
const FIELDS = ['档案', '水务', '农事', '林木', '交通', '卫生', '教学', '文博', '体育', '气象'];
const BODIES = ['局', '办公室', '中心', '服务站', '管理处', '研究所'];

type Fate = 'NONE' | 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED';
/** By the last digit of a unit's number: half of the units wait. */
const FATES: readonly Fate[] = [
  'NONE',
  'DRAFT',
  'DRAFT',
  ...Array.from({ length: 5 }, (): Fate => 'SUBMITTED'),
  'RETURNED',
  'APPROVED',
];

interface InventedUnit {
  readonly id: string;
  readonly index: number;
  readonly code: string;
  readonly field: string;
}

interface People {
  readonly clerkId: string;
  readonly reviewerIds: readonly string[];
}

/** @returns the accounts that were made; null when the database holds the bureau already */
export async function inventBureau(): Promise<readonly string[] | null> {
  if ((await readSetting(database(), SETTING)) !== null) return null;
  const passwordHash = await hashPassword(BUREAU_PASSWORD);
  const { units, people, accounts, rounds } = await inTransaction(async (tx) => {
    const made = await createUnits(tx);
    const roundOf = new Map<number, string>();
    for (const year of [YEAR - 1, YEAR]) {
      await ensureFiscalYear(tx, year);
      const round = await tx.round.findFirstOrThrow({ where: { year }, select: { id: true } });
      roundOf.set(year, round.id);
    }
    const yesterday = new Date(Date.now() - 86_400_000);
    await tx.round.updateMany({ where: { year: YEAR, deadlineAt: null }, data: { deadlineAt: yesterday } });
    const staff = await createPeople(tx, made, passwordHash);
    await writeSetting(tx, SETTING, 'loaded');
    const detail = { bureau: true, units: made.length };
    await appendAuditEvent(tx, { actor: null, action: 'demonstration.loaded', detail });
    return { units: made, ...staff, rounds: roundOf };
  });
  for (let from = 0; from < units.length; from += CHUNK) {
    await inTransaction(async (tx) => {
      for (const unit of units.slice(from, from + CHUNK)) await inventBudgets(tx, unit, people, rounds);
    });
  }
  return accounts;
}

async function createUnits(tx: Db): Promise<readonly InventedUnit[]> {
  const units: InventedUnit[] = [];
  for (let number = 0; number < DEPARTMENTS; number += 1) {
    const field = FIELDS[number % FIELDS.length] ?? '';
    const name = `${field}${BODIES[Math.floor(number / FIELDS.length)]}`;
    const code = `${800 + number}`;
    const { id: departmentId } = await tx.department.create({ data: { code, name, fullName: `示例区${name}` } });
    for (let own = 1; own <= UNITS_EACH; own += 1) {
      const unitCode = `${code}00${own}`;
      const unitName = own === 1 ? `${name}（本级）` : `${name}第${own - 1}所`;
      const data = { departmentId, code: unitCode, name: unitName, fullName: `示例区${unitName}` };
      const { id } = await tx.unit.create({ data, select: { id: true } });
      units.push({ id, index: units.length, code: unitCode, field });
    }
  }
  return units;
}

/** Reviewers have departments in turn; those of the last department are nobody's yet. */
async function createPeople(tx: Db, units: readonly InventedUnit[], passwordHash: string) {
  const person = async (username: string, displayName: string) => {
    const { id } = await tx.user.create({ data: { username, displayName, passwordHash }, select: { id: true } });
    return id;
  };
  const clerkId = await person('bureau.clerk', '示例经办');
  const officeId = await person('bureau.office', '示例预算科');
  await tx.assignment.create({ data: { userId: officeId, role: 'BUDGET_OFFICE' } });
  await tx.assignment.createMany({ data: units.map(({ id }) => ({ userId: clerkId, role: 'CLERK', unitId: id })) });
  const reviewerIds: string[] = [];
  for (let number = 1; number <= REVIEWERS; number += 1) {
    const userId = await person(`bureau.reviewer${number}`, `示例审核${number}`);
    reviewerIds.push(userId);
    const own = units.filter(({ index }) => {
      const department = Math.floor(index / UNITS_EACH);
      return department < DEPARTMENTS - 1 && department % REVIEWERS === number - 1;
    });
    await tx.assignment.createMany({ data: own.map(({ id }) => ({ userId, role: 'REVIEWER', unitId: id })) });
  }
  const accounts = ['bureau.office', ...reviewerIds.map((_, index) => `bureau.reviewer${index + 1}`), 'bureau.clerk'];
  return { people: { clerkId, reviewerIds }, accounts };
}

async function inventBudgets(tx: Db, unit: InventedUnit, people: People, rounds: ReadonlyMap<number, string>) {
  const fate = FATES[unit.index % FATES.length] ?? 'DRAFT';
  const last = await startBudget(tx, unit, YEAR - 1, rounds);
  await settle(tx, last.versionId, 'APPROVED', people);
  if (fate === 'NONE') return;
  const { budgetId, versionId } = await startBudget(tx, unit, YEAR, rounds);
  if (fate === 'DRAFT') return;
  const roundId = rounds.get(YEAR) ?? null;
  const version = { id: versionId, number: 1, budgetId, unitId: unit.id, year: YEAR, roundId };
  const examination = await examineStored(tx, version);
  const warnings = allFindings(examination.results).filter(({ severity }) => severity === 'warning');
  const explained = unit.index % 4 === 3 ? warnings.slice(1) : warnings;
  for (const { key } of explained) {
    const text = '已核实，按实际需要安排。';
    await writeExplanation(tx, { versionId, findingKey: key, text, authorId: people.clerkId, updatedAt: new Date() });
  }
  await storeDigest(tx, version, examination, new Date());
  await settle(tx, versionId, fate, people);
  if (fate === 'RETURNED') await openNext(tx, budgetId, versionId, roundId);
}

async function openNext(tx: Db, budgetId: string, fromId: string, roundId: string | null): Promise<void> {
  const { id } = await tx.budgetVersion.create({ data: { budgetId, number: 2, roundId }, select: { id: true } });
  await copyContent(tx, fromId, id);
}

/** Wages differ from unit to unit and from year to year, always by the same amounts; 上年数 are last year's figures. */
async function startBudget(tx: Db, unit: InventedUnit, year: number, rounds: ReadonlyMap<number, string>) {
  const { id: budgetId } = await tx.budget.create({ data: { unitId: unit.id, year }, select: { id: true } });
  const data = { budgetId, number: 1, roundId: rounds.get(year) ?? null };
  const { id: versionId } = await tx.budgetVersion.create({ data, select: { id: true } });
  const content = contentOf(unit, year);
  if (year === YEAR) {
    const names = { code: unit.code, name: unit.code, fullName: unit.code };
    const last = {
      ...contentOf(unit, YEAR - 1),
      department: names,
      unit: { ...names, kind: 'ADMINISTRATIVE' },
      year: YEAR - 1,
    } as const;
    const prior = priorYearOf(last, await loadEdition(YEAR - 1), randomUUID);
    const { priorThreePublic, priorProjectTotalFen, priorOperatingFen } = prior.profile;
    const profile = { ...content.profile, priorThreePublic, priorProjectTotalFen, priorOperatingFen };
    await insertContent(tx, versionId, { ...content, priorYear: prior.priorYear, profile });
  } else await insertContent(tx, versionId, content);
  return { budgetId, versionId };
}

function contentOf({ index, code, field }: InventedUnit, year: number) {
  const base = BigInt((index * 7919) % 5000) * 100_000n;
  const growth = year === YEAR ? BigInt(((index * 104_729) % 90) - 20) * 1_000_000n : 0n;
  return soundContent(code, { theme: field, moreFen: base + growth });
}

async function settle(tx: Db, versionId: string, fate: Fate, { clerkId, reviewerIds }: People): Promise<void> {
  const at = new Date();
  const where = { id: versionId };
  await tx.budgetVersion.update({ where, data: { state: 'SUBMITTED', submittedAt: at, submittedById: clerkId } });
  if (fate !== 'RETURNED' && fate !== 'APPROVED') return;
  const decisionComment = fate === 'RETURNED' ? '请核对工资福利支出后重新送审。' : '同意，按此批复。';
  const decision = { decidedAt: at, decidedById: reviewerIds[0] ?? clerkId, decisionComment };
  await tx.budgetVersion.update({ where, data: { state: fate, ...decision } });
}
