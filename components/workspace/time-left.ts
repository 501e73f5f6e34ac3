const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `还剩 2 天 3 小时` until a deadline, `已逾期 1 天` after it. */
export function timeLeft(leftMs: number): string {
  const size = Math.abs(leftMs);
  const [days, hours] = [Math.floor(size / DAY_MS), Math.floor((size % DAY_MS) / HOUR_MS)];
  const parts = [days > 0 ? `${days} 天` : '', hours > 0 ? `${hours} 小时` : ''].filter((part) => part !== '');
  const words = parts.length > 0 ? parts.join(' ') : `${Math.floor(size / MINUTE_MS)} 分钟`;
  return leftMs < 0 ? `已逾期 ${words}` : `还剩 ${words}`;
}
