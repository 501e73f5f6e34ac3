import { createServer } from 'node:net';

/** Why a server could not listen there now, as a code of the system (EADDRINUSE, EACCES, …); undefined: it could. */
export function whyNotListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => answer(error.code ?? 'unknown'));
    probe.listen(port, host, () => probe.close(() => answer(undefined)));
  });
}

/** A port of this machine that nobody listens on, chosen by the system. */
export function freePort(): Promise<number> {
  return new Promise((answer, refuse) => {
    const probe = createServer();
    probe.once('error', refuse);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => answer(port));
    });
  });
}
