/**
 * A unit's own wording as a list of parts: words, and figures that are bound by name. In a stored passage a figure
 * stands as `{revenue.total}`; on a screen it is one character wide, so that nobody can type inside it.
 */
export type PassagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly ref: string };

export type PassageParts = readonly PassagePart[];

const TOKEN = /\{([A-Za-z][\w.:-]*)\}/;

/** Stands for a figure where a text is searched: one character, as wide as the figure counts. */
export const FIGURE_CHARACTER = '\uFFFC';

/** The parts of a stored passage; what is no figure's name in braces is words. Never fails. */
export function parsePassage(text: string): PassageParts {
  return tidyParts(
    text.split(new RegExp(`(${TOKEN.source.replace('(', '(?:')})`)).map((piece): PassagePart => {
      const ref = new RegExp(`^${TOKEN.source}$`).exec(piece)?.[1];
      return ref === undefined ? textPart(piece) : { kind: 'figure', ref };
    }),
  );
}

/** The stored form of parts; `parsePassage` gives the same parts back. */
export function formatPassage(parts: PassageParts): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : `{${part.ref}}`)).join('');
}

/** The names of the figures that a passage quotes, each once, in their order. */
export function refsIn(parts: PassageParts): readonly string[] {
  return [...new Set(parts.flatMap((part) => (part.kind === 'figure' ? [part.ref] : [])))];
}

/** Neighbouring words as one part, empty ones left out. */
export function tidyParts(parts: PassageParts): PassageParts {
  const tidy: PassagePart[] = [];
  for (const part of parts) {
    const last = tidy.at(-1);
    if (part.kind === 'figure') tidy.push(part);
    else if (last?.kind === 'text') tidy.splice(-1, 1, textPart(last.text + part.text));
    else if (part.text !== '') tidy.push(part);
  }
  return tidy;
}

export function textPart(text: string): PassagePart {
  return { kind: 'text', text };
}

/** Words as they may be typed into a passage: braces would be read as a figure's name, so they become full-width ones. */
export function typedText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufffc\ufeff]/g, '')
    .replaceAll('{', '｛')
    .replaceAll('}', '｝');
}

/** The words of a passage, each figure as `FIGURE_CHARACTER`: an offset in it is a place in the parts. */
export function outlineOf(parts: PassageParts): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : FIGURE_CHARACTER)).join('');
}

/** A figure counts as one character. */
export function lengthOfParts(parts: PassageParts): number {
  return parts.reduce((length, part) => length + widthOf(part), 0);
}

/** The parts from one offset up to another. */
export function sliceParts(parts: PassageParts, start: number, end: number): PassageParts {
  const kept: PassagePart[] = [];
  let at = 0;
  for (const part of parts) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, widthOf(part))];
    at += widthOf(part);
    if (from >= to) continue;
    kept.push(part.kind === 'text' ? textPart(part.text.slice(from, to)) : part);
  }
  return tidyParts(kept);
}

/** The parts with others in place of what stands between two offsets. */
export function replaceParts(parts: PassageParts, start: number, end: number, by: PassageParts): PassageParts {
  const rest = sliceParts(parts, end, lengthOfParts(parts));
  return tidyParts([...sliceParts(parts, 0, start), ...by, ...rest]);
}

function widthOf(part: PassagePart): number {
  return part.kind === 'text' ? part.text.length : 1;
}
