/**
 * `npm run check`: what must hold before a commit, without database or build. All steps run even when one fails, so
 * that one run tells everything. With --without-tests the unit tests are left to `npm test`, which runs them itself.
 */
import path from 'node:path';
import { endPrograms, runNode } from './child-processes.ts';
import { onEnd } from './watch-parent.ts';

type Step = { readonly name: string; readonly args: readonly string[] };

const STEPS: readonly Step[] = [
  { name: 'format and lint', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'import directions', args: ['scripts/run.mjs', 'check/imports'] },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js'] },
];
const UNIT_TESTS: Step = { name: 'unit tests', args: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'] };

process.chdir(path.join(import.meta.dirname, '..'));
onEnd(() => void endPrograms().then(() => process.exit(1)));

const failed: string[] = [];
for (const step of process.argv.includes('--without-tests') ? STEPS : [...STEPS, UNIT_TESTS]) {
  const start = performance.now();
  const { code, output } = await runNode(step.args, { output: 'collect' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`);
  if (code !== 0) {
    console.log(output);
    failed.push(step.name);
  }
}
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
