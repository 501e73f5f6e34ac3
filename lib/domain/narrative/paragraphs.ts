import { CHONGQING_NARRATIVE } from './chongqing-template.ts';
import type { ParagraphTemplate, SectionTemplate } from './template.ts';

function templatesOf({ paragraphs = [], sections = [] }: SectionTemplate): readonly ParagraphTemplate[] {
  return [...paragraphs, ...sections.flatMap(templatesOf)];
}

const TEMPLATES: ReadonlyMap<string, ParagraphTemplate> = new Map(
  [...CHONGQING_NARRATIVE.sections.flatMap(templatesOf), ...CHONGQING_NARRATIVE.closing].map((template) => [
    template.id,
    template,
  ]),
);

/** The template of a paragraph, and its running number where it is one of several; null for a paragraph of no template. */
export function templateOfParagraph(id: string): { template: ParagraphTemplate; number: number | null } | null {
  const single = TEMPLATES.get(id);
  if (single) return { template: single, number: null };
  const [, stem = '', number] = /^(.+)-(\d+)$/.exec(id) ?? [];
  const repeated = TEMPLATES.get(stem);
  return repeated?.each === undefined ? null : { template: repeated, number: Number(number) };
}

/** What a message calls a paragraph, e.g. 收入预算 or 职责第2条. */
export function paragraphName(id: string): string {
  const found = templateOfParagraph(id);
  if (!found) return id;
  return found.number === null ? found.template.name : `${found.template.name}第${found.number}条`;
}
