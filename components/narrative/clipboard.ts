import {
  formatPassage,
  type PassageParts,
  parsePassage,
  textPart,
  typedText,
} from '@/lib/domain/narrative/passage-text.ts';

/** Figures stay figures between paragraphs; any other program gets plain text, and gives plain text. */
const PASSAGE_TYPE = 'application/x-mingsuan-passage';

export function writeClipboard(data: DataTransfer, parts: PassageParts, plain: string): void {
  data.setData(PASSAGE_TYPE, formatPassage(parts));
  data.setData('text/plain', plain.replaceAll('\u200b', ''));
}

export function readClipboard(data: DataTransfer): PassageParts {
  const passage = data.getData(PASSAGE_TYPE);
  return passage === '' ? [textPart(typedText(data.getData('text/plain')))] : parsePassage(passage);
}
