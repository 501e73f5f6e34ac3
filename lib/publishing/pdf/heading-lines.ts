import { PADDING } from '../column-widths.ts';
import { CLOSING, OPENING } from '../line-edges.ts';
import { textWidth } from '../text-width.ts';

/** A shorter heading is a word of its own. */
const SHORTEST_BROKEN = 4;

/** Breaks a heading that its column is too narrow for into lines of like width, no bracket or quote left dangling. */
export function headingLines(label: string, columnWidth: number): readonly string[] {
  const width = textWidth(label);
  const count = Math.ceil(width / Math.max(2, columnWidth - PADDING));
  if (count < 2 || Array.from(label).length < SHORTEST_BROKEN) return [label];
  const share = width / count;
  const lines = [''];
  for (const character of label) {
    const line = lines.at(-1) ?? '';
    // An opening bracket stays with the character behind it.
    const wanted = OPENING.test(character) ? `${line}${character}　` : line + character;
    const isFull = line !== '' && lines.length < count && textWidth(wanted) > Math.ceil(share);
    if (isFull && !CLOSING.test(character)) lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  return lines;
}
