import type { NarrativeDocument } from '../narrative/narrative-document.ts';
import type { AnnexTable } from './annex-table.ts';
import { cellText } from './cell-text.ts';

/** What stands for the narrative where annexes are named by their ids. */
export const NARRATIVE = 'narrative';

/** A document of the set as a list names it. */
export interface AnnexEntry {
  readonly id: string;
  /** e.g. `附件3` */
  readonly label: string;
  /** Without what all titles begin with; of a project's sheet, the project. */
  readonly title: string;
}

/** The narrative and every annex, as a list names them. */
export function annexEntries(annexes: readonly AnnexTable[], narrative: NarrativeDocument): readonly AnnexEntry[] {
  const titles = [narrative.titleLines.join(''), ...annexes.map(({ title }) => title)];
  const common = commonLength(titles.filter((title) => title !== ''));
  return [
    { id: NARRATIVE, label: '情况说明', title: narrative.titleLines.join('').slice(common) },
    ...annexes.map((table) => ({
      id: table.annex,
      label: table.number,
      title: projectName(table) ?? table.title.slice(common),
    })),
  ];
}

/** The sheets of projects differ in their project alone. */
function projectName({ annex, fields }: AnnexTable): string | null {
  if (!annex.includes('-')) return null;
  const value = fields.find(({ key }) => key === 'name')?.value;
  const name = value && 'kind' in value ? cellText(value) : null;
  return name === null || name.trim() === '' ? null : name;
}

/** Every title begins with the name of the department; in a narrow list it would hide what tells them apart. */
function commonLength(titles: readonly string[]): number {
  const [first = '', ...others] = titles;
  if (others.length === 0) return 0;
  let length = 0;
  while (length < first.length && others.every((title) => title[length] === first[length])) length += 1;
  return length;
}
