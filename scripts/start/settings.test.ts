import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../postgres/free-port.ts';
import { readAddress, readSecret } from './settings.ts';

describe('the address', () => {
  it('is taken from PORT and HOST', async () => {
    const port = await freePort();
    const address = await readAddress({ NODE_ENV: 'test', PORT: String(port), HOST: '127.0.0.1' });
    expect(address).toEqual({ port, host: '127.0.0.1', url: `http://localhost:${port}` });
  });

  it('is localhost where every address is served, and the name where one is', async () => {
    const PORT = String(await freePort());
    expect((await readAddress({ NODE_ENV: 'test', PORT, HOST: '0.0.0.0' })).url).toBe(`http://localhost:${PORT}`);
    expect((await readAddress({ NODE_ENV: 'test', PORT, HOST: '127.0.0.2' })).url).toBe(`http://127.0.0.2:${PORT}`);
  });

  it.each(['0', '65536', 'http', '80x', '-1', ''])('refuses the port "%s"', async (PORT) => {
    await expect(readAddress({ NODE_ENV: 'test', PORT })).rejects.toThrow(/PORT must be a number/);
  });

  it('refuses a port that is taken, and says which', async () => {
    const other = createServer();
    await new Promise<void>((answer) => other.listen(0, '127.0.0.1', answer));
    const { port } = other.address() as AddressInfo;
    const reading = readAddress({ NODE_ENV: 'test', PORT: String(port), HOST: '127.0.0.1' });
    await expect(reading).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((answer) => other.close(answer));
  });

  it('refuses an address of another machine', async () => {
    const port = String(await freePort());
    const reading = readAddress({ NODE_ENV: 'test', PORT: port, HOST: '192.0.2.1' });
    await expect(reading).rejects.toThrow(/must be an address of this machine/);
  });
});

describe('the secret', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mingsuan-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the one that is given', () => {
    const given = 'a'.repeat(32);
    expect(readSecret({ NODE_ENV: 'test', NEXTAUTH_SECRET: given }, folder)).toBe(given);
  });

  it.each(['', 'short', 'a'.repeat(31)])('may not be short: "%s"', (given) => {
    expect(() => readSecret({ NODE_ENV: 'test', NEXTAUTH_SECRET: given }, folder)).toThrow(/at least 32 characters/);
  });

  it('is made once, for the owner alone, and kept', () => {
    const made = readSecret({ NODE_ENV: 'test' }, folder);
    const file = path.join(folder, 'secret');
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(readFileSync(file, 'utf8')).toBe(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readSecret({ NODE_ENV: 'test' }, folder)).toBe(made);
  });

  it('is made anew when a full disk has cut it off', () => {
    writeFileSync(path.join(folder, 'secret'), 'cut');
    expect(readSecret({ NODE_ENV: 'test' }, folder).length).toBeGreaterThanOrEqual(32);
  });
});
