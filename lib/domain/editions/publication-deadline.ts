import { chinaDayNumber, dayOfNumber } from '../china-time.ts';

/** 预算法 §14: published within twenty days of the approval. */
export const PUBLICATION_DAYS = 20;

export interface PublicationDeadline {
  /** The last day in time, in China, `YYYY-MM-DD`. */
  readonly lastDay: string;
  /** Days left after today; 0: today is the last one; negative: overdue. */
  readonly daysLeft: number;
}

/** How much is left of the days after an approval, counted in days as the calendar in China has them. */
export function publicationDeadline(approvedAt: string, now: Date): PublicationDeadline {
  const last = chinaDayNumber(new Date(approvedAt)) + PUBLICATION_DAYS;
  return { lastDay: dayOfNumber(last), daysLeft: last - chinaDayNumber(now) };
}
