/**
 * `npm test`: everything that must hold, in stages.
 *
 *   npm test                                        all stages
 *   npm test -- --only=unit                         one stage, or several: --only=unit,database
 *   npm test -- --only=database lib/db budget       only files whose path contains one of these words
 *   npm test -- --only=browser sign-in
 *
 *   check     format, lint, types, import directions, style, unused code
 *   unit      *.test.ts, no database
 *   database  *.db.test.ts on a real PostgreSQL, each file in a database of its own
 *   build     the production build
 *   start     *.app.test.ts: `npm start` of that build, how it starts, refuses to and ends
 *   browser   e2e/journeys in a real browser, on that build with the demonstration data
 *
 * PostgreSQL is a throw-away one in a temporary folder. TEST_DATABASE_URL names an external server instead, whose user
 * may create databases: the tests create their own there and drop them. Several runs may go on at once: each has its
 * own folder, port and databases; give a run that builds its own NEXT_DIST_DIR as well.
 */
import path from 'node:path';
import { endPrograms, runNode } from './child-processes.ts';
import { ExpectedFailure } from './expected-failure.ts';
import { onEnd } from './watch-parent.ts';

type Stage = { readonly name: string; run(filters: readonly string[]): Promise<number> };
type Done = { readonly name: string; readonly passed: boolean; readonly seconds: number };

const VITEST = 'node_modules/vitest/vitest.mjs';

const STAGES: readonly Stage[] = [
  { name: 'check', run: () => show('scripts/run.mjs', 'check', '--without-tests') },
  { name: 'unit', run: (filters) => show(VITEST, 'run', '--project', 'unit', ...filters) },
  { name: 'database', run: (filters) => show(VITEST, 'run', '--project', 'database', ...filters) },
  { name: 'build', run: async () => (await import('./test/build-stage.ts')).buildStage() },
  { name: 'start', run: async (filters) => (await import('./test/start-stage.ts')).startStage(filters) },
  { name: 'browser', run: async (filters) => (await import('./test/browser-stage.ts')).browserStage(filters) },
];

async function main(): Promise<number> {
  process.chdir(path.join(import.meta.dirname, '..'));
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  let ended = false;
  onEnd(() => {
    if (ended) return;
    ended = true;
    // The stage that runs notices the end of its program and cleans up; the process then ends by itself.
    void endPrograms();
  });
  const { stages, filters } = readArguments(process.argv.slice(2));
  const done: Done[] = [];
  for (const stage of stages) {
    if (ended) break;
    console.log(`\n── ${stage.name} ──`);
    const start = performance.now();
    const passed = (await stage.run(filters)) === 0;
    done.push({ name: stage.name, passed, seconds: (performance.now() - start) / 1000 });
    if (!passed && stage.name === 'build') break; // nothing to start or to drive
  }
  return summarise(stages, done);
}

function readArguments(args: readonly string[]): { stages: readonly Stage[]; filters: readonly string[] } {
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  const unknown = only?.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    throw new ExpectedFailure(`There is no stage "${unknown}": ${STAGES.map((stage) => stage.name).join(', ')}.`);
  }
  const filters = args.filter((arg) => !arg.startsWith('--only='));
  if (filters.length > 0 && !only) throw new ExpectedFailure('Name a stage to filter: npm test -- --only=unit WORD');
  // These two stand on the build: asking for them asks for it.
  const wanted = only?.some((name) => ['start', 'browser'].includes(name)) ? ['build', ...only] : only;
  return { stages: STAGES.filter((stage) => !wanted || wanted.includes(stage.name)), filters };
}

async function show(...args: string[]): Promise<number> {
  return (await runNode(args, { output: 'show' })).code;
}

function summarise(stages: readonly Stage[], done: readonly Done[]): number {
  console.log('\n── summary ──');
  for (const { name } of stages) {
    const result = done.find((stage) => stage.name === name);
    const state = result ? (result.passed ? 'passed' : 'FAILED') : 'not run';
    console.log(`${name.padEnd(10)}${state.padEnd(9)}${result ? `${result.seconds.toFixed(1)} s` : ''}`);
  }
  return done.length === stages.length && done.every((stage) => stage.passed) ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error instanceof ExpectedFailure ? error.message : error);
  process.exit(1);
}
