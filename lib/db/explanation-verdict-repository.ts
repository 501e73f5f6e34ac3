import type { ExplanationVerdict, RefusedExplanation, Verdict } from '../domain/workflow/refused-explanations.ts';
import type { Db } from './client.ts';

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
    select: { subject: true, text: true, at: true, by: { select: { displayName: true } } },
    orderBy: { subject: 'asc' },
  });
  if (records.length === 0) return [];
  const explanations = await db.explanation.findMany({
    where: { version: { budgetId, number } },
    select: { findingKey: true, text: true },
  });
  const words = new Map(explanations.map(({ findingKey, text }) => [findingKey, text]));
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
