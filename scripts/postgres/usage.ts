import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Our entry among the processes that use one embedded server. */
export type Usage = {
  /** Takes our entry out; true when nobody else uses the server and it should be stopped. */
  leave(): boolean;
};

/**
 * Enters this process as a user of the server in `folder`. The application and a command-line tool may share one
 * server: whichever ends last stops it. Entries of processes that were killed do not count.
 */
export function joinUsers(folder: string): Usage {
  const users = path.join(folder, 'users');
  mkdirSync(users, { recursive: true });
  const own = path.join(users, `${process.pid}.${randomBytes(4).toString('hex')}`);
  writeFileSync(own, '');
  return {
    leave() {
      rmSync(own, { force: true });
      return !entries(users).some((name) => isAlive(Number.parseInt(name, 10)));
    },
  };
}

function entries(users: string): string[] {
  try {
    return readdirSync(users);
  } catch {
    return []; // the whole folder was thrown away
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
