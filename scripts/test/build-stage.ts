import { build, isBuildCurrent } from '../build.ts';
import { ExpectedFailure } from '../expected-failure.ts';

/** Apart from the folder that a running `npm start` serves from. */
export const TEST_BUILD = process.env.NEXT_DIST_DIR ?? '.next-test';

/** Builds for the journeys, unless the last build is of the same sources. */
export async function buildStage(): Promise<number> {
  if (isBuildCurrent(TEST_BUILD, process.cwd())) {
    console.log(`${TEST_BUILD} is up to date`);
    return 0;
  }
  try {
    await build(TEST_BUILD, process.cwd());
    console.log(`built into ${TEST_BUILD}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    console.error(error.message);
    return 1;
  }
}
