import { formatInstant } from './format-instant.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `11月30日17:30截止`. */
export function deadlineWords(deadlineAt: string): string {
  return `${formatInstant(deadlineAt)}截止`;
}

/** What is left until a deadline, or how long it is over, in its two largest parts, from ten days on in days: `还剩 2 天 3 小时`. */
export function timeLeft(deadlineAt: string, now: Date): { readonly isOver: boolean; readonly words: string } {
  const milliseconds = Date.parse(deadlineAt) - now.getTime();
  const isOver = milliseconds < 0;
  return { isOver, words: `${isOver ? '已逾期' : '还剩'} ${lengthWords(Math.abs(milliseconds))}` };
}

function lengthWords(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days > 9) return `${days} 天`;
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`;
  return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟';
}
