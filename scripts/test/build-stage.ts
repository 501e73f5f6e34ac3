import { build, isBuildCurrent } from '../build.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { tooLarge } from '../size/first-load.ts';

/** Apart from the folder that a running `npm start` serves from. */
export const TEST_BUILD = process.env.NEXT_DIST_DIR ?? '.next-test';

/** Builds for the journeys, unless the last build is of the same sources. */
export async function buildStage(): Promise<number> {
  if (isBuildCurrent(TEST_BUILD, process.cwd())) {
    console.log(`${TEST_BUILD} is up to date`);
    return checkSize();
  }
  try {
    await build(TEST_BUILD, process.cwd());
    console.log(`built into ${TEST_BUILD}`);
    return checkSize();
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** The drafting pages have to start quickly on old office PCs. */
function checkSize(): number {
  const pages = tooLarge(TEST_BUILD);
  for (const page of pages) console.error(page);
  return pages.length === 0 ? 0 : 1;
}
