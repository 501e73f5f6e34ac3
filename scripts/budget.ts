/**
 * `npm run budget -- …`: budget packages in, exports and checks out, for integration and proof. Works on the database of
 * DATABASE_URL, or else on the embedded one, which it joins where it runs and starts where it does not.
 */
import { type Command, parseCommand } from './budget/parse-command.ts';
import { USAGE } from './budget/usage.ts';
import { withDatabase } from './with-database.ts';

/** Each command loads what it needs: an import waits for no typesetter. */
async function run(command: Exclude<Command, { name: 'help' }>): Promise<number> {
  switch (command.name) {
    case 'import':
      return (await import('./budget/import-file.ts')).importFile(command);
    case 'export':
      return (await import('./budget/export-budget.ts')).exportBudget(command);
    case 'check':
      return (await import('./budget/check-budget.ts')).checkBudget(command);
  }
}

const command = parseCommand(process.argv.slice(2));
if (!command.ok) {
  console.error(`${command.error}\n\n${USAGE}`);
  process.exitCode = 2;
} else if (command.value.name === 'help') {
  console.log(USAGE);
} else {
  const chosen = command.value;
  await withDatabase(() => run(chosen));
}
