// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 cannot hold
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text without the control characters and broken pairs that no XML document may hold, not even escaped. */
export function xmlText(text: string): string {
  return text.replace(UNSPEAKABLE, '');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as content or attribute of a document: nothing in it is markup. */
export function escapeMarkup(text: string): string {
  return xmlText(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
