import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase, nameOf, openTestServer } from '../../tests/test-server.ts';
import { runNode } from '../child-processes.ts';
import { loadDemonstrationData } from '../demonstration.ts';
import { dropApplicationRole, prepareApplicationRole } from '../postgres/application-role.ts';
import { uniqueName } from '../postgres/cluster.ts';
import { freePort } from '../postgres/free-port.ts';
import { TEST_BUILD } from './build-stage.ts';

/** Runs the journeys on the test build with a database of their own that holds the demonstration data. */
export async function browserStage(filters: readonly string[]): Promise<number> {
  const server = await openTestServer();
  try {
    const databaseUrl = await createDatabase(
      server.templateUrl,
      uniqueName('mingsuan_journeys'),
      nameOf(server.templateUrl),
    );
    try {
      // As `npm start` serves: by a role that can't change the audit log
      const role = uniqueName('mingsuan_app');
      const applicationUrl = await prepareApplicationRole(databaseUrl, role, randomBytes(18).toString('base64url'));
      try {
        await loadDemonstrationData(applicationUrl);
        return await runPlaywright(applicationUrl, filters);
      } finally {
        await dropApplicationRole(databaseUrl, role);
      }
    } finally {
      await dropDatabase(databaseUrl);
    }
  } finally {
    await server.close();
  }
}

async function runPlaywright(databaseUrl: string, filters: readonly string[]): Promise<number> {
  const port = String(await freePort());
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    NEXT_DIST_DIR: TEST_BUILD,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: `http://localhost:${port}`,
    PORT: port,
  };
  // Who asks for some journeys wants none that these are only to follow
  const chosen = filters.length === 0 ? [] : ['--no-deps', ...filters];
  const { code } = await runNode(['node_modules/@playwright/test/cli.js', 'test', ...chosen], { env, output: 'show' });
  return code;
}
