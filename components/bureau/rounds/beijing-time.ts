/** What `<input type="datetime-local">` holds, read as Beijing time; null where it is not filled in. */
export function fromBeijing(local: string): string | null {
  const at = new Date(`${local}:00+08:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

const EIGHT_HOURS_MS = 8 * 3_600_000;

/** An instant as `<input type="datetime-local">` wants it, in Beijing time. */
export function toBeijing(iso: string): string {
  return new Date(Date.parse(iso) + EIGHT_HOURS_MS).toISOString().slice(0, 16);
}
