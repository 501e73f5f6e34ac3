import type { Db } from './client.ts';

/** A small fact about the installation; null: never written. */
export async function readSetting(db: Db, name: string): Promise<string | null> {
  const setting = await db.setting.findUnique({ where: { name } });
  return setting?.value ?? null;
}

export async function writeSetting(tx: Db, name: string, value: string): Promise<void> {
  await tx.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}
