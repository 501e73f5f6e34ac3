/**
 * `npm run budget -- …`: budget packages in, exports and checks out, for integration and proof. Works on the database of
 * DATABASE_URL, or else on the embedded one, which it joins where it runs and starts where it does not.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { disconnect } from '../lib/db/client.ts';
import { type Command, parseCommand } from './budget/parse-command.ts';
import { Refusal } from './budget/refusal.ts';
import { USAGE } from './budget/usage.ts';
import { type OpenDatabase, openDatabase } from './postgres/open-database.ts';
import { explainStartFailure } from './start/explain-start-failure.ts';
import { onEnd } from './watch-parent.ts';

const INTERRUPTED = 130;

let database: OpenDatabase | undefined;
let ending: Promise<void> | undefined;

/** Closes our connections, then our use of the embedded server, whatever happened before; then leaves. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    await disconnect().catch(() => {});
    await database?.stop();
    process.exit(code);
  })();
  return ending;
}

async function run(command: Exclude<Command, { name: 'help' }>): Promise<number> {
  process.chdir(path.join(import.meta.dirname, '..'));
  if (existsSync('.env')) process.loadEnvFile('.env');
  database = await openDatabase();
  if (ending) return INTERRUPTED;
  // Each command loads what it needs: an import waits for no typesetter
  switch (command.name) {
    case 'import':
      return (await import('./budget/import-file.ts')).importFile(command);
    case 'export':
      return (await import('./budget/export-budget.ts')).exportBudget(command);
    case 'check':
      return (await import('./budget/check-budget.ts')).checkBudget(command);
  }
}

function tell(error: unknown): void {
  if (error instanceof Refusal) console.error(error.message);
  else console.error(explainStartFailure(error) ?? error);
}

const command = parseCommand(process.argv.slice(2));
if (!command.ok) {
  console.error(`${command.error}\n\n${USAGE}`);
  process.exitCode = 2;
} else if (command.value.name === 'help') {
  console.log(USAGE);
} else {
  onEnd(() => void end(INTERRUPTED));
  try {
    await end(await run(command.value));
  } catch (error) {
    tell(error);
    await end(1);
  }
}
