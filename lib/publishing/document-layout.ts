/** What a document may be given beside its parts; `untagged` concerns the PDF alone. */
export const DOCUMENT_OPTIONS = ['cover', 'contents', 'untagged'] as const;

export type DocumentOption = (typeof DOCUMENT_OPTIONS)[number];

/** How PDF and DOCX are made up. */
export interface DocumentLayout {
  /** A title page without a number. */
  readonly cover: boolean;
  /** 目录 of the narrative's headings and the annexes in front, in place of the list of annexes behind the narrative. */
  readonly contents: boolean;
  /** Whether the PDF says what is a heading, a table and a table's heading, for readers who don't see it. */
  readonly tagged: boolean;
}

export const PLAIN_LAYOUT: DocumentLayout = { cover: false, contents: false, tagged: true };

export function layoutOf(options: readonly DocumentOption[]): DocumentLayout {
  return {
    cover: options.includes('cover'),
    contents: options.includes('contents'),
    tagged: !options.includes('untagged'),
  };
}
