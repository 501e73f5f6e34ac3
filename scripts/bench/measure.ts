import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Painted, Reading } from './page/probe.ts';
import type { Subject } from './subjects.ts';

/** What is measured; all but the heap in milliseconds, the heap in bytes. */
export const MEASURES = [
  'firstRow',
  'ready',
  'arrow',
  'arrowEvent',
  'commitTotal',
  'commitPreview',
  'paste',
  'heapOpened',
  'heapWorked',
] as const;

export type Measure = (typeof MEASURES)[number];

/** Every value that was measured. */
export type Samples = Record<Measure, number[]>;

export interface Plan {
  /** How many times slower than it is the processor shall seem. */
  readonly slowdown: number;
  readonly opens: number;
  readonly arrows: number;
  readonly commits: number;
  readonly pastes: number;
}

/** Once down a screen and back over the columns, so that the grid scrolls and draws rows as well. */
const WALK = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft'];
const PAUSE_MS = 100;
/** What Event Timing does not tell of took no longer than this. */
const EVENT_TIMING_FLOOR_MS = 16;

export function noSamples(): Samples {
  return Object.fromEntries(MEASURES.map((measure) => [measure, []])) as unknown as Samples;
}

/** Measures one grid once through and adds what it finds to `samples`. Throws when the grid does not do as expected. */
export async function measure(
  browser: Browser,
  subject: Subject,
  probe: string,
  blocks: readonly [string, string],
  plan: Plan,
  samples: Samples,
): Promise<void> {
  const context = await subject.openContext(browser);
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(subject.url).origin });
    await context.addInitScript({ content: probe });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await open(page, subject); // fills the caches
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: plan.slowdown });
    for (let count = 0; count < plan.opens; count += 1) {
      const { firstRowAt, readyAt } = await open(page, subject);
      samples.firstRow.push(firstRowAt);
      samples.ready.push(readyAt);
    }
    samples.heapOpened.push(await usedHeap(cdp));
    await measureArrows(page, subject, plan, samples);
    await measurePastes(page, subject, blocks, plan, samples);
    await measureCommits(page, subject, plan, samples); // last: the preview stays open from here on
    samples.heapWorked.push(await usedHeap(cdp));
  } finally {
    await context.close();
  }
}

async function open(page: Page, subject: Subject): Promise<{ firstRowAt: number; readyAt: number }> {
  await page.goto(subject.url);
  await page.waitForFunction(() => window.probe.readyAt !== undefined);
  await page.evaluate(() => window.probe.rest(300));
  const [firstRowAt, readyAt] = await page.evaluate(() => [window.probe.firstRowAt, window.probe.readyAt]);
  if (firstRowAt === undefined || readyAt === undefined) throw new Error(`${subject.name}: no row came`);
  return { firstRowAt, readyAt };
}

/** Presses a key and waits until all of `awaited` are painted anew. */
async function pressAndSee(page: Page, key: string, awaited: readonly Reading[], combination = key): Promise<Painted> {
  await page.evaluate(([name, readings]) => window.probe.expect(name, readings), [key, awaited] as const);
  await page.keyboard.press(combination);
  return page.evaluate(() => window.probe.painted());
}

async function measureArrows(page: Page, subject: Subject, { arrows }: Plan, samples: Samples): Promise<void> {
  await page.locator(subject.firstCell('economicCode')).click();
  await page.evaluate(() => window.probe.rest(300));
  await page.evaluate(() => window.probe.takeEventTimings());
  for (let count = 0; count < arrows; count += 1) {
    const { activeCell = Number.NaN } = await pressAndSee(page, WALK[count % WALK.length] ?? 'ArrowDown', [
      'activeCell',
    ]);
    samples.arrow.push(activeCell);
    await page.evaluate((pause) => window.probe.rest(pause), PAUSE_MS);
  }
  const told = await page.evaluate(() => window.probe.takeEventTimings());
  const untold = Array.from({ length: Math.max(0, arrows - told.length) }, () => EVENT_TIMING_FLOOR_MS);
  samples.arrowEvent.push(...told, ...untold);
}

/** Types an amount over the one that stands there and confirms it, row after row. */
async function measureCommits(page: Page, subject: Subject, { commits }: Plan, samples: Samples): Promise<void> {
  await open(page, subject);
  await subject.openPreview?.(page);
  const awaited: readonly Reading[] = subject.openPreview ? ['total', 'preview'] : ['total'];
  await page.locator(subject.firstCell('amountFen')).click();
  for (let count = 0; count < commits; count += 1) {
    await page.evaluate((pause) => window.probe.rest(pause), PAUSE_MS);
    await page.keyboard.type(String(100_000 + ((samples.commitTotal.length * 7919) % 800_000)));
    const { total = Number.NaN, preview } = await pressAndSee(page, 'Enter', awaited);
    samples.commitTotal.push(total);
    if (preview !== undefined) samples.commitPreview.push(Math.max(total, preview));
  }
  await page.evaluate((pause) => window.probe.rest(pause), PAUSE_MS); // leaving before the last save would bring a question
}

/** Pastes the two blocks in turn over the first rows, through the clipboard. */
async function measurePastes(
  page: Page,
  subject: Subject,
  blocks: readonly [string, string],
  { pastes }: Plan,
  samples: Samples,
): Promise<void> {
  await open(page, subject);
  await page.locator(subject.firstCell('functionCode')).click();
  for (let count = 0; count < pastes; count += 1) {
    const isMarked = await page.evaluate(() => window.probe.read.firstMark() !== '');
    await page.evaluate((text) => navigator.clipboard.writeText(text), blocks[isMarked ? 1 : 0]);
    await page.evaluate((pause) => window.probe.rest(pause), PAUSE_MS);
    const painted = await pressAndSee(page, 'v', ['total', 'firstNote', 'firstMark'], 'Control+v');
    samples.paste.push(Math.max(...Object.values(painted)));
  }
  await page.evaluate((pause) => window.probe.rest(pause), PAUSE_MS);
}

async function usedHeap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize;
}
