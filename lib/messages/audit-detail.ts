import { COLLECTION_LABELS, fieldLabel, fieldText } from './field-labels.ts';

/** A paste may have thousands. */
const SHOWN = 200;

const OPS: Readonly<Record<string, string>> = { insert: '新增', update: '修改', delete: '删除', profile: '单位情况' };

type Values = Readonly<Record<string, unknown>>;

/** What an event recorded, a sentence a line: fields in their Chinese names, old → new, amounts in yuan. */
export function detailLines(json: string): readonly string[] {
  const detail: unknown = JSON.parse(json);
  if (!isValues(detail)) return [json];
  const { changes, from, to, ...rest } = detail;
  const lines = Object.entries(rest).map(([field, value]) => `${fieldLabel(field)}：${fieldText(field, value)}`);
  if (isValues(from) && isValues(to)) lines.push(...differences(from, to));
  if (Array.isArray(changes)) {
    lines.push(...changes.filter(isValues).slice(0, SHOWN).map(changeLine));
    if (changes.length > SHOWN) lines.push(`……共 ${changes.length} 处`);
  }
  return lines;
}

function changeLine({ op, collection, before, after }: Values): string {
  const list = Object.hasOwn(COLLECTION_LABELS, String(collection))
    ? COLLECTION_LABELS[collection as keyof typeof COLLECTION_LABELS]
    : '';
  const [old, now] = [isValues(before) ? before : {}, isValues(after) ? after : {}];
  return `${OPS[String(op)] ?? String(op)}${list}：${differences(old, now).join('；')}`;
}

function differences(old: Values, now: Values): string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => field !== 'key' && JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => `${fieldLabel(field)} ${fieldText(field, old[field])} → ${fieldText(field, now[field])}`);
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
