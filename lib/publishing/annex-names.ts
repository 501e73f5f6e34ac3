/** `1` → `01`, `12-3` stays: file names sort as the annexes stand. */
export function annexFileStem(annex: string): string {
  return annex.includes('-') ? annex : annex.padStart(2, '0');
}

/**
 * A text as part of a file name: characters that Windows, macOS or a ZIP reader refuse become `_`, and the length is
 * bounded so that the full path stays openable.
 */
export function safeFileName(text: string): string {
  const cleaned = Array.from(text.normalize('NFC'), (character) => (isRefused(character) ? '_' : character)).join('');
  const trimmed = cleaned.replace(/^[\s.]+|[\s.]+$/g, '');
  return Array.from(trimmed).slice(0, MAX_NAME_CHARACTERS).join('') || '_';
}

const MAX_NAME_CHARACTERS = 80;

function isRefused(character: string): boolean {
  return '\\/:*?"<>|'.includes(character) || character < ' ' || character === '\u007f';
}
