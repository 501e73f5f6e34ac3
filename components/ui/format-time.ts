/** Offices of the country keep one time; a server elsewhere must show the same as the browser. */
const TIME_ZONE = 'Asia/Shanghai';

const dateAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026年3月5日 10:32` of an ISO 8601 time. */
export function formatTime(iso: string): string {
  const parts = Object.fromEntries(dateAndTime.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${parts.year}年${parts.month}月${parts.day}日 ${parts.hour}:${parts.minute}`;
}

/** `10:32` of an ISO 8601 time. */
export function formatClock(iso: string): string {
  return clock.format(new Date(iso));
}
