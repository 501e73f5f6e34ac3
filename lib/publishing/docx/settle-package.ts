import { strFromU8, strToU8 } from 'fflate';
import { repackZip } from '../zip/zip-files.ts';
import { ALTERNATIVES } from './look.ts';

const PROPERTIES = 'docProps/core.xml';
const STYLES = 'word/styles.xml';
/** Figures stand among characters without a gap, as in print: else a line holds fewer than 28. */
const NO_GAPS = '<w:pPr><w:autoSpaceDE w:val="false"/><w:autoSpaceDN w:val="false"/></w:pPr>';
const NORMAL = /(<w:style [^>]*w:styleId="Normal"[^>]*>.*?)(<\/w:style>)/;
const FONT_TABLE = 'word/fontTable.xml';
const HEADER = /^word\/header(\d+)\.xml$/;
/** Word knows its own watermarks by this name; the library ends it by chance. */
const WATERMARK = /( id="PowerPlusWaterMarkObject)[\w-]+/g;

/**
 * Takes clock and chance out of a DOCX: the document's properties and the archive's entries bear the publication's date, watermarks a number. Says
 * what the writing library has no word for: the fonts that stand in for those a computer lacks, and that figures stand close.
 *
 * @param date `YYYY-MM-DD`
 */
export function settlePackage(bytes: Uint8Array, date: string): Uint8Array {
  return repackZip(bytes, date, (name, content) => settled(name, content, date));
}

function settled(name: string, content: Uint8Array, date: string): Uint8Array {
  if (name === PROPERTIES) {
    return strToU8(strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`));
  }
  if (name === STYLES) return strToU8(strFromU8(content).replace(NORMAL, `$1${NO_GAPS}$2`));
  const header = HEADER.exec(name);
  if (header) return strToU8(strFromU8(content).replace(WATERMARK, `$1${header[1]}`));
  return name === FONT_TABLE ? strToU8(fontTable()) : content;
}

function fontTable(): string {
  const fonts = Object.entries(ALTERNATIVES).map(
    ([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/></w:font>`,
  );
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${space}">${fonts.join('')}</w:fonts>`;
}
