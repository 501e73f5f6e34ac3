import { createHash } from 'node:crypto';
import type { VersionContent } from '@/lib/db/content-repository.ts';
import { soundBudget } from '@/lib/domain/fixtures/sound-budget.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';

export interface SoundVariation {
  /** What the unit deals with, in the place of the sample's word. */
  readonly theme?: string;
  /** Added to wages and to the revenue that pays them. */
  readonly moreFen?: Fen;
}

/**
 * The content of the budget with which every check is content, under keys that the database takes: the same ones for a
 * name, so that what is made from it is the same in every run.
 */
export function soundContent(name: string, { theme = '信访', moreFen = 0n }: SoundVariation = {}): VersionContent {
  const { department: _department, unit: _unit, year: _year, ...content } = soundBudget();
  const text = JSON.stringify(content, (field, value: unknown) => {
    if (typeof value === 'bigint') return `fen:${value}`;
    if (typeof value !== 'string') return value;
    return field === 'key' || field === 'projectKey' ? keyOf(name, value) : value.replaceAll('信访', theme);
  });
  const renamed: VersionContent = JSON.parse(text, (_field, value: unknown) =>
    typeof value === 'string' && /^fen:-?\d+$/.test(value) ? BigInt(value.slice('fen:'.length)) : value,
  );
  const [wages, ...others] = renamed.expenditure;
  const [income, ...rest] = renamed.revenue;
  if (!wages || !income) throw new Error('the sound budget has no wages or no revenue');
  const more = <R extends { readonly amountFen: Fen | null }>(row: R): R => {
    return { ...row, amountFen: (row.amountFen ?? 0n) + moreFen };
  };
  return { ...renamed, expenditure: [more(wages), ...others], revenue: [more(income), ...rest] };
}

function keyOf(name: string, key: string): string {
  const hex = createHash('sha256').update(`${name} ${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
