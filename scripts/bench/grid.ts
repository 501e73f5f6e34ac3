/**
 * `npm run bench:grid`: how quick the grid of 5,000 lines is in a browser, beside AG Grid Community in the same run.
 *
 *   npm run bench:grid                   three rounds, some minutes
 *   npm run bench:grid -- --rounds=1     a quick look
 *
 * The product is the production build of `npm start` (made when it is not up to date) on a throw-away database with an
 * invented budget. Prints the figures and leaves with 0 whatever they are; with 1 when measuring itself failed. What is
 * measured, and how: docs/benchmarks.md.
 */
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { launchOptions } from '../../e2e/fixtures/browser.ts';
import { build, isBuildCurrent } from '../build.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { runBench } from './bench-frame.ts';
import { bundleForPage } from './bundle.ts';
import { inventBudget } from './invented-budget.ts';
import { measure, noSamples, type Plan } from './measure.ts';
import { servePeer } from './peer-server.ts';
import { serveProduct } from './product-server.ts';
import { type Measured, machine, table } from './report.ts';
import { peerSubject, productSubject } from './subjects.ts';

const YEAR = 2023;
const BUILD = process.env.NEXT_DIST_DIR ?? '.next';
const SLOWDOWNS = [1, 4];
const EACH_ROUND: Omit<Plan, 'slowdown'> = { opens: 4, arrows: 42, commits: 12, pastes: 6 };

function readRounds(args: readonly string[]): number {
  const [argument = '--rounds=3', ...more] = args;
  const rounds = Number(/^--rounds=(\d+)$/.exec(argument)?.[1]);
  if (!(rounds >= 1) || more.length > 0) throw new ExpectedFailure('Usage: npm run bench:grid [-- --rounds=N]');
  return rounds;
}

await runBench(async (onClose) => {
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  const rounds = readRounds(process.argv.slice(2));
  const [loadBefore = 0] = loadavg();
  if (!isBuildCurrent(BUILD, process.cwd())) {
    console.log('Building the product, takes half a minute or so');
    await build(BUILD, process.cwd());
  }
  const edition = await loadEdition(YEAR);
  const { lines, blocks } = inventBudget(edition);
  const product = await serveProduct(BUILD, lines);
  onClose(product.stop);
  const peer = await servePeer(edition, lines);
  onClose(peer.stop);
  const browser = await chromium.launch(await launchOptions());
  onClose(() => browser.close());
  const probe = await bundleForPage('page/probe.ts');
  const [ours, theirs] = [productSubject(product), peerSubject(peer.url)];
  const measured = SLOWDOWNS.map((slowdown): Measured => ({ slowdown, product: noSamples(), peer: noSamples() }));
  /* Grids and speeds take turns, so that what else the machine does falls on all alike. */
  for (let round = 1; round <= rounds; round += 1) {
    for (const { slowdown, ...samples } of measured) {
      const plan = { ...EACH_ROUND, slowdown };
      console.log(`Round ${round} of ${rounds}, processor at 1/${slowdown} of its speed`);
      await measure(browser, ours, probe, blocks, plan, samples.product);
      await measure(browser, theirs, probe, blocks, plan, samples.peer);
    }
  }
  console.log(`\nMeasured on ${machine(browser.version(), loadBefore)}: ${lines.length} lines, ${rounds} rounds`);
  for (const figures of measured) {
    console.log(`\nProcessor ${figures.slowdown === 1 ? 'at full speed' : `slowed down ${figures.slowdown} times`}\n`);
    console.log(table(figures));
  }
});
