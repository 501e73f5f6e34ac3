/**
 * `npm run measure:open`: the public pages of a bureau with 332 editions, served by the production build from a
 * throw-away database. Prints how long each takes and weighs, and what Lighthouse says of it; leaves with 1 when
 * performance or accessibility of a page is below 95, or measuring failed. Lighthouse is fetched at the first run.
 *
 *   npm run measure:open                     all of it
 *   npm run measure:open -- --times          without Lighthouse
 */
import { get } from 'node:http';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../e2e/fixtures/browser.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { freePort } from '../postgres/free-port.ts';
import { benchDatabase, describeMachine, type OnClose, runBench, timed } from './bench-frame.ts';
import { CATEGORIES, type Device, openLighthouse } from './lighthouse.ts';
import { inventOpenSite } from './open-site.ts';
import { serveBuild } from './product-server.ts';

const LEAST = 95;
const BUILD = process.env.NEXT_DIST_DIR ?? '.next';

const PAGES: readonly (readonly [label: string, path: string])[] = [
  ['list of a year, 50 of 301', '/open?year=2022'],
  ['search, 302 found', `/open?q=${encodeURIComponent('示例区')}`],
  ['department', '/open/departments/309'],
  ['edition', '/open/2023/309001'],
  ['annex, sorted', '/open/2023/309001/1/annexes/2?sort=y2023Total&dir=desc'],
  ['API: list of 100', '/api/open/v1/editions'],
];

/** What an officer of any age opens on any device. */
const AUDITED: readonly (readonly [label: string, path: string])[] = [
  ['list', '/open'],
  ['department', '/open/departments/309'],
  ['edition', '/open/2023/309001/1'],
  ['annex', '/open/2023/309001/1/annexes/2'],
];

await runBench(async (onClose) => {
  const databaseUrl = await benchDatabase(onClose);
  const editions = await inventOpenSite(databaseUrl);
  const url = await serveBuild(BUILD, databaseUrl, onClose);
  console.log(`Measured on ${describeMachine()}: ${editions} editions\n`);
  await measureTimes(url);
  if (!process.argv.includes('--times')) await measureQuality(url, onClose);
});

async function measureTimes(url: string): Promise<void> {
  console.log(
    '| whole answer | n | median | p95 | sent, gzip | unpacked |\n| --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const [label, path] of PAGES) {
    const weight = await weightOf(`${url}${path}`);
    await timed(label, async () => (await fetch(`${url}${path}`)).text(), ` ${weight} |`);
  }
}

/** What goes over the wire, and what it unpacks to. */
async function weightOf(address: string): Promise<string> {
  const kilobytes = async (encoding: string) => `${((await bytesSent(address, encoding)) / 1024).toFixed(1)} KB`;
  return `${await kilobytes('gzip')} | ${await kilobytes('identity')}`;
}

function bytesSent(address: string, encoding: string): Promise<number> {
  return new Promise((answer, refuse) => {
    const request = get(address, { headers: { 'accept-encoding': encoding } }, (response) => {
      if (response.statusCode !== 200) refuse(new Error(`${address}: ${response.statusCode}`));
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => answer(bytes));
    });
    request.on('error', refuse);
  });
}

async function measureQuality(url: string, onClose: OnClose): Promise<void> {
  const audit = await openLighthouse();
  const port = await freePort();
  const options = await launchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  onClose(() => browser.close());
  console.log(
    `\nLighthouse, Chromium ${browser.version()}\n\n| page | device | ${CATEGORIES.join(' | ')} |\n| --- | --- | ---: | ---: | ---: | ---: |`,
  );
  const lost: string[] = [];
  let isGood = true;
  for (const device of ['mobile', 'desktop'] satisfies readonly Device[]) {
    for (const [label, path] of AUDITED) {
      const { scores, slowdown, lost: audits } = await audit(`${url}${path}`, port, device);
      console.log(
        `| ${label} | ${device}, ${slowdown}× | ${CATEGORIES.map((category) => scores[category]).join(' | ')} |`,
      );
      lost.push(...audits.map((title) => `${label}, ${device}: ${title}`));
      if (scores.performance < LEAST || scores.accessibility < LEAST) isGood = false;
    }
  }
  for (const line of lost) console.log(`- ${line}`);
  if (!isGood) throw new ExpectedFailure(`performance or accessibility is below ${LEAST}`);
}
