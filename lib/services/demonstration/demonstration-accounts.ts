import { database } from '@/lib/db/client.ts';
import { readSetting } from '@/lib/db/setting-repository.ts';
import { listUntouchedUsernames } from '@/lib/db/user-repository.ts';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_LOADED, DEMONSTRATION_SETTING } from './accounts.ts';

/** An account to try the product with, as the sign-in page shows it. */
export interface ShownAccount {
  readonly username: string;
  readonly password: string;
  /** Whose account it is, e.g. `信访办经办`. */
  readonly label: string;
}

/**
 * The accounts of the demonstration data with their passwords: none when the database was not filled by it, and none
 * that an administrator or its owner has changed since.
 */
export async function demonstrationAccounts(): Promise<readonly ShownAccount[]> {
  const db = database();
  if ((await readSetting(db, DEMONSTRATION_SETTING)) !== DEMONSTRATION_LOADED) return [];
  const usernames = await listUntouchedUsernames(
    db,
    DEMONSTRATION_ACCOUNTS.map((account) => account.username),
  );
  return DEMONSTRATION_ACCOUNTS.filter((account) => usernames.includes(account.username)).map(
    ({ username, password, displayName }) => ({ username, password, label: displayName }),
  );
}
