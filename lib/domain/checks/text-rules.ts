/** The text without blanks, full-width forms folded: two names that look the same are the same. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** What is left of a template, or stands for words still to be found. */
const PLACEHOLDER =
  /(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])|[×✕╳]{2,}|○{2,}|_{2,}|＿{2,}|\.{6,}|[?？]{2,}|待(?:填|补充|完善|核实)|(?:增加|补充|填写)内容|某某|\bTODO\b/;

export function placeholderIn(text: string): string | null {
  return PLACEHOLDER.exec(text)?.[0] ?? null;
}

const PAIRS: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '【': '】',
  '〔': '〕',
  '﹝': '﹞',
  '《': '》',
  '“': '”',
  '‘': '’',
  '[': ']',
};

const CLOSING = new Set(Object.values(PAIRS));

/** A bracket or quotation mark without its partner, or with one of another kind; null where all are well paired. */
export function unpairedIn(text: string): string | null {
  // `1）` and `(1)` at the head of an item are numbering.
  const body = text.replace(/(^|[；;。\n])\s*\d+[)）]/g, '$1');
  const open: string[] = [];
  for (const character of body) {
    if (character in PAIRS) open.push(character);
    else if (CLOSING.has(character)) {
      const opening = open.pop();
      if (opening === undefined) return character;
      if (PAIRS[opening] !== character) return `${opening}…${character}`;
    }
  }
  return open.at(-1) ?? null;
}

/** A document's year in other brackets than 〔〕 (GB/T 9704-2012 7.2.5), e.g. 【2022】132号. */
export function wrongDocumentYear(text: string): string | null {
  return /[【﹝[［（(]\s*(?:19|20)\d{2}\s*[】﹞\]］）)]\s*\d+\s*号/.exec(text)?.[0] ?? null;
}

const HAN = String.raw`\p{Script=Han}`;
const HALF_WIDTH = new RegExp(`[${HAN}”》）][,;:?!]|[,;:?!](?=[${HAN}“《（])`, 'u');

/** A half-width comma and the like beside a Chinese character. */
export function halfWidthIn(text: string): string | null {
  return HALF_WIDTH.exec(text)?.[0] ?? null;
}

/** Doubled punctuation such as 。。 or ，。, and what a spreadsheet leaves behind (`,.`). */
export function strayPunctuationIn(text: string): string | null {
  return /[，、；：。]{2,}|,\.|\.,|,{2,}|;{2,}/.exec(text)?.[0] ?? null;
}

/** Words written twice in a row, e.g. 宣传宣传册; 方方面面 and the like are none. */
export function doubledWordIn(text: string): string | null {
  const match = new RegExp(String.raw`(${HAN}{2,4})\1`, 'u').exec(text);
  return match && new Set(match[1]).size > 1 ? match[0] : null;
}

interface Slip {
  readonly wrong: RegExp;
  readonly right: string;
}

/** Slips that spelling aids do not find, each with what is meant. */
const SLIPS: readonly Slip[] = [
  { wrong: /截止(?=\d{4}年|到?目前)/, right: '截至' },
  { wrong: /合法益/, right: '合法权益' },
  { wrong: /按排/, right: '安排' },
  { wrong: /既使/, right: '即使' },
  { wrong: /以经/, right: '已经' },
  { wrong: /做为/, right: '作为' },
  { wrong: /通迅/, right: '通讯' },
  { wrong: /部份/, right: '部分' },
  { wrong: /(?<=[\d一二三四五六七八九十])年来来/, right: '年来' },
];

export function slipIn(text: string): { readonly wrong: string; readonly right: string } | null {
  for (const { wrong, right } of SLIPS) {
    const match = wrong.exec(text);
    if (match) return { wrong: match[0], right };
  }
  return null;
}

/** A quantity in a text: a number and the measure right behind it. */
export interface Quantity {
  readonly number: string;
  readonly measure: string;
  /** What stands before it in the text, blanks left out: what it is a number of. */
  readonly before: string;
}

/** The quantities of a text that are stated in one of the given measures, longest measure first. */
export function quantitiesIn(text: string, measures: readonly string[]): readonly Quantity[] {
  const folded = fold(text);
  const known = [...new Set(measures.map(fold))]
    .filter((measure) => measure !== '')
    .sort((a, b) => b.length - a.length);
  return [...folded.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].flatMap((match): readonly Quantity[] => {
    const rest = folded.slice(match.index + match[0].length);
    const measure = known.find((candidate) => rest.startsWith(candidate));
    const isYear = measure === '年' && /^(?:19|20)\d{2}$/.test(match[0]);
    if (measure === undefined || isYear) return [];
    return [{ number: match[0].replaceAll(',', ''), measure, before: folded.slice(0, match.index) }];
  });
}

/** Whether two decimals written differently are the same number, e.g. `5` and `5.0`. */
export function isSameNumber(a: string, b: string): boolean {
  return trimDecimal(a) === trimDecimal(b);
}

function trimDecimal(text: string): string {
  const plain = fold(text).replaceAll(',', '');
  return (plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain).replace(/^0+(?=\d)/, '');
}
