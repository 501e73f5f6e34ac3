import { randomBytes } from 'node:crypto';

/** Writes one JSON line to stderr. Line breaks inside values are escaped by JSON, so nothing can forge a line. */
function writeLine(entry: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}

/**
 * Logs an error that nobody expected.
 *
 * @param where the page, action or route it came from
 * @returns the id under which it stands in the log, short enough to be told by telephone
 */
export function logUnexpected(error: unknown, where: string): string {
  const errorId = randomBytes(4).toString('hex').toUpperCase();
  writeLine({ level: 'error', errorId, where, ...describe(error) });
  return errorId;
}

/** Logs what broke a page, under the digest that Next gives the error and the page shows. */
export function logPageError(error: unknown, where: string): void {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : null;
  writeLine({ level: 'error', errorId: digest, where, ...describe(error) });
}

/** Logs what is no fault of ours, such as a token that doesn't decrypt: one short line, or a guesser fills the disk. */
export function logNotice(where: string, message: string): void {
  writeLine({ level: 'notice', where, message });
}

function describe(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
}
