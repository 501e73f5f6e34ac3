import { CHONGQING_PHRASES } from './chongqing-phrases.ts';
import { unitOfFigure } from './figure-unit.ts';
import type { FreeNumber } from './free-numbers.ts';
import { outlineOf, type PassageParts, replaceParts } from './passage-text.ts';

const DIRECTION = /(?:增加|增长|减少|下降)了?$/;

/**
 * Puts a figure in place of a number that was typed by hand. The figure brings its unit along; with a change goes the
 * word before it, 增加 or 减少, so that both follow the tables.
 */
export function bindNumber(
  parts: PassageParts,
  number: Pick<FreeNumber, 'start' | 'end' | 'text' | 'unit'>,
  ref: string,
): PassageParts {
  const keepsUnit = number.unit !== '' && number.unit !== unitOfFigure(ref);
  const end = keepsUnit ? number.start + number.text.length : number.end;
  const phrase = ref.replace(/^change\./, 'moved.');
  const direction = DIRECTION.exec(outlineOf(parts).slice(0, number.start))?.[0];
  if (phrase === ref || direction === undefined || !Object.hasOwn(CHONGQING_PHRASES, phrase)) {
    return replaceParts(parts, number.start, end, [{ kind: 'figure', ref }]);
  }
  return replaceParts(parts, number.start - direction.length, end, [{ kind: 'figure', ref: phrase }]);
}
