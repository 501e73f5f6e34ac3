import type { TryLimit } from '@/lib/db/sign-in-counter-repository.ts';

/** Five wrong passwords in a row lock a user name, known or not, for a quarter of an hour. */
export const ACCOUNT_LIMIT: TryLimit = { tries: 5, countingSeconds: 24 * 3600, lockSeconds: 15 * 60 };

/** A second line against guessing at many names: wide enough for a bureau of clerks behind one address. */
export const ADDRESS_LIMIT: TryLimit = { tries: 100, countingSeconds: 15 * 60, lockSeconds: 15 * 60 };

const MAX_KEY_LENGTH = 64;

export function accountKey(username: string): string {
  return `account:${normaliseUsername(username)}`;
}

export function addressKey(address: string): string {
  return `address:${address.slice(0, MAX_KEY_LENGTH)}`;
}

/** User names are lower case; a full-width or capital letter that an input method produced is the same name. */
export function normaliseUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().slice(0, MAX_KEY_LENGTH);
}
