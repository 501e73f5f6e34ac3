import { runNode } from '../child-processes.ts';
import { TEST_BUILD } from './build-stage.ts';

/** Runs the tests of the whole application as a process, on the test build. */
export async function startStage(filters: readonly string[]): Promise<number> {
  const env = { ...process.env, NEXT_DIST_DIR: TEST_BUILD };
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'application', ...filters];
  return (await runNode(args, { env, output: 'show' })).code;
}
