import { fail, ok, type Result } from '../../lib/domain/result.ts';
import { foreignOption, type OptionValues, readCommand } from '../read-command.ts';

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'anchor'; readonly to: string | undefined }
  | {
      readonly name: 'verify';
      readonly against: string | undefined;
      readonly only: { readonly unitCode: string; readonly year: number } | undefined;
    }
  | { readonly name: 'verify-archive'; readonly file: string }
  | { readonly name: 'prune'; readonly folder: string }
  | { readonly name: 'grant'; readonly role: string; readonly print: boolean };

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  to: { type: 'string' },
  against: { type: 'string' },
  archive: { type: 'string' },
  unit: { type: 'string' },
  year: { type: 'string' },
  print: { type: 'boolean' },
} as const;

const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  anchor: ['to'],
  verify: ['against', 'archive', 'unit', 'year'],
  prune: ['to'],
  grant: ['print'],
};

type Values = OptionValues<typeof OPTIONS>;

/** Reads the words after `npm run audit --`; the error is a sentence in Chinese. */
export function parseCommand(args: readonly string[]): Result<Command, string> {
  const read = readCommand(args, OPTIONS);
  if (!read.ok) return read;
  const { name, rest, values } = read.value;
  if (name === 'help') return ok({ name });
  const allowed = name === undefined ? undefined : OPTIONS_OF[name];
  if (name === undefined || !allowed) return fail('缺少命令，应为 verify、anchor、prune 或 grant。');
  const foreign = foreignOption(name, values, allowed);
  if (foreign !== null) return fail(foreign);
  if (rest.length > (name === 'grant' ? 1 : 0)) return fail(`多余的参数：${rest.join(' ')}`);
  if (name === 'grant') {
    const [role] = rest;
    return role ? ok({ name, role, print: values.print ?? false }) : fail('缺少数据库角色的名称。');
  }
  if (name === 'anchor') return ok({ name, to: values.to });
  if (name === 'prune')
    return values.to ? ok({ name, folder: values.to }) : fail('缺少归档目录 --to，如 --to archive。');
  return verifyCommand(values);
}

function verifyCommand({ against, archive, unit, year }: Values): Result<Command, string> {
  if (archive !== undefined) {
    if (against ?? unit ?? year) return fail('--archive 只校验一个归档文件，不能与其他参数同用。');
    return ok({ name: 'verify-archive', file: archive });
  }
  if (unit === undefined && year === undefined) return ok({ name: 'verify', against, only: undefined });
  if (!unit || !year) return fail('--unit 与 --year 须同时写，如 --unit 309001 --year 2023。');
  if (!/^\d{4}$/.test(year)) return fail(`年度 --year 应为四位数字，不是“${year}”。`);
  return ok({ name: 'verify', against, only: { unitCode: unit, year: Number(year) } });
}
