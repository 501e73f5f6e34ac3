import type { WorkbookReading } from '@/lib/domain/workbook/workbook-reading.ts';

const HEADINGS = ['类别', '位置', '列', '填写的内容', '问题'];

/**
 * The questions and faults of a reading as CSV, for whoever has to mend the workbook. No text of it runs as a formula
 * in a spreadsheet.
 */
export async function problemListCsv(reading: Pick<WorkbookReading, 'faults' | 'questions'>): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const faults = reading.faults.map(({ address, heading, found, message }) => [
    '有误',
    address,
    heading,
    found,
    message,
  ]);
  const questions = reading.questions.flatMap(({ addresses, heading, found, message }) =>
    addresses.map((address) => ['待确认', address, heading, found, message]),
  );
  // By the mark at the beginning a spreadsheet tells that the text is UTF-8.
  return `\uFEFF${Papa.unparse([HEADINGS, ...faults, ...questions], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

/** Hands the list to the browser as a file. */
export async function saveProblemList(reading: WorkbookReading, fileName: string): Promise<void> {
  const csv = await problemListCsv(reading);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
