import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExpectedFailure } from '../expected-failure.ts';
import { whyNotListen } from '../postgres/free-port.ts';

export type Address = { readonly port: number; readonly host: string; readonly url: string };

const DEFAULT_PORT = '3000';
/** This machine only: whoever serves an office says so with HOST=0.0.0.0. */
const DEFAULT_HOST = 'localhost';
const SHORTEST_SECRET = 32;

/** Where to serve, from PORT and HOST, if a server can listen there. */
export async function readAddress(environment: NodeJS.ProcessEnv): Promise<Address> {
  const { PORT = DEFAULT_PORT, HOST: host = DEFAULT_HOST } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port < 1 || port > 65_535) {
    throw new ExpectedFailure(
      `PORT must be a number from 1 to 65535, not "${PORT}". 端口号 PORT 应为 1 至 65535 的数字。`,
    );
  }
  const obstacle = await whyNotListen(port, host);
  if (obstacle) throw new ExpectedFailure(explainObstacle(obstacle, port, host));
  return { port, host, url: `http://${reachableName(host)}:${port}` };
}

/** What to type in the browser of this machine for the address that is listened at. */
function reachableName(host: string): string {
  if (['localhost', '127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function explainObstacle(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: end it, or choose another port with PORT=${port + 1} npm start. 端口 ${port} 已被占用，请关闭占用的程序或换一个端口。`;
  }
  if (code === 'EACCES')
    return `Port ${port} may be used by root only: choose one above 1023. 普通用户不能使用端口 ${port}，请使用 1023 以上的端口。`;
  return `Cannot listen at HOST "${host}" (${code}): it must be an address of this machine. 无法监听地址 ${host}，HOST 应为本机地址。`;
}

/** The secret that signs the sessions: NEXTAUTH_SECRET, or one made on the first start and kept in `folder`. */
export function readSecret(environment: NodeJS.ProcessEnv, folder: string): string {
  const given = environment.NEXTAUTH_SECRET;
  if (given !== undefined && given.length < SHORTEST_SECRET) {
    throw new ExpectedFailure(
      `NEXTAUTH_SECRET must have at least ${SHORTEST_SECRET} characters: make one with "openssl rand -base64 33". NEXTAUTH_SECRET 至少需要 ${SHORTEST_SECRET} 个字符。`,
    );
  }
  return given ?? keptSecret(folder);
}

function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret');
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (kept.length >= SHORTEST_SECRET) return kept; // a shorter one was cut off by a full disk
  mkdirSync(folder, { recursive: true });
  const made = randomBytes(SHORTEST_SECRET).toString('base64url');
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}
