import type { Template } from './definition.ts';

export type TemplateValues = Readonly<Record<string, string>>;

/**
 * Fills the names of a template in, e.g. `{year}年预算数` → `2023年预算数`.
 *
 * @throws RangeError for a name that has no value: a definition is wrong
 */
export function fillTemplate(template: Template, values: TemplateValues): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`no value for {${name}} in ${template}`);
    return value;
  });
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 10 → 十, 28 → 二十八; up to 99, more lines than any annex numbers. */
export function chineseOrdinal(number: number): string {
  const tens = Math.floor(number / 10);
  const leading = tens > 1 ? DIGITS[tens] : '';
  return `${leading}${tens > 0 ? '十' : ''}${DIGITS[number % 10]}`;
}
