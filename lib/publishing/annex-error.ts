/** A fault while one annex was drawn: nobody's input, but people are told which annex it was. */
export class AnnexError extends Error {
  /** As the document numbers it, without the word: `12-3`. */
  readonly annex: string;

  constructor(annex: string, cause: unknown) {
    super(`annex ${annex} could not be drawn`, { cause });
    this.name = 'AnnexError';
    this.annex = annex;
  }
}

/**
 * Draws each table; the order is kept.
 *
 * @throws AnnexError naming the table whose drawing threw
 */
export function eachAnnex<T extends { readonly annex: string }, R>(
  tables: readonly T[],
  draw: (table: T, index: number) => R,
): R[] {
  return tables.map((table, index) => {
    try {
      return draw(table, index);
    } catch (error) {
      throw error instanceof AnnexError ? error : new AnnexError(table.annex, error);
    }
  });
}
