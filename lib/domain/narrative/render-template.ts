import { type Figures, signOf } from './figure.ts';
import { unitBefore } from './figure-unit.ts';
import type { NarrativeDocument, NarrativeParagraph, NarrativeRun, NarrativeSection } from './narrative-document.ts';
import { parsePassage } from './passage-text.ts';
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

/** A unit's own wording by the id of the paragraph that it replaces, as passages are stored. */
export type OwnWording = ReadonlyMap<string, string>;

const NO_WORDING: OwnWording = new Map();

interface Scope extends NarrativeData {
  readonly phrases: NarrativeTemplate['phrases'];
  readonly own: OwnWording;
}

/**
 * Fills a template in.
 *
 * @param own wording that stands in place of a paragraph's; of a paragraph that the data do not call for, it is unsaid
 * @throws RangeError when the template names a figure, words or a list that are not there: the template is wrong
 */
export function renderNarrative(
  template: NarrativeTemplate,
  data: NarrativeData,
  own: OwnWording = NO_WORDING,
): NarrativeDocument {
  const scope = { ...data, phrases: template.phrases, own };
  return {
    titleLines: template.titleLines.map((line) => plainText(renderText(line, scope))),
    sections: template.sections.map((section) => renderSection(section, scope, 1)),
    closing: renderParagraphs(template.closing, scope),
  };
}

function renderSection(section: SectionTemplate, scope: Scope, level: 1 | 2): NarrativeSection {
  return {
    heading: section.heading,
    level,
    paragraphs: renderParagraphs(section.paragraphs ?? [], scope),
    sections: (section.sections ?? []).map((below) => renderSection(below, scope, 2)),
  };
}

function renderParagraphs(templates: readonly ParagraphTemplate[], scope: Scope): readonly NarrativeParagraph[] {
  return templates.flatMap((template) => {
    if (template.when && !holds(template.when, scope)) return [];
    if (template.each === undefined) return renderParagraph(template, template.id, scope);
    const items = named(scope.lists, template.each, 'list');
    return items.flatMap((item, index) =>
      renderParagraph(template, `${template.id}-${index + 1}`, withItem(scope, item)),
    );
  });
}

/** Own wording may be of several lines: each is a paragraph, the first has the lead and the id. */
function renderParagraph(template: ParagraphTemplate, id: string, scope: Scope): readonly NarrativeParagraph[] {
  const lead = template.lead === undefined ? undefined : plainText(renderText(template.lead, scope));
  const passage = template.input === undefined ? (scope.own.get(id)?.trim() ?? '') : '';
  if (passage === '') return [{ id, ...(lead !== undefined && { lead }), runs: ownOrStandard(template, scope) }];
  return passage
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const runs = joinText(renderPassage(line.trim(), scope));
      return index === 0 ? { id, ...(lead !== undefined && { lead }), runs } : { id: `${id}/${index + 1}`, runs };
    });
}

function ownOrStandard(template: ParagraphTemplate, scope: Scope): readonly NarrativeRun[] {
  const typed = template.replacedBy === undefined ? [] : named(scope.words, template.replacedBy, 'words');
  return joinText(typed.length > 0 ? typed : renderText(template.text, scope));
}

/** A stored passage as runs: figures with their unit, phrases; one that nobody knows says so where it stands. */
function renderPassage(passage: string, scope: Scope): readonly NarrativeRun[] {
  const parts = parsePassage(passage);
  return parts.flatMap((part, index): readonly NarrativeRun[] => {
    if (part.kind === 'text') return textRuns(part.text);
    const next = parts[index + 1];
    return renderRef(part.ref, next?.kind === 'text' ? next.text : '', scope) ?? [missingRun(part.ref)];
  });
}

/** A figure or a phrase by name; null where there is none, or what it depends on is not known. */
function renderRef(ref: string, following: string, scope: Scope): readonly NarrativeRun[] | null {
  const phrase = Object.hasOwn(scope.phrases, ref) ? scope.phrases[ref] : undefined;
  if (phrase !== undefined) {
    const runs = tagged(renderText(phrase, scope), ref);
    return runs.length > 0 ? runs : null;
  }
  const figure = scope.figures.get(ref);
  return figure ? [{ kind: 'figure', text: figure.text, ref }, ...textRuns(unitBefore(ref, following))] : null;
}

/** What is printed in place of a figure that is not known; a check asks for it before anything can be submitted. */
export function missingRun(ref: string): NarrativeRun {
  return { kind: 'missing', text: '【缺数据】', ref };
}

/**
 * The text of a figure or a phrase as own wording prints it before `following` words, unit included; null where it is
 * not known.
 */
export function refText(
  ref: string,
  following: string,
  template: NarrativeTemplate,
  data: NarrativeData,
): string | null {
  const runs = renderRef(ref, following, { ...data, phrases: template.phrases, own: NO_WORDING });
  return runs && plainText(runs);
}

function tagged(runs: readonly NarrativeRun[], phrase: string): readonly NarrativeRun[] {
  return runs.map((run) => (run.kind === 'missing' ? run : { ...run, phrase }));
}

function withItem(data: Scope, item: ListItem): Scope {
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

function renderText(text: TemplateText, data: Scope): readonly NarrativeRun[] {
  if (typeof text === 'string') return renderString(text, data);
  if ('when' in text) return renderText(holds(text.when, data) ? text.say : (text.otherwise ?? ''), data);
  if ('phrase' in text) {
    const phrase = data.phrases[text.phrase];
    if (phrase === undefined) throw new RangeError(`the narrative's template has no phrase ${text.phrase}`);
    return tagged(renderText(phrase, data), text.phrase);
  }
  if ('each' in text) {
    return named(data.lists, text.each, 'list').flatMap((item, index) => [
      ...(index > 0 ? textRuns(text.join) : []),
      ...renderText(text.text, withItem(data, item)),
    ]);
  }
  return text.flatMap((part) => renderText(part, data));
}

function renderString(text: string, data: Scope): readonly NarrativeRun[] {
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
    if (run.kind === 'text' && last?.kind === 'text' && run.phrase === last.phrase)
      joined.splice(-1, 1, { ...last, text: last.text + run.text });
    else joined.push(run);
  }
  return joined;
}
