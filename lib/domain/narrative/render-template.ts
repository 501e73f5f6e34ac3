import { type Figures, signOf } from './figure.ts';
import type { NarrativeDocument, NarrativeParagraph, NarrativeRun, NarrativeSection } from './narrative-document.ts';
import type { Condition, NarrativeTemplate, ParagraphTemplate, SectionTemplate, TemplateText } from './template.ts';

/** An item of a list: its words by name, and the figure it is about. */
export interface ListItem {
  readonly words: Readonly<Record<string, string>>;
  readonly ref?: string;
}

/** All that a template may name. */
export interface NarrativeData {
  readonly figures: Figures;
  readonly words: ReadonlyMap<string, readonly NarrativeRun[]>;
  readonly lists: ReadonlyMap<string, readonly ListItem[]>;
}

/**
 * Fills a template in.
 *
 * @throws RangeError when it names a figure, words or a list that are not there: the template is wrong
 */
export function renderNarrative(template: NarrativeTemplate, data: NarrativeData): NarrativeDocument {
  return {
    titleLines: template.titleLines.map((line) => plainText(renderText(line, data))),
    sections: template.sections.map((section) => renderSection(section, data, 1)),
    closing: renderParagraphs(template.closing, data),
  };
}

function renderSection(section: SectionTemplate, data: NarrativeData, level: 1 | 2): NarrativeSection {
  return {
    heading: section.heading,
    level,
    paragraphs: renderParagraphs(section.paragraphs ?? [], data),
    sections: (section.sections ?? []).map((below) => renderSection(below, data, 2)),
  };
}

function renderParagraphs(templates: readonly ParagraphTemplate[], data: NarrativeData): readonly NarrativeParagraph[] {
  return templates.flatMap((template) => {
    if (template.when && !holds(template.when, data)) return [];
    if (template.each === undefined) return [renderParagraph(template, template.id, data)];
    const items = named(data.lists, template.each, 'list');
    return items.map((item, index) => renderParagraph(template, `${template.id}-${index + 1}`, withItem(data, item)));
  });
}

function renderParagraph(template: ParagraphTemplate, id: string, data: NarrativeData): NarrativeParagraph {
  const own = template.replacedBy === undefined ? [] : named(data.words, template.replacedBy, 'words');
  const runs = joinText(own.length > 0 ? own : renderText(template.text, data));
  const lead = template.lead === undefined ? undefined : plainText(renderText(template.lead, data));
  return { id, ...(lead !== undefined && { lead }), runs };
}

function withItem(data: NarrativeData, item: ListItem): NarrativeData {
  const own = Object.entries(item.words).map(([name, text]) => [name, textRuns(text)] as const);
  const figure = item.ref === undefined ? undefined : data.figures.get(item.ref);
  return {
    ...data,
    words: new Map([
      ...data.words,
      ...own,
      ...(item.ref === undefined ? [] : [['item.ref', textRuns(item.ref)] as const]),
    ]),
    figures: figure ? new Map([...data.figures, ['item', figure]]) : data.figures,
  };
}

function renderText(text: TemplateText, data: NarrativeData): readonly NarrativeRun[] {
  if (typeof text === 'string') return renderString(text, data);
  if ('when' in text) return renderText(holds(text.when, data) ? text.say : (text.otherwise ?? ''), data);
  if ('each' in text) {
    return named(data.lists, text.each, 'list').flatMap((item, index) => [
      ...(index > 0 ? textRuns(text.join) : []),
      ...renderText(text.text, withItem(data, item)),
    ]);
  }
  return text.flatMap((part) => renderText(part, data));
}

function renderString(text: string, data: NarrativeData): readonly NarrativeRun[] {
  return text.split(/(\{=?[\w.]+\})/).flatMap((piece): readonly NarrativeRun[] => {
    const name = /^\{(=?[\w.]+)\}$/.exec(piece)?.[1];
    if (name === undefined) return textRuns(piece);
    if (name.startsWith('=')) return named(data.words, name.slice(1), 'words');
    const ref = name === 'item' ? plainText(named(data.words, 'item.ref', 'words')) : name;
    return [{ kind: 'figure', text: named(data.figures, name, 'figure').text, ref }];
  });
}

function named<T>(map: ReadonlyMap<string, T>, name: string, what: string): T {
  const value = map.get(name);
  if (value === undefined)
    throw new RangeError(`the narrative's template names the ${what} ${name}, which is not there`);
  return value;
}

function holds(condition: Condition, data: NarrativeData): boolean {
  if ('known' in condition) return data.figures.has(condition.known);
  if ('nought' in condition) return signOf(data.figures.get(condition.nought)) === 0;
  if ('positive' in condition) return signOf(data.figures.get(condition.positive)) === 1;
  if ('negative' in condition) return signOf(data.figures.get(condition.negative)) === -1;
  if ('words' in condition) return named(data.words, condition.words, 'words').length > 0;
  if ('listed' in condition) return named(data.lists, condition.listed, 'list').length > 0;
  if ('all' in condition) return condition.all.every((part) => holds(part, data));
  if ('any' in condition) return condition.any.some((part) => holds(part, data));
  return !holds(condition.not, data);
}

export function textRuns(text: string): readonly NarrativeRun[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

function plainText(runs: readonly NarrativeRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** Neighbouring words as one run. */
function joinText(runs: readonly NarrativeRun[]): readonly NarrativeRun[] {
  const joined: NarrativeRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.kind === 'text' && last?.kind === 'text')
      joined.splice(-1, 1, { kind: 'text', text: last.text + run.text });
    else joined.push(run);
  }
  return joined;
}
