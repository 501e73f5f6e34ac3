/** A piece of a paragraph: words, or a figure bound to a computed value, which nobody can mistype. */
export type NarrativeRun =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly text: string;
      /** What the figure is, e.g. `revenue.total`, `function.201`, `threePublic.receptions`. */
      readonly ref: string;
    };

export interface NarrativeParagraph {
  /** Stable within the template, e.g. `revenue-total`. */
  readonly id: string;
  /** Leading words set in 楷体, e.g. `（一）收入预算：`. */
  readonly lead?: string;
  readonly runs: readonly NarrativeRun[];
}

export interface NarrativeSection {
  readonly heading: string;
  readonly level: 1 | 2;
  readonly paragraphs: readonly NarrativeParagraph[];
  readonly sections: readonly NarrativeSection[];
}

/** 部门预算情况说明, ready to be drawn. */
export interface NarrativeDocument {
  readonly titleLines: readonly string[];
  readonly sections: readonly NarrativeSection[];
  readonly closing: readonly NarrativeParagraph[];
}

/** The plain text of a paragraph, lead included. */
export function paragraphText(paragraph: NarrativeParagraph): string {
  return `${paragraph.lead ?? ''}${paragraph.runs.map((run) => run.text).join('')}`;
}
