/** 预算法 §14: published within twenty days of the approval. */
export const PUBLICATION_DAYS = 20;

const DAY_MS = 86_400_000;

export interface PublicationDeadline {
  /** The last day in time, in China, `YYYY-MM-DD`. */
  readonly lastDay: string;
  /** Days left after today; 0: today is the last one; negative: overdue. */
  readonly daysLeft: number;
}

/** How much is left of the days after an approval, counted in days as the calendar in China has them. */
export function publicationDeadline(approvedAt: string, now: Date): PublicationDeadline {
  const last = dayNumber(new Date(approvedAt)) + PUBLICATION_DAYS;
  return { lastDay: new Date(last * DAY_MS).toISOString().slice(0, 10), daysLeft: last - dayNumber(now) };
}

/** China has one time zone, eight hours ahead of UTC, and no summer time. */
function dayNumber(at: Date): number {
  return Math.floor((at.getTime() + 8 * 3_600_000) / DAY_MS);
}
