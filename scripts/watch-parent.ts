import { readFileSync } from 'node:fs';

const POLL_MS = 500;

/**
 * Calls `end` when this process should end: Ctrl-C, SIGTERM, a closed terminal, or the death of what started it.
 * `npm start` runs us through a shell and need not pass on a signal: all we may notice is that npm is gone.
 */
export function onEnd(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const before = starters();
  setInterval(() => {
    if (starters() !== before) end();
  }, POLL_MS).unref();
}

/** The processes that we stand under: an orphan gets another parent. */
function starters(): string {
  const parent = process.ppid;
  const throughShell = process.env.npm_lifecycle_event !== undefined;
  return throughShell ? `${parent} ${parentOf(parent)}` : String(parent);
}

/** Linux tells it; elsewhere the shell of npm replaces itself by us, and our own parent says enough. */
function parentOf(pid: number): string {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return afterName.split(' ')[1] ?? '';
  } catch {
    return '';
  }
}
