import type { Change } from '@/lib/domain/budget/changes.ts';
import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { type MoneyUnit, parseAmount } from '@/lib/domain/money/parse.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';

/** The change of one or more fields of the profile. */
export function profileChange(fields: Partial<UnitProfile>): readonly Change[] {
  return [{ op: 'profile', fields }];
}

/** A whole number that is not negative; blank: not entered. */
export function readCount(text: string): Result<number | null, string> {
  const plain = text.normalize('NFKC').replace(/\s|人|辆/g, '');
  if (plain === '') return ok(null);
  return /^\d{1,7}$/.test(plain) ? ok(Number(plain)) : fail(`“${text}”应为不小于 0 的整数。`);
}

/** A month as `YYYY-MM`; also `2022年12月`, `2022.12` and `202212` are understood. */
export function readMonth(text: string): Result<string, string> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return ok('');
  const match = /^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*月?$/.exec(plain);
  const month = Number(match?.[2]);
  if (!match || month < 1 || month > 12) return fail(`“${text}”应写成年月，例如 2022-12。`);
  return ok(`${match[1]}-${String(month).padStart(2, '0')}`);
}

export function readAmount(text: string, unit: MoneyUnit): Result<Fen | null, string> {
  const parsed = parseAmount(text, unit);
  return parsed.ok ? parsed : fail(problemMessage(parsed.error));
}

/** A text of at most so many characters. */
export function readText(text: string, maxLength: number): Result<string, string> {
  return text.length > maxLength ? fail(`文字有 ${text.length} 个字，最多 ${maxLength} 个字，请精简。`) : ok(text);
}

/** One entry a line, blank lines left out. */
export function readLines(text: string, maxLength: number): Result<readonly string[], string> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const long = lines.findIndex((line) => line.length > maxLength);
  return long >= 0 ? fail(`第 ${long + 1} 行超过 ${maxLength} 个字，请精简或分行。`) : ok(lines);
}

/** Maps the value of a result that is one. */
export function mapOk<T, U, E>(result: Result<T, E>, then: (value: T) => U): Result<U, E> {
  return result.ok ? ok(then(result.value)) : result;
}
