/** `2023年`, `2023年3月`, `2023-03`, `2023.3.1`: a point in time, as a number that can be compared; null for anything else. */
export function dateNumber(text: string): number | null {
  const match = /^((?:19|20|21)\d{2})(?:年|[-./])?(?:(\d{1,2})(?:月|[-./])?)?(?:(\d{1,2})日?)?$/.exec(plain(text));
  if (!match) return null;
  const [, year, month, day] = match;
  return Number(year) * 10_000 + Number(month ?? 0) * 100 + Number(day ?? 0);
}

const CHINESE_NUMBERS: Readonly<Record<string, number>> = {
  半: 0.5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** `1年`, `三年`, `18个月`: a length of time in months; null for anything else, a year such as `2023年` included. */
export function durationMonths(text: string): number | null {
  const match = /^(\d{1,3}(?:\.5)?|[半一两二三四五六七八九十])(年|个?月)(?:内)?$/.exec(plain(text));
  if (!match) return null;
  const [, number = '', measure] = match;
  const count = CHINESE_NUMBERS[number] ?? Number(number);
  return measure === '年' ? count * 12 : count;
}

/** Months from a start to an end, both as printed, counting a bare year as the whole year; null where either is no date. */
export function monthsBetween(start: string, end: string): number | null {
  const from = dateNumber(start);
  const to = dateNumber(end);
  if (from === null || to === null) return null;
  const months = (date: number, blankMonth: number) => {
    const month = Math.floor(date / 100) % 100;
    return Math.floor(date / 10_000) * 12 + (month === 0 ? blankMonth : month);
  };
  return months(to, 12) - months(from, 1) + 1;
}

/** Words that stand where a project has no end: 常年 projects go on from year to year. */
const OPEN_ENDED = /^(?:长期|常年|持续|永久|每年|无|无期限|-+|—+)$/;

/** Whether an end is stated in a way that can be understood: a date, a length of time, or 长期. */
export function isReadableEnd(text: string): boolean {
  return dateNumber(text) !== null || durationMonths(text) !== null || OPEN_ENDED.test(plain(text));
}

/** The year in which a project ends, from its end or from its start and duration; null where it has none. */
export function endYear(start: string, end: string): number | null {
  const date = dateNumber(end);
  if (date !== null) return Math.floor(date / 10_000);
  const from = dateNumber(start);
  const months = durationMonths(end);
  if (from === null || months === null) return null;
  const firstMonth = Math.max(1, Math.floor(from / 100) % 100) - 1;
  return Math.floor(from / 10_000) + Math.floor((firstMonth + Math.ceil(months) - 1) / 12);
}

/** A date as printed, the same day some years later; texts that are no date stay as they are. */
export function shiftYears(text: string, years: number): string {
  if (dateNumber(text) === null) return text;
  return text.replace(/[\d０-９]{4}/, (year) => String(Number(year.normalize('NFKC')) + years));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
