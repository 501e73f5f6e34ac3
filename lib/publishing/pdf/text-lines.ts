import { CLOSING, OPENING } from '../line-edges.ts';

/** How many lines a text takes: no more than this, and whether surely just as many. */
export interface LineCount {
  readonly atMost: number;
  readonly sure: boolean;
}

/** As broad as the type is high, in every face. */
const SQUARE = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u30ff\uff01-\uff60]/u;
const DIGIT = /\d/;
const MARK = /[.,:;\-/ ()]/;
/** A bureau's own faces set all that is not square half as broad as high; the free ones have letters of their own widths. */
const HALF_EM = 0.5;
const FREE_EM = { square: 1, digit: 0.6, mark: 0.4, letter: 1.1 } as const;

/** A figure stands on one line whatever its width. */
const FIGURE = /^-?\d[\d.,]*$/;

type Kind = keyof typeof FREE_EM;

/** By character: texts are measured by the ten thousand characters, of which there are some hundreds. */
const kinds = new Map<string, Kind>();

function kindOf(character: string): Kind {
  const known = kinds.get(character);
  if (known) return known;
  const kind = judgeKind(character);
  kinds.set(character, kind);
  return kind;
}

function judgeKind(character: string): Kind {
  if (SQUARE.test(character)) return 'square';
  if (DIGIT.test(character)) return 'digit';
  return MARK.test(character) ? 'mark' : 'letter';
}

/** What a text on one line measures at most, in ems, whichever of the faces it is set in. */
export function widthAtMostEm(text: string): number {
  let free = 0;
  let own = 0;
  for (const character of text) {
    const kind = kindOf(character);
    free += FREE_EM[kind];
    own += kind === 'square' ? 1 : HALF_EM;
  }
  return Math.max(free, own);
}

/**
 * The lines that paragraphs, each begun on a line of its own, take at most in a column.
 *
 * @param roomEm width of the column in ems of the type
 */
export function countLines(paragraphs: readonly string[], roomEm: number): LineCount {
  const counts = paragraphs.map((text) => (isOneLine(text, roomEm) ? 1 : brokenLines(text, roomEm)));
  return {
    atMost: Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    ),
    // An empty line at an end may be left out
    sure: counts.every((count) => count === 1) && (paragraphs.length < 2 || !paragraphs.includes('')),
  };
}

function isOneLine(text: string, roomEm: number): boolean {
  return widthAtMostEm(text) <= roomEm || FIGURE.test(text);
}

/** As the compiler breaks a line, only that a run of letters and figures is never broken: that takes as many lines or more. */
function brokenLines(text: string, roomEm: number): number {
  let lines = 1;
  let used = 0;
  for (const width of unitWidths(text)) {
    if (used > 0 && used + width > roomEm) {
      lines += 1;
      used = 0;
    }
    const filled = Math.max(0, Math.ceil(width / roomEm) - 1);
    lines += filled;
    used += width - filled * roomEm;
  }
  // A text that would fit, had its widths been taken exactly
  return Math.max(2, lines);
}

/** Widths in ems of the pieces between which a line may be broken. */
function unitWidths(text: string): number[] {
  const units: string[] = [];
  let before = '';
  for (const character of text) {
    const touchesSquare = kindOf(character) === 'square' || kindOf(before) === 'square';
    const breaks = before === '' || (touchesSquare && !CLOSING.test(character) && !OPENING.test(before));
    if (breaks) units.push(character);
    else units[units.length - 1] += character;
    before = character;
  }
  return units.map(widthAtMostEm);
}
