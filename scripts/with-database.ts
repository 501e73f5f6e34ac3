import { existsSync } from 'node:fs';
import path from 'node:path';
import { disconnect } from '../lib/db/client.ts';
import { Refusal } from './budget/refusal.ts';
import { type OpenDatabase, openDatabase } from './postgres/open-database.ts';
import { explainStartFailure } from './start/explain-start-failure.ts';
import { onEnd } from './watch-parent.ts';

const INTERRUPTED = 130;

/**
 * Runs a command on the database of DATABASE_URL, or else on the embedded one, which it joins where it runs and starts
 * where it does not; then closes what it opened and leaves with the command's exit code. A `Refusal` or a known failure
 * of the database is told in one sentence with exit code 1.
 */
export async function withDatabase(command: (database: OpenDatabase) => Promise<number>): Promise<never> {
  let database: OpenDatabase | undefined;
  let ending: Promise<never> | undefined;
  const end = (code: number): Promise<never> => {
    ending ??= (async () => {
      await disconnect().catch(() => {});
      await database?.stop();
      await Promise.all([process.stdout, process.stderr].map(written));
      process.exit(code);
    })();
    return ending;
  };
  onEnd(() => void end(INTERRUPTED));
  try {
    process.chdir(path.join(import.meta.dirname, '..'));
    if (existsSync('.env')) process.loadEnvFile('.env');
    database = await openDatabase();
    return await end(ending ? INTERRUPTED : await command(database));
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : (explainStartFailure(error) ?? error));
    return end(1);
  }
}

/** Until a stream has passed on what was printed: leaving at once would cut off what a pipe has not taken yet. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => {
    stream.once('error', () => done());
    stream.write('', () => done());
  });
}
