/** For which unit and year a template was made. */
export interface WorkbookIdentity {
  readonly unitCode: string;
  readonly year: number;
}

const PATTERN = /^单位编码：(\S+)，年度：(\d{4})$/;

/** The line of the sheet 填表说明 that says so. */
export function writtenIdentity({ unitCode, year }: WorkbookIdentity): string {
  return `单位编码：${unitCode}，年度：${year}`;
}

/** @param text of a cell, half-width: `:` for `：` */
export function readIdentity(text: string): WorkbookIdentity | null {
  const match = PATTERN.exec(text.replaceAll(':', '：').replaceAll(',', '，'));
  return match ? { unitCode: match[1] ?? '', year: Number(match[2]) } : null;
}
