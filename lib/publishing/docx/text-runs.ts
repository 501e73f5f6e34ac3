import { type IRunOptions, TextRun } from 'docx';
import { xmlText } from '../xml-text.ts';

/** Lines as the runs of one paragraph, each on a line of its own; so are the lines within a text. */
export function textRuns(lines: readonly string[], look: Omit<IRunOptions, 'text' | 'break'> = {}): TextRun[] {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line, index) => new TextRun({ ...look, text: xmlText(line), ...(index > 0 ? { break: 1 } : {}) }));
}
