/**
 * `npm run audit -- …`: verifies the audit log, keeps its ends outside, archives its oldest events and grants the
 * application's role. Works on the database of DATABASE_URL, or else on the embedded one.
 */
import { type Command, parseCommand } from './audit/parse-command.ts';
import { USAGE } from './audit/usage.ts';
import { grantRights, grantStatements } from './postgres/application-role.ts';
import { withDatabase } from './with-database.ts';

async function run(command: Exclude<Command, { name: 'help' }>, ownerUrl: string): Promise<number> {
  switch (command.name) {
    case 'verify':
      return (await import('./audit/verify.ts')).verify(command);
    case 'anchor':
      return (await import('./audit/anchor.ts')).anchor(command.to);
    case 'prune':
      return (await import('./audit/prune.ts')).prune(command.folder, ownerUrl);
    case 'verify-archive':
      return (await import('./audit/prune.ts')).verifyArchive(command.file);
    case 'grant':
      await grantRights(ownerUrl, command.role);
      console.log(`已授权：${command.role} 可读写业务数据，对审计日志只能查询和追加。`);
      return 0;
  }
}

const command = parseCommand(process.argv.slice(2));
if (!command.ok) {
  console.error(`${command.error}\n\n${USAGE}`);
  process.exitCode = 2;
} else if (command.value.name === 'help') {
  console.log(USAGE);
} else if (command.value.name === 'grant' && command.value.print) {
  console.log(
    grantStatements(command.value.role)
      .map((statement) => `${statement};`)
      .join('\n'),
  );
} else {
  const chosen = command.value;
  await withDatabase(({ ownerUrl }) => run(chosen, ownerUrl));
}
