import { readFile, stat } from 'node:fs/promises';
import { fail, ok, type Result } from '../../lib/domain/result.ts';
import { parseJsonText } from '../../lib/importing/budget-package/json-text.ts';
import { type InstallReport, installPackage } from '../../lib/services/imports/install-package.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { typedPath } from './typed-path.ts';

/** Far above any department's package: a file beyond this is some other file. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** `budget import`: a budget package becomes a draft; all of it or nothing. */
export async function importFile({ file, replace }: { file: string; replace: boolean }): Promise<number> {
  const text = await readText(file);
  const json = parseJsonText(text);
  if (!json.ok) throw refusalOf({ code: 'INVALID_INPUT', issues: json.error });
  const installed = await installPackage(json.value, replace);
  if (!installed.ok) {
    if (installed.error.code !== 'BUDGET_EXISTS') throw refusalOf(installed.error);
    throw new Refusal(`${refusalOf(installed.error).message}（命令行请加 --replace）`);
  }
  for (const line of reportLines(installed.value)) console.log(line);
  return 0;
}

async function readText(file: string): Promise<string> {
  const location = typedPath(file);
  const bytes = await readBytes(location);
  if (!bytes.ok) throw new Refusal(bytes.error);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
  } catch {
    throw new Refusal(`文件 ${location} 不是 UTF-8 编码。请用编辑器另存为 UTF-8 后再导入。`);
  }
}

async function readBytes(location: string): Promise<Result<Uint8Array, string>> {
  try {
    const { size } = await stat(location);
    if (size > MAX_FILE_BYTES) return fail(`文件 ${location} 超过 64 兆字节，不像是预算数据包，没有读取。`);
    return ok(await readFile(location));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return fail(`没有找到文件 ${location}。`);
    if (code === 'EISDIR') return fail(`${location} 是一个目录，请指定其中的文件。`);
    if (code === 'EACCES') return fail(`没有读取文件 ${location} 的权限。`);
    throw error;
  }
}

function reportLines({
  createdDepartment,
  createdUnits,
  createdYear,
  budgets,
  notes,
}: InstallReport): readonly string[] {
  return [
    ...(createdDepartment ? [`新建部门：${createdDepartment.code} ${createdDepartment.name}`] : []),
    ...createdUnits.map((unit) => `新建单位：${unit.code} ${unit.name}`),
    ...(createdYear === null ? [] : [`新建年度：${createdYear}`]),
    ...budgets.map(({ unitCode, unitName, year, versionNumber, replaced }) => {
      const done = replaced ? '已替换草稿' : '已导入为草稿';
      return `${done}：${unitCode} ${unitName} ${year} 年预算，第 ${versionNumber} 版`;
    }),
    ...notes.map((note) => `提示：${note}`),
  ];
}
