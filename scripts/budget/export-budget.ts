import path from 'node:path';
import { VERSION_STATE_LABELS } from '../../lib/domain/workflow/transitions.ts';
import { exportUnitBudget } from '../../lib/services/command-line/export-unit-budget.ts';
import type { ExportFormat } from '../../lib/services/exports/export-files.ts';
import { noSuchBudget, refusalOf } from './refusal.ts';
import { typedPath } from './typed-path.ts';
import { writeFolder } from './write-folder.ts';

interface ExportInput {
  readonly unitCode: string;
  readonly year: number;
  readonly number: number | undefined;
  readonly folder: string;
  readonly formats: readonly ExportFormat[];
}

/** `budget export`: one version in the formats asked for, into one folder. */
export async function exportBudget({ folder, formats, ...named }: ExportInput): Promise<number> {
  const exported = await exportUnitBudget(named, formats);
  if (!exported.ok) {
    if (exported.error.code === 'NOT_FOUND') throw noSuchBudget(named.unitCode, named.year, named.number);
    throw refusalOf(exported.error);
  }
  const { opened, files } = exported.value;
  const { budget, version } = opened;
  const place = typedPath(folder);
  const about = { unit: budget.unit.code, year: budget.year, version: version.number, state: version.state };
  writeFolder(
    place,
    files.map(({ name, bytes }) => ({ name: path.basename(name), content: bytes })),
    about,
  );
  const state = VERSION_STATE_LABELS[version.state];
  console.log(
    `已导出：${budget.unit.code} ${budget.unit.name} ${budget.year} 年预算第 ${version.number} 版（${state}），${files.length} 个文件，在 ${place}`,
  );
  return 0;
}
