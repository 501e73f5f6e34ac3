import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { parseJsonText } from '@/lib/importing/budget-package/json-text.ts';

const FOLDER = path.join(process.cwd(), 'prisma', 'demonstration');

const explanationsSchema = z.array(
  z.object({
    checkId: z.string(),
    /** A part of the finding's message, where the check finds more than one thing. */
    about: z.string().optional(),
    text: z.string(),
  }),
);

/** What the clerk of the demonstration has written about a warning of a check. */
export type PreparedExplanation = z.output<typeof explanationsSchema>[number];

export async function readDemonstrationPackage(name: string): Promise<unknown> {
  return readJson(`${name}.json`);
}

/** @returns the explanations that belong to a package, by the check whose warning they explain */
export async function readPreparedExplanations(name: string): Promise<readonly PreparedExplanation[]> {
  return explanationsSchema.parse(await readJson(`${name}.explanations.json`));
}

async function readJson(file: string): Promise<unknown> {
  const parsed = parseJsonText(await readFile(path.join(FOLDER, file), 'utf8'));
  if (parsed.ok) return parsed.value;
  throw new Error(`${file}: ${parsed.error.map((issue) => issue.message).join(' ')}`);
}
