import { afterAll, beforeAll, inject } from 'vitest';
import { disconnect } from '@/lib/db/client.ts';
import { uniqueName } from '../scripts/postgres/cluster.ts';
import { createDatabase, dropDatabase, nameOf } from './test-server.ts';

/**
 * Call it once at the top of a `*.db.test.ts`: the tests of that file get a migrated, empty database of their own,
 * which `database()` of lib/db/client connects to. It is dropped after the file's last test.
 */
export function useTestDatabase(): void {
  const templateUrl = inject('templateUrl');
  const own = new URL(templateUrl);
  const name = uniqueName('mingsuan_test');
  own.pathname = `/${name}`;
  process.env.DATABASE_URL = own.href;

  beforeAll(async () => {
    await createDatabase(templateUrl, name, nameOf(templateUrl));
  });
  afterAll(async () => {
    await disconnect();
    await dropDatabase(own.href);
  });
}
