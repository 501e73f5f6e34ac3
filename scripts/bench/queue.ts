/**
 * `npm run bench:queue`: how long the reviewer's queue takes for a bureau of 300 units, as a use case and as a page of the
 * production build, on a throw-away database. Prints the figures; leaves with 1 when measuring failed.
 */
import { database } from '@/lib/db/client.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { openReviewQueue } from '@/lib/services/review/open-review-queue.ts';
import { build, isBuildCurrent } from '../build.ts';
import { BUREAU_PASSWORD, inventBureau } from '../bureau/invent-bureau.ts';
import { benchDatabase, describeMachine, runBench } from './bench-frame.ts';
import { serveBuild } from './product-server.ts';
import { signedInCookie } from './session-cookie.ts';
import { median, p95 } from './statistics.ts';

const RUNS = 21;
const YEAR = 2023;
const BUILD = process.env.NEXT_DIST_DIR ?? '.next';
/** The first run warms up and is not counted. */
async function timed(label: string, run: () => Promise<unknown>): Promise<void> {
  await run();
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  console.log(`| ${label} | ${RUNS} | ${median(times).toFixed(0)} ms | ${p95(times).toFixed(0)} ms |`);
}

await runBench(async (onClose) => {
  const machine = describeMachine();
  const databaseUrl = await benchDatabase(onClose);
  const began = performance.now();
  await inventBureau();
  console.log(`bureau invented in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  await database().$executeRaw`ANALYZE`;
  console.log(`Measured on ${machine}: 300 units\n\n|  | n | median | p95 |\n| --- | ---: | ---: | ---: |`);
  const office: Actor = { userId: '', role: 'BUDGET_OFFICE', unitIds: [] };
  await timed('use case openReviewQueue', async () => {
    const queue = await openReviewQueue(office, { year: YEAR });
    if (!queue.ok || queue.value.rows.length !== 300) throw new Error('the queue is not whole');
  });
  if (!isBuildCurrent(BUILD, process.cwd())) await build(BUILD, process.cwd());
  const url = await serveBuild(BUILD, databaseUrl, onClose);
  const cookie = await signedInCookie(url, 'bureau.office', BUREAU_PASSWORD);
  await timed('page /reviews, whole answer', async () => {
    const page = await fetch(`${url}/reviews?year=${YEAR}`, { headers: { cookie }, redirect: 'manual' });
    if (!(await page.text()).includes('300')) throw new Error(`the page is not the queue: ${page.status}`);
  });
});
