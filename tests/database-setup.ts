import type { TestProject } from 'vitest/node';
import { openTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** Before the database tests: a server and a migrated database to copy. After them: everything is gone. */
export default async function setUpServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer();
  project.provide('templateUrl', server.templateUrl);
  // vitest answers Ctrl-C; SIGTERM would end it with nothing cleaned up.
  const onTerminate = () => process.exit(1);
  process.once('SIGTERM', onTerminate);
  return async () => {
    process.removeListener('SIGTERM', onTerminate);
    await server.close();
  };
}
