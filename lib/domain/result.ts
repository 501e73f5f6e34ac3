/**
 * The outcome of an operation whose failure is expected: bad input, a stale revision, a missing right.
 * Bugs throw; everything a user can cause comes back as a value with a code and the data its sentence needs.
 */
export type Result<T, E> = Ok<T> | Failure<E>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure<E> {
  readonly ok: false;
  readonly error: E;
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function fail<E>(error: E): Failure<E> {
  return { ok: false, error };
}
