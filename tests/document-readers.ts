import { strFromU8, unzipSync } from 'fflate';

/** A table as it stands in a document, spans filled in: each cell that a merged one covers has its text. */
export interface ReadTable {
  readonly head: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
}

/** Everything between an opening and a closing tag; elements of the kind do not nest in one another. */
function elements(text: string, tag: string): string[] {
  return [...text.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>.*?</${tag}>`, 'gs'))].map(([element]) => element);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(markup: string): string {
  return markup.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ENTITIES[name] ?? '');
}

/** Puts cells with spans on a grid. */
function grid(rows: readonly (readonly ReadCell[])[]): string[][] {
  const placed: string[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const { text, colSpan, rowSpan } of cells) {
      while (placed[y]?.[x] !== undefined) x += 1;
      for (let down = 0; down < rowSpan; down++) {
        const line = placed[y + down];
        if (!line) throw new Error(`a cell reaches below the table: ${text}`);
        for (let right = 0; right < colSpan; right++) line[x + right] = text;
      }
      x += colSpan;
    }
  });
  return placed;
}

interface ReadCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** The `word/document.xml` of a DOCX. */
export function docxDocument(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}

/** The words of a piece of a DOCX's document. */
export function docxText(xml: string): string {
  const pieces = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)];
  return plain(pieces.map(([, text, sign]) => text ?? (sign === 'br' ? '\n' : '\t')).join(''));
}

/** The tables of an annex in a DOCX's document, by the bookmark of its title. */
export function docxTables(xml: string, annex: string): ReadTable[] {
  const from = xml.indexOf(`w:name="annex_${annex.replace('-', '_')}"`);
  if (from < 0) throw new Error(`the document has no annex ${annex}`);
  const next = xml.indexOf('<w:bookmarkStart', from);
  return elements(xml.slice(from, next < 0 ? undefined : next), 'w:tbl').map(docxTable);
}

function docxTable(xml: string): ReadTable {
  const rows = elements(xml, 'w:tr');
  const lines: string[][] = [];
  for (const row of rows) {
    const above = lines.at(-1) ?? [];
    const line: string[] = [];
    for (const cell of elements(row, 'w:tc')) {
      const span = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1);
      const covered = /<w:vMerge(?: w:val="continue")?\/>/.test(cell);
      for (let right = 0; right < span; right++) line.push(covered ? (above[line.length] ?? '') : docxText(cell));
    }
    lines.push(line);
  }
  const headed = rows.filter((row) => row.includes('<w:tblHeader/>')).length;
  return { head: lines.slice(0, headed), body: lines.slice(headed) };
}

/** The words of a piece of a web page. */
export function htmlText(markup: string): string {
  return plain(markup.replaceAll('<br>', '\n').replace(/<[^>]*>/g, ''));
}

/** The tables of an annex on a web page. */
export function htmlTables(page: string, annex: string): ReadTable[] {
  const section = elements(page, 'section').find((markup) => markup.includes(`<h2 id="annex-${annex}">`));
  if (section === undefined) throw new Error(`the page has no annex ${annex}`);
  return elements(section, 'table').map((markup) => ({
    head: grid(htmlRows(elements(markup, 'thead')[0] ?? '')),
    body: grid(htmlRows(elements(markup, 'tbody')[0] ?? '')),
  }));
}

function htmlRows(markup: string): ReadCell[][] {
  return elements(markup, 'tr').map((row) =>
    [...row.matchAll(/<(th|td)([^>]*)>(.*?)<\/\1>/gs)].map(([, , attributes = '', content = '']) => ({
      text: htmlText(content),
      colSpan: Number(/colspan="(\d+)"/.exec(attributes)?.[1] ?? 1),
      rowSpan: Number(/rowspan="(\d+)"/.exec(attributes)?.[1] ?? 1),
    })),
  );
}
