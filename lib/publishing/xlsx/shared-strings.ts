import { escapeMarkup } from '../xml-text.ts';
import { MAIN_NAMESPACE, XML_DECLARATION } from './package-xml.ts';

/** `_x0041_` in a text would be read as the character of that number: its first sign is written as one itself. */
const LOOKS_LIKE_A_NUMBER = /_(?=x[\da-f]{4}_)/gi;
const EDGE_OR_BREAK = /^\s|\s$|\n/;

/** The texts of a workbook, each once, in the order in which they are asked for. */
export class SharedStrings {
  readonly #indexes = new Map<string, number>();
  #uses = 0;

  /** What a cell names its text by. */
  indexOf(text: string): number {
    this.#uses += 1;
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    return index;
  }

  /** `xl/sharedStrings.xml`. */
  xml(): string {
    const items = Array.from(this.#indexes.keys(), itemXml).join('');
    const counts = `count="${this.#uses}" uniqueCount="${this.#indexes.size}"`;
    return `${XML_DECLARATION}<sst xmlns="${MAIN_NAMESPACE}" ${counts}>${items}</sst>`;
  }
}

function itemXml(text: string): string {
  const written = escapeMarkup(text.replace(/\r\n?/g, '\n').replace(LOOKS_LIKE_A_NUMBER, '_x005F_'));
  return `<si><t${EDGE_OR_BREAK.test(written) ? ' xml:space="preserve"' : ''}>${written}</t></si>`;
}
