import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A table as its tags tell it: cells by row, a merged cell once. */
export interface TaggedTable {
  /** Heading under which it stands, e.g. `附件3　…`. */
  readonly heading: string;
  readonly head: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
}

/** A piece of text where it stands, in points from the left and from the foot of the page. */
interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PlacedText[];
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Opens a PDF as a reader's program does, with nothing of this machine; the caller closes it by `destroy`. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
}

/** The pages with their texts. */
export async function readPages(pdf: PDFDocumentProxy): Promise<readonly ReadPage[]> {
  return eachPage(pdf, async (page) => {
    const { items } = await page.getTextContent();
    const [, , width = 0, height = 0] = page.view;
    const pieces = items.flatMap((item) =>
      'str' in item && item.str !== ''
        ? [
            {
              text: item.str,
              x: Number(item.transform[4]),
              y: Number(item.transform[5]),
              width: item.width,
              size: Number(item.transform[0]),
            },
          ]
        : [],
    );
    return { width, height, pieces };
  });
}

/** The words of a page, without the spaces between them. */
export const wordsOf = ({ pieces }: ReadPage): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');

/** The lines of a page from the top down, each with its pieces from the left. */
export function linesOf({ pieces }: ReadPage): readonly (readonly PlacedText[])[] {
  const rows = [...new Set(pieces.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  return rows.map((y) => pieces.filter((piece) => Math.round(piece.y) === y).sort((a, b) => a.x - b.x));
}

/** Every table by its tags, in the order of the document; one that goes on over pages comes once a page. */
export async function taggedTables(pdf: PDFDocumentProxy): Promise<readonly TaggedTable[]> {
  let heading = '';
  const pages = await eachPage(pdf, async (page) => {
    const texts = await markedTexts(page);
    const tables: TaggedTable[] = [];
    for (const node of nodes((await page.getStructTree()) as Node | null)) {
      if (/^H\d$/.test(node.role ?? '')) heading = textOf(node, texts);
      if (node.role === 'Table') {
        const rows = [...nodes(node)].filter(({ role }) => role === 'TR');
        const isHead = (row: Node) => row.children?.some(({ role }) => role === 'TH') ?? false;
        const cells = (row: Node) => (row.children ?? []).map((cell) => textOf(cell, texts));
        tables.push({
          heading,
          head: rows.filter(isHead).map(cells),
          body: rows.filter((row) => !isHead(row)).map(cells),
        });
      }
    }
    return tables;
  });
  return pages.flat();
}

/** How many glyphs are drawn, and how many of them are the font's empty box. */
export async function countGlyphs(pdf: PDFDocumentProxy): Promise<{ readonly all: number; readonly missing: number }> {
  const pages = await eachPage(pdf, async (page) => {
    const { fnArray, argsArray } = await page.getOperatorList();
    const glyphs = argsArray.flatMap((args, index) => (fnArray[index] === OPS.showText ? (args[0] as unknown[]) : []));
    return glyphs.flatMap((glyph) =>
      typeof glyph === 'object' && glyph !== null && 'originalCharCode' in glyph ? [glyph.originalCharCode] : [],
    );
  });
  const codes = pages.flat();
  return { all: codes.length, missing: codes.filter((code) => code === 0).length };
}

/** The titles of the bookmarks, those of the second level behind their own. */
export async function bookmarks(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const outline = (await pdf.getOutline()) ?? [];
  return outline.flatMap(({ title, items }) => [title, ...items.map((item: { title: string }) => item.title)]);
}

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

async function eachPage<T>(pdf: PDFDocumentProxy, read: (page: Page) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  for (let number = 1; number <= pdf.numPages; number++) answers.push(await read(await pdf.getPage(number)));
  return answers;
}

/** The text of each piece of marked content, by its id. */
async function markedTexts(page: Page): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((candidate) => candidate !== null);
      // What is blank alone is the reader's own guess at a gap.
      if (id && item.str.trim() !== '') texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item && typeof item.id === 'string' ? item.id : null);
  }
  return texts;
}

function* nodes(node: Node | null): Generator<Node> {
  if (!node) return;
  yield node;
  for (const child of node.children ?? []) yield* nodes(child);
}

function textOf(node: Node, texts: ReadonlyMap<string, string>): string {
  return [...nodes(node)].map(({ id }) => (id ? (texts.get(id) ?? '') : '')).join('');
}
