import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

export const MIN_PASSWORD_LENGTH = 10;
/** A bound on the work that one request can ask for; far above any passphrase. */
export const MAX_PASSWORD_LENGTH = 200;

/** OWASP's parameters for argon2id, which is the library's default algorithm: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash that nobody's password has, with the same parameters: an unknown user costs the time of a wrong password. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$LduGUyRweP1zpLPAdWwzhw$HeoNtjIaWmNpMcbBHbMxU4N8p+lQcgjUq6xe3KXYt8A';

/** @returns an argon2id hash with its salt and parameters (PHC string) */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

/** @param storedHash null for an unknown user: false, after the same work */
export async function verifyPassword(password: string, storedHash: string | null): Promise<boolean> {
  const matches = await verify(storedHash ?? NOBODYS_HASH, password.normalize('NFKC'));
  return matches && storedHash !== null;
}

/** Whether a password may be chosen: long enough, not easily guessed (NIST SP 800-63B-4: length and a blocklist). */
export function judgePassword(password: string, username: string): Result<string, Problem> {
  const characters = Array.from(password.normalize('NFKC').toLowerCase());
  if (characters.length < MIN_PASSWORD_LENGTH) {
    return fail({ code: 'PASSWORD_TOO_SHORT', minLength: MIN_PASSWORD_LENGTH });
  }
  const lowerCase = characters.join('');
  if (username.length >= 3 && lowerCase.includes(username.toLowerCase())) {
    return fail({ code: 'PASSWORD_HOLDS_USERNAME' });
  }
  return isGuessable(lowerCase) ? fail({ code: 'PASSWORD_COMMON' }) : ok(password);
}

function isGuessable(lowerCase: string): boolean {
  const codes = Array.from(lowerCase, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  const oneStepAlways = steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1;
  return COMMON_PASSWORDS.has(lowerCase) || new Set(codes).size < 4 || oneStepAlways;
}

/** Without 0, 1, i, l and o, which are misread when a password is told by telephone or on paper. */
const ONE_TIME_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const ONE_TIME_GROUPS = 4;
const ONE_TIME_GROUP_LENGTH = 4;

/** A password to be told once and changed at the next sign-in: 79 bits in four groups. */
export function oneTimePassword(): string {
  const character = () => ONE_TIME_ALPHABET.charAt(randomInt(ONE_TIME_ALPHABET.length));
  const group = () => Array.from({ length: ONE_TIME_GROUP_LENGTH }, character).join('');
  return Array.from({ length: ONE_TIME_GROUPS }, group).join('-');
}
