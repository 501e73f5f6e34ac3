/**
 * The language in which a narrative is described: another province's text is a new file of data, not new code.
 *
 * In a string `{revenue.total}` is the figure of that name and `{=organisation}` are the words of that name.
 */
export type TemplateText = string | Choice | Repetition | readonly TemplateText[];

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

export interface ParagraphTemplate {
  readonly id: string;
  readonly when?: Condition;
  /** One paragraph for each item of a list; its running number follows the id. */
  readonly each?: string;
  readonly lead?: string;
  readonly text: TemplateText;
  /** Words that, where there are any, stand instead of `text`, as typed. */
  readonly replacedBy?: string;
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
}
