const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u2014\u2018-\u201d\u2026\u2030-\u22ff\u2460-\u27bf\u3000-\u30ff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u;

/** 1 or 2 by UTF-16 unit, 0 where nobody has asked yet: widths are asked for by the ten thousand. */
const KNOWN_WIDTHS = new Uint8Array(0x10000);

function characterWidth(character: string): number {
  const unit = character.charCodeAt(0);
  const isPlain = character.length === 1;
  const known = isPlain ? (KNOWN_WIDTHS[unit] ?? 0) : 0;
  if (known > 0) return known;
  const width = WIDE.test(character) ? 2 : 1;
  if (isPlain) KNOWN_WIDTHS[unit] = width;
  return width;
}

/** Width of a text in half-width characters: a Chinese character or a full-width sign counts two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Number of lines a text takes in a column, where Chinese may break at any character; at least 1. */
export function lineCount(text: string, columnWidth: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / columnWidth)), 0);
}
