interface RunOfPhrase {
  readonly text: string;
  /** The phrase it is part of, e.g. `versus.total` for all of 比2022年减少14.21万元. */
  readonly phrase?: string;
}

/**
 * A piece of a paragraph: words, a figure bound to a computed value, which nobody can mistype, or what stands in place of
 * a figure that a unit's wording names and nobody knows.
 */
export type NarrativeRun =
  | (RunOfPhrase & { readonly kind: 'text' })
  | (RunOfPhrase & {
      readonly kind: 'figure';
      /** What the figure is, e.g. `revenue.total`, `function.201`, `threePublic.receptions`. */
      readonly ref: string;
    })
  | { readonly kind: 'missing'; readonly text: string; readonly ref: string };

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

/** All paragraphs in their order. */
export function allParagraphs({ sections, closing }: NarrativeDocument): readonly NarrativeParagraph[] {
  const of = (section: NarrativeSection): readonly NarrativeParagraph[] => [
    ...section.paragraphs,
    ...section.sections.flatMap(of),
  ];
  return [...sections.flatMap(of), ...closing];
}
