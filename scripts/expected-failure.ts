/**
 * A failure that the person at the terminal can do something about: it is told in its one sentence, without a stack.
 * Anything else that is thrown is a bug and keeps its stack.
 */
export class ExpectedFailure extends Error {
  override readonly name = 'ExpectedFailure';
}
