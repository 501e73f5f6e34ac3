/** An instant as people in China write it: 11月29日17:30. */
export function formatInstant(iso: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    ...{ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: 'Asia/Shanghai',
  } as const).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('month')}月${part('day')}日${part('hour')}:${part('minute')}`;
}
