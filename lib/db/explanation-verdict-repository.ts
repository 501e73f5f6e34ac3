import { wordsOfReasons } from '../domain/reasons/judged-reasons.ts';
import {
  type ExplanationVerdict,
  type RefusedExplanation,
  sayingTheSame,
  type Verdict,
} from '../domain/workflow/refused-explanations.ts';
import type { Db } from './client.ts';
import { listExplanations } from './explanation-repository.ts';
import { readRows } from './row-reader.ts';

/** All that a version says that verdicts are given on, by their subject: its explanations, and the reasons of its changes. */
export async function judgedWords(db: Db, versionId: string): Promise<ReadonlyMap<string, string>> {
  const explanations = await listExplanations(db, versionId);
  const reasons = await readRows(db, versionId, 'reasons');
  return new Map([
    ...explanations.map(({ findingKey, text }) => [findingKey, text] as const),
    ...wordsOfReasons(reasons.map(({ row }) => row)),
  ]);
}

/** How many explanations of a version stand refused. */
export async function countRefused(db: Db, versionId: string): Promise<number> {
  return db.explanationVerdict.count({ where: { versionId, verdict: 'REFUSED' } });
}

/** The verdicts on a version's explanations, in the order of their subjects. */
export async function listVerdicts(db: Db, versionId: string): Promise<readonly ExplanationVerdict[]> {
  const records = await db.explanationVerdict.findMany({
    where: { versionId },
    select: { subject: true, verdict: true, text: true, at: true, by: { select: { displayName: true } } },
    orderBy: { subject: 'asc' },
  });
  return records.map(({ at, by, ...rest }) => ({ ...rest, byName: by.displayName, at: at.toISOString() }));
}

/** What was refused in a version of a budget, with the words that were refused. */
export async function listRefusals(
  db: Db,
  version: { readonly budgetId: string; readonly number: number },
): Promise<readonly RefusedExplanation[]> {
  const { budgetId, number } = version;
  const records = await db.explanationVerdict.findMany({
    where: { verdict: 'REFUSED', version: { budgetId, number } },
    select: { versionId: true, subject: true, text: true, at: true, by: { select: { displayName: true } } },
    orderBy: { subject: 'asc' },
  });
  const [first] = records;
  if (!first) return [];
  const words = await judgedWords(db, first.versionId);
  return records.map(({ subject, text, at, by }) => ({
    ...{ subject, explanation: words.get(subject) ?? '', reason: text },
    ...{ byName: by.displayName, at: at.toISOString() },
  }));
}

export async function findVerdict(
  db: Db,
  versionId: string,
  subject: string,
): Promise<{ readonly verdict: Verdict; readonly text: string } | null> {
  return db.explanationVerdict.findUnique({
    where: { versionId_subject: { versionId, subject } },
    select: { verdict: true, text: true },
  });
}

export async function writeVerdict(
  tx: Db,
  given: { versionId: string; subject: string; verdict: Verdict; text: string; byId: string; at: Date },
): Promise<void> {
  const { versionId, subject, ...rest } = given;
  await tx.explanationVerdict.upsert({
    where: { versionId_subject: { versionId, subject } },
    create: given,
    update: rest,
  });
}

/**
 * Gives a version the acceptances of the last version before it that was judged, of what still says the same: nobody has
 * to accept it again. Who accepted it, and when, stay.
 *
 * @returns the subjects
 */
export async function carryAcceptances(
  tx: Db,
  { id: versionId, budgetId, number }: { readonly id: string; readonly budgetId: string; readonly number: number },
): Promise<readonly string[]> {
  const judged = await tx.budgetVersion.findFirst({
    where: { budgetId, number: { lt: number }, verdicts: { some: {} } },
    orderBy: { number: 'desc' },
    select: { id: true, verdicts: { where: { verdict: 'ACCEPTED' }, orderBy: { subject: 'asc' } } },
  });
  if (!judged || judged.verdicts.length === 0) return [];
  const kept = sayingTheSame(judged.verdicts, await judgedWords(tx, judged.id), await judgedWords(tx, versionId));
  await tx.explanationVerdict.createMany({ data: kept.map((verdict) => ({ ...verdict, versionId })) });
  return kept.map(({ subject }) => subject);
}
