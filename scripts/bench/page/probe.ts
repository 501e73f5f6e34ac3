import { PEER, PRODUCT, type Readings } from './readings.ts';

export type Reading = 'activeCell' | 'total' | 'preview' | 'firstNote' | 'firstMark';

/** Milliseconds from a key's event to the end of the frame in which each reading had changed. */
export type Painted = Readonly<Partial<Record<Reading, number>>>;

/** What the harness calls in a page under measurement. */
export interface Probe {
  /** Milliseconds since the navigation began; undefined until it has happened. */
  firstRowAt: number | undefined;
  readyAt: number | undefined;
  readonly read: Readings;
  /** Notes how things are and waits for a key; `painted` then answers when all of `awaited` have changed. */
  readonly expect: (key: string, awaited: readonly Reading[]) => void;
  readonly painted: () => Promise<Painted>;
  /** Milliseconds from each such key to the next paint, as Event Timing tells those above 16, and forgets them. */
  readonly takeEventTimings: () => readonly number[];
  /** Until nothing is left to do, not even in the background. */
  readonly rest: (milliseconds: number) => Promise<void>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** A change that takes longer has not come at all. */
const LIMIT_MS = 30_000;
/** A page that draws nothing may never be told that it is idle. */
const IDLE_LIMIT_MS = 1000;

const read: Readings = location.pathname === '/peer' ? PEER : PRODUCT;

/** The end of the next frame: everything that changed before is laid out and painted. */
function frame(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      void scheduler.postTask(() => done(performance.now()), { priority: 'user-blocking' });
    });
  });
}

async function until(condition: () => boolean, what: string): Promise<number> {
  const start = performance.now();
  for (;;) {
    const at = await frame();
    if (condition()) return at;
    if (at - start > LIMIT_MS) throw new Error(`${what} within ${LIMIT_MS} ms`);
  }
}

async function watch(start: number, before: ReadonlyMap<Reading, string>): Promise<Painted> {
  const painted: Partial<Record<Reading, number>> = {};
  for (;;) {
    const at = await frame();
    for (const [name, text] of before) if (!(name in painted) && read[name]() !== text) painted[name] = at - start;
    if (Object.keys(painted).length === before.size) return painted;
    if (at - start > LIMIT_MS) {
      const missing = [...before.keys()].filter((name) => !(name in painted));
      throw new Error(`${missing.join(', ')} did not change: ${missing.map((name) => before.get(name)).join(' | ')}`);
    }
  }
}

let watching: Promise<Painted> = Promise.reject(new Error('nothing is expected'));
watching.catch(() => {});
let timings: number[] = [];
let measured: number | undefined;

window.probe = {
  firstRowAt: undefined,
  readyAt: undefined,
  read,
  expect: (key, awaited) => {
    const before = new Map(awaited.map((name) => [name, read[name]()]));
    watching = new Promise((done, fail) => {
      const listener = (event: KeyboardEvent) => {
        if (event.key !== key) return;
        window.removeEventListener('keydown', listener, true);
        clearTimeout(timer);
        measured = event.timeStamp;
        watch(event.timeStamp, before).then(done, fail);
      };
      window.addEventListener('keydown', listener, true);
      const timer = setTimeout(() => fail(new Error(`the key ${key} did not come`)), LIMIT_MS);
    });
    watching.catch(() => {});
  },
  painted: () => watching,
  takeEventTimings: () => {
    const taken = timings;
    timings = [];
    return taken;
  },
  rest: async (milliseconds) => {
    await until(() => read.atRest(), 'nothing was at rest');
    await new Promise((done) => setTimeout(done, milliseconds));
    await new Promise((done) => requestIdleCallback(done, { timeout: IDLE_LIMIT_MS }));
    await until(() => read.atRest(), 'nothing was at rest');
  },
};

new PerformanceObserver((list) => {
  const keys = list.getEntriesByName('keydown').filter(({ startTime }) => startTime === measured);
  timings.push(...keys.map(({ duration }) => duration));
}).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

void until(() => read.firstRow(), 'no row came').then((at) => {
  window.probe.firstRowAt = at;
});
void until(() => read.ready(), 'the table did not answer').then((at) => {
  window.probe.readyAt = at;
});
