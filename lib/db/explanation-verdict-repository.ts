import type { Db } from './client.ts';

/** How many explanations of a version stand refused. */
export async function countRefused(db: Db, versionId: string): Promise<number> {
  return db.explanationVerdict.count({ where: { versionId, verdict: 'REFUSED' } });
}
