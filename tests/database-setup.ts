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
  return () => server.close();
}
