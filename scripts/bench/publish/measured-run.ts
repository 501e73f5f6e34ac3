import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface MeasuredRun {
  readonly wallMs: number;
  /** The largest sum of the memory that the program and those it started held at one time; null off Linux, and where only the time was asked for. */
  readonly peakBytes: number | null;
}

const SAMPLE_MS = 10;

/** Certificates for the network, which no program that is measured goes to: Node reads them all at each start. */
const { NODE_EXTRA_CA_CERTS: _certificates, ...ENVIRONMENT } = process.env;

/**
 * Runs a program to its end: how long it takes, or what memory it holds; whoever looks at the memory every so often takes
 * time on the same cores.
 *
 * @throws when it fails
 */
export async function measuredRun(
  program: string,
  args: readonly string[],
  what: 'time' | 'memory',
): Promise<MeasuredRun> {
  const began = performance.now();
  const child = spawn(program, args, { env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (part) => {
    complaint = (complaint + part).slice(-2000);
  });
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, residentBytes(child.pid ?? 0));
  };
  const timer = what === 'memory' ? setInterval(look, SAMPLE_MS) : undefined;
  try {
    const code = await new Promise<number | null>((answer, refuse) => {
      child.once('error', refuse);
      child.once('exit', answer);
    });
    const wallMs = performance.now() - began;
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaint}`);
    return { wallMs, peakBytes: peak || null };
  } finally {
    clearInterval(timer);
  }
}

/** What a process and its descendants hold in memory now; 0 where the system does not tell. */
function residentBytes(pid: number): number {
  try {
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return Number(resident) * 1024 + children.reduce((sum, child) => sum + residentBytes(Number(child)), 0);
  } catch {
    return 0;
  }
}
