import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { fontFolders } from './fonts.ts';

export type PdfFailure =
  /** The compiler's native part is not installed on this platform. */
  | { readonly kind: 'engine-missing'; readonly detail: string }
  /** No font has these characters. */
  | { readonly kind: 'unprintable'; readonly characters: readonly string[] }
  | { readonly kind: 'failed'; readonly detail: string };

type Compiled = Result<Uint8Array, PdfFailure>;

type WorkerMessage =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id?: number; readonly failure: 'engine-missing' | 'failed'; readonly detail: string };

/** A thread with the jobs that it has not answered yet. */
interface CompilerThread {
  readonly worker: Worker;
  readonly waiting: Map<number, (result: Compiled) => void>;
  started: number;
  retired: boolean;
}

/**
 * With its cache evicted the compiler's memory stays level; its thread is replaced now and then all the same, but not
 * often, for a new one reads the fonts again.
 */
const DOCUMENTS_PER_THREAD = 500;
/** A document of a whole bureau takes seconds; after this something is wrong. */
const TIMEOUT_MS = 60_000;

// A template and a thread are files, not modules: they are found from the project's root, in which the server and the
// scripts run, so that no bundler has to follow them.
const FOLDER = path.join('lib', 'publishing', 'pdf');

let current: Promise<CompilerThread> | undefined;
let nextId = 1;

/**
 * Compiles a document plan with template.typ in the compiler's thread, which stays warm between calls.
 *
 * @param plan a `DocumentPlan` as JSON
 * @param tagged whether its structure is told (PDF/A-2a) or left out (PDF/A-2u)
 */
export async function compileToPdf(plan: string, tagged: boolean): Promise<Compiled> {
  let thread: CompilerThread;
  try {
    thread = await takeThread();
  } catch (error) {
    return fail({ kind: 'failed', detail: String(error) });
  }
  const id = nextId++;
  return new Promise((resolve) => {
    const timer = setTimeout(() => void stop(thread, 'no answer in time'), TIMEOUT_MS);
    thread.waiting.set(id, (result) => {
      clearTimeout(timer);
      resolve(result);
    });
    thread.worker.ref();
    thread.worker.postMessage({ id, plan, tagged });
  });
}

/** Has the compiler's thread start and read its fonts while its caller still gathers what is to be printed. */
export function prepareCompiler(): void {
  if (!current) start();
}

/** The thread for the next document: the running one, or a fresh one after so many documents. */
async function takeThread(): Promise<CompilerThread> {
  for (;;) {
    const found = current;
    const thread = found && (await found);
    if (thread && !thread.retired && thread.started < DOCUMENTS_PER_THREAD) {
      thread.started++;
      return thread;
    }
    // While this waited another call may have started the next one already.
    if (current !== found) continue;
    if (thread) retire(thread);
    start();
  }
}

function start(): void {
  const starting = startThread();
  current = starting;
  starting.catch(() => {
    if (current === starting) current = undefined;
  });
}

async function startThread(): Promise<CompilerThread> {
  const root = process.cwd();
  // The compiler sets annexes side by side; they differ in length, so that one thread a core would wait for the longest
  process.env.RAYON_NUM_THREADS ??= String(2 * availableParallelism());
  const worker = new Worker(path.join(/* turbopackIgnore: true */ root, FOLDER, 'typst-worker.mjs'), {
    workerData: {
      templateFolder: path.join(/* turbopackIgnore: true */ root, FOLDER),
      ...(await fontFolders(root)),
    },
  });
  const thread: CompilerThread = { worker, waiting: new Map(), started: 0, retired: false };
  worker.unref();
  worker.on('message', (message: WorkerMessage) => receive(thread, message));
  worker.on('error', (error) => void stop(thread, String(error)));
  worker.on('exit', () => void stop(thread, 'the compiler stopped'));
  return thread;
}

function receive(thread: CompilerThread, message: WorkerMessage): void {
  if (message.id === undefined) {
    settleAll(thread, 'failure' in message ? failureOf(message) : { kind: 'failed', detail: 'no job' });
    retire(thread);
    return;
  }
  thread.waiting.get(message.id)?.('bytes' in message ? ok(message.bytes) : fail(failureOf(message)));
  thread.waiting.delete(message.id);
  if (thread.waiting.size > 0) return;
  thread.worker.unref();
  if (thread.retired) void thread.worker.terminate();
}

/** Takes no more jobs, and ends when those it has are answered. */
function retire(thread: CompilerThread): void {
  thread.retired = true;
  if (thread.waiting.size === 0) void thread.worker.terminate();
}

async function stop(thread: CompilerThread, detail: string): Promise<void> {
  thread.retired = true;
  settleAll(thread, { kind: 'failed', detail });
  await thread.worker.terminate();
}

function settleAll(thread: CompilerThread, failure: PdfFailure): void {
  for (const settle of thread.waiting.values()) settle(fail(failure));
  thread.waiting.clear();
}

function failureOf({ failure, detail }: { failure: 'engine-missing' | 'failed'; detail: string }): PdfFailure {
  if (failure === 'engine-missing') return { kind: 'engine-missing', detail };
  const characters = unprintableCharacters(detail);
  return characters.length > 0 ? { kind: 'unprintable', characters } : { kind: 'failed', detail };
}

/**
 * The characters that the compiler's PDF/A gate has no glyph for, out of its report: quoted, and the odd ones escaped,
 * once or twice.
 */
export function unprintableCharacters(detail: string): readonly string[] {
  const quoted = Array.from(
    detail.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/gu),
    (match) => match[1] ?? '',
  );
  const plain = quoted.map((text) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_whole, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );
  return [...new Set(plain)];
}
