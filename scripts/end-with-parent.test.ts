import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';

/** A server as Next runs it: it logs what was not caught, and a broken pipe is such a thing. */
const CHATTERER = `
  process.on('uncaughtException', (error) => console.error(error));
  setInterval(() => console.log('still here'), 10);
`;

it('ends a program whose output nobody reads any more, which would else log that without an end', async () => {
  const child = spawn(process.execPath, ['--import', './scripts/end-with-parent.mjs', '-e', CHATTERER], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.destroy();
  child.stderr.destroy();
  expect(await ended).toBe(1);
});
