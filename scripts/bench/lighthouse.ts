import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNode } from '../child-processes.ts';
import { ExpectedFailure } from '../expected-failure.ts';

/** Of the versions that run on Node 20 the newest. */
const VERSION = '12.8.2';
const FOLDER = path.resolve(`node_modules/.cache/lighthouse-${VERSION}`);

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

export interface Audited {
  /** Of 100. */
  readonly scores: Scores;
  /** By how many times the processor was held to be slower than it is. */
  readonly slowdown: number;
  /** Titles of the audits that took points away, by category. */
  readonly lost: readonly string[];
}

interface LighthouseReport {
  readonly lhr: {
    readonly categories: Readonly<
      Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
    >;
    readonly environment: { readonly benchmarkIndex: number };
    readonly audits: Readonly<Record<string, { title: string; score: number | null }>>;
  };
}

type Lighthouse = (url: string, flags: object, config?: object) => Promise<LighthouseReport | undefined>;

export type Device = 'mobile' | 'desktop';

/**
 * Lighthouse brings 150 packages and 186 MB, for a measurement that is taken now and then: it is fetched into the cache
 * when it is first asked for, at a fixed version, and is no dependency of the product.
 */
export async function openLighthouse(): Promise<(url: string, port: number, device: Device) => Promise<Audited>> {
  const entry = path.join(FOLDER, 'node_modules/lighthouse/core/index.js');
  if (!existsSync(entry)) await install();
  const module = await import(pathToFileURL(entry).href);
  const run: Lighthouse = module.default;
  const desktop: object = module.desktopConfig;
  const once = async (url: string, flags: object, device: Device) => {
    const report = await run(url, flags, device === 'desktop' ? desktop : undefined);
    if (!report) throw new Error(`Lighthouse says nothing of ${url}`);
    return report;
  };
  let slowdown: number | undefined;
  return async (url, port, device) => {
    const flags = { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] };
    slowdown ??= slowdownOf(await once(url, flags, 'mobile'));
    const throttling = device === 'mobile' ? { throttling: { cpuSlowdownMultiplier: slowdown } } : {};
    return {
      ...auditedOf(await once(url, { ...flags, ...throttling }, device)),
      slowdown: device === 'mobile' ? slowdown : 1,
    };
  };
}

/**
 * Lighthouse holds a telephone to be four times as slow as a fast computer, whose benchmark index is 1,500 or more. A
 * slow or busy machine is as slow as that by itself: held to be slower still, it would be measured and not the page.
 */
function slowdownOf({ lhr }: LighthouseReport): number {
  return Math.min(4, Math.max(1, Math.round((40 * lhr.environment.benchmarkIndex) / 1500) / 10));
}

async function install(): Promise<void> {
  const program = process.env.npm_execpath;
  if (!program) throw new ExpectedFailure('npm was not found: run this by `npm run measure:open`.');
  console.log(`fetching lighthouse ${VERSION} …`);
  const args = ['install', '--prefix', FOLDER, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { code } = await runNode([program, ...args, `lighthouse@${VERSION}`], { output: 'show' });
  if (code !== 0) throw new ExpectedFailure('Lighthouse could not be fetched.');
}

function auditedOf({ lhr }: LighthouseReport): Omit<Audited, 'slowdown'> {
  const score = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const lost = CATEGORIES.flatMap((category) =>
    (lhr.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = lhr.audits[id];
      return weight > 0 && audit && audit.score !== null && audit.score < 0.9 ? [`${category}: ${audit.title}`] : [];
    }),
  );
  const [performance, accessibility, bestPractices, seo] = CATEGORIES.map(score);
  return {
    scores: {
      ...{ performance: performance ?? 0, accessibility: accessibility ?? 0 },
      ...{ 'best-practices': bestPractices ?? 0, seo: seo ?? 0 },
    },
    lost,
  };
}
