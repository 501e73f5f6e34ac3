/**
 * The language in which a narrative is described: another province's text is a new file of data, not new code.
 *
 * In a string `{revenue.total}` is the figure of that name and `{=organisation}` are the words of that name.
 */
export type TemplateText = string | Choice | Repetition | PhraseUse | readonly TemplateText[];

/** The phrase of that name of the template: words and figures that only make sense together. */
export interface PhraseUse {
  readonly phrase: string;
}

/** Either of two texts, as the data are. */
export interface Choice {
  readonly when: Condition;
  readonly say: TemplateText;
  readonly otherwise?: TemplateText;
}

/** A text for each item of a list; in it `{item}` is the item's figure and `{=…}` are the item's words. */
export interface Repetition {
  readonly each: string;
  readonly text: TemplateText;
  readonly join: string;
}

/** Holds by the value of a figure, or when words or a list are there. An unknown figure is neither nought nor anything else. */
export type Condition =
  | { readonly known: string }
  | { readonly nought: string }
  | { readonly positive: string }
  | { readonly negative: string }
  | { readonly words: string }
  | { readonly listed: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Where words of the unit stand that the template prints as they are. */
export type InputField = 'dutyIntroduction' | 'duties' | 'terms';

export interface ParagraphTemplate {
  readonly id: string;
  /** What a message calls it, e.g. 收入预算. */
  readonly name: string;
  readonly when?: Condition;
  /** One paragraph for each item of a list; its running number follows the id. */
  readonly each?: string;
  readonly lead?: string;
  readonly text: TemplateText;
  /** Words that, where there are any, stand instead of `text`, as typed. */
  readonly replacedBy?: string;
  /** The unit's own words as they are: they are changed there, and nothing else can stand in their place. */
  readonly input?: InputField;
}

export interface SectionTemplate {
  readonly heading: string;
  readonly paragraphs?: readonly ParagraphTemplate[];
  readonly sections?: readonly SectionTemplate[];
}

export interface NarrativeTemplate {
  readonly titleLines: readonly string[];
  readonly sections: readonly SectionTemplate[];
  readonly closing: readonly ParagraphTemplate[];
  /** Phrases by name, for the template's own sentences and for a unit's wording: a direction and its amount, a reason. */
  readonly phrases: Readonly<Record<string, TemplateText>>;
}
