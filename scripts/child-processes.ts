import { type ChildProcess, spawn } from 'node:child_process';

export type Outcome = { readonly code: number; readonly output: string };

type RunOptions = {
  readonly env?: NodeJS.ProcessEnv;
  /** 'show' what the program prints, or 'collect' it for the case that it fails. */
  readonly output: 'show' | 'collect';
};

const COLLECTED_CHARACTERS = 20_000;
const GRACE_MS = 10_000;

const running = new Set<ChildProcess>();
let ended = false;

/**
 * Runs a JavaScript program with our Node and waits for its end. A program that a signal ended counts as failed, and so
 * does one that should be started after `endPrograms`.
 */
export function runNode(args: readonly string[], { env = process.env, output }: RunOptions): Promise<Outcome> {
  if (ended) return Promise.resolve({ code: 1, output: '' });
  const streams = output === 'show' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', streams, streams] });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      text = (text + part).slice(-COLLECTED_CHARACTERS);
    });
  }
  return new Promise((answer, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => {
      running.delete(child);
      answer({ code: code ?? 1, output: text });
    });
  });
}

/** Ends every program that still runs, waits until they are gone, and lets no other start. */
export async function endPrograms(): Promise<void> {
  ended = true;
  await Promise.all(
    [...running].map((child) => {
      const gone = new Promise((answer) => child.once('exit', answer));
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      return gone.finally(() => clearTimeout(timer));
    }),
  );
}
