/** China has one time zone, eight hours ahead of UTC, and no summer time: no table of zones decides how a day is written. */
export const CHINA_OFFSET_MS = 8 * 3_600_000;

const DAY_MS = 86_400_000;

/** The day that it is in China, `YYYY-MM-DD`. */
export function chinaDay(at: Date): string {
  return dayOfNumber(chinaDayNumber(at));
}

/** The same as a number, which days can be counted with. */
export function chinaDayNumber(at: Date): number {
  return Math.floor((at.getTime() + CHINA_OFFSET_MS) / DAY_MS);
}

/** `YYYY-MM-DD` of the day with this number. */
export function dayOfNumber(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
