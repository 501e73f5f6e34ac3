import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { Refusal } from './refusal.ts';

export interface NewFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Lists what an export wrote, so that the next one into the same folder takes away what it does not write again. */
const LIST = 'export.json';

const listSchema = z.object({ files: z.array(z.string().regex(/^[^/\\]+$/)) });

/**
 * Writes files into a folder as one: all of them are written aside and then take their places by renaming, so that a
 * full disk or an interruption leaves no half-written file. A folder that is there keeps what is not ours.
 */
export function writeFolder(folder: string, files: readonly NewFile[], about: Readonly<Record<string, unknown>>): void {
  const aside = `${folder}.${process.pid}.unfinished`;
  const list = `${JSON.stringify({ ...about, files: files.map((file) => file.name) }, null, 2)}\n`;
  const all = [...files, { name: LIST, content: list }];
  try {
    mkdirSync(aside, { recursive: true });
    for (const { name, content } of all) writeFileSync(path.join(aside, name), content, { flush: true });
    mkdirSync(folder, { recursive: true });
    const outdated = listedIn(folder).filter((name) => !all.some((file) => file.name === name));
    for (const { name } of all) renameSync(path.join(aside, name), path.join(folder, name));
    for (const name of outdated) rmSync(path.join(folder, name), { force: true });
  } catch (error) {
    if (existsSync(aside)) rmSync(aside, { recursive: true, force: true });
    throw explained(error, folder);
  }
  rmSync(aside, { recursive: true });
}

/** What an earlier export put into the folder; nothing where its list is missing or not ours. */
function listedIn(folder: string): readonly string[] {
  if (!readdirSync(folder).includes(LIST)) return [];
  try {
    return listSchema.parse(JSON.parse(readFileSync(path.join(folder, LIST), 'utf8'))).files;
  } catch {
    return [];
  }
}

function explained(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST' || code === 'ENOTDIR') return new Refusal(`${folder} 或其上级是一个文件，不能作为导出目录。`);
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return new Refusal(`没有写入目录 ${folder} 的权限。`);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal(`磁盘空间不足，没有写入 ${folder}。请清理后重新导出。`);
  return error;
}
