import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, type Result } from '@/lib/domain/result.ts';
import {
  type Standard,
  type StandardFault,
  type StandardSet,
  standardsInForce,
} from '@/lib/domain/staffing/standard.ts';
import { parseStandards, STANDARD_FILES, type StandardTexts } from '@/lib/importing/standards/parse-standards.ts';

const SHIPPED_FOLDER = path.join(process.cwd(), 'prisma', 'standards');

const folders = new Map<string, Promise<Result<readonly Standard[], readonly StandardFault[]>>>();

/**
 * The standards (定额、比例) in force in a fiscal year: from the folder that `STANDARDS_DIR` names, where a bureau keeps
 * its own, else from the one that comes with the product. Read once a process. A folder at fault stops nobody from
 * working on a budget: nothing is calculated then, and the faults are shown by file, row and column.
 */
export async function loadStandards(year: number, folder = standardsFolder()): Promise<StandardSet> {
  const read = await readOnce(folder);
  return read.ok
    ? { standards: standardsInForce(read.value, year), faults: [] }
    : { standards: [], faults: read.error };
}

function standardsFolder(): string {
  const own = process.env.STANDARDS_DIR;
  return own ? path.resolve(own) : SHIPPED_FOLDER;
}

/** Keeps what could be read; a folder at fault is read again the next time, so that mending it needs no restart. */
async function readOnce(folder: string): Promise<Result<readonly Standard[], readonly StandardFault[]>> {
  const reading = folders.get(folder) ?? readFolder(folder);
  folders.set(folder, reading);
  const read = await reading;
  if (!read.ok) folders.delete(folder);
  return read;
}

async function readFolder(folder: string): Promise<Result<readonly Standard[], readonly StandardFault[]>> {
  const texts: Partial<Record<keyof StandardTexts, string>> = {};
  const issues: StandardFault[] = [];
  for (const name of Object.keys(STANDARD_FILES) as (keyof StandardTexts)[]) {
    const file = STANDARD_FILES[name];
    try {
      texts[name] = await readFile(path.join(folder, file), 'utf8');
    } catch {
      issues.push({ path: file, message: `支出标准文件夹中没有 ${file}，或者无法读取。` });
    }
  }
  const { standards, distribution } = texts;
  if (standards === undefined || distribution === undefined) return fail(issues);
  return parseStandards({ standards, distribution });
}
