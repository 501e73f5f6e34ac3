import type { Template } from '../definition.ts';

/** What the names in a template are called where people write one: `{organisation}` ↔ `{单位全称}`. */
const PLACEHOLDER_LABELS = {
  organisation: '单位全称',
  year: '年度',
  priorYear: '上年度',
  departmentName: '部门名称',
  departmentCode: '部门编码',
  /* 单位 in a table over several units, else 部门. */
  spender: '单位或部门',
  unit: '金额单位',
  number: '项目序号',
} as const;

export type Placeholder = keyof typeof PLACEHOLDER_LABELS;

/** Those that every title, note and heading may hold. */
export const COMMON_PLACEHOLDERS: readonly Placeholder[] = [
  ...(['organisation', 'year', 'priorYear'] as const),
  ...(['departmentName', 'departmentCode', 'spender', 'unit'] as const),
];

/** As people write it, e.g. `{单位全称}`. */
export function placeholderText(name: Placeholder): string {
  return `{${PLACEHOLDER_LABELS[name]}}`;
}

/** A template as people read and write it. */
export function templateForPeople(template: Template): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (isPlaceholder(name) ? placeholderText(name) : whole));
}

/** What people wrote as a template; names that are not known stay as they were written. */
export function templateFromPeople(text: string): Template {
  return text.replace(/\{([^{}]*)\}/g, (whole, label: string) => {
    const found = Object.entries(PLACEHOLDER_LABELS).find(([, known]) => known === label.trim());
    return found ? `{${found[0]}}` : whole;
  });
}

/** What a template has in braces that it may not have there, as people wrote it; null where all is well. */
export function strayBraces(template: Template, allowed: readonly Placeholder[]): string | null {
  const known = new Set<string>(allowed);
  const rest = template.replace(/\{(\w+)\}/g, (whole, name: string) => (known.has(name) ? '' : whole));
  const stray = /\{[^{}]*\}|[{}]/.exec(rest)?.[0];
  return stray === undefined ? null : templateForPeople(stray);
}

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(PLACEHOLDER_LABELS, name);
}
