import { CHINA_OFFSET_MS } from '@/lib/domain/china-time.ts';

/** What a field for date and time shows of an instant, on the clock of Beijing: `2026-11-30T17:30`. */
export function toBeijingField(iso: string | null): string {
  return iso === null ? '' : new Date(Date.parse(iso) + CHINA_OFFSET_MS).toISOString().slice(0, 16);
}

/** The instant (ISO 8601 in UTC) that such a field means; null while it is blank or unfinished. */
export function fromBeijingField(value: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return null;
  const at = Date.parse(`${value}:00+08:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
