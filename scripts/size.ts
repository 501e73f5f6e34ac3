/**
 * `npm run size`: how much JavaScript a browser fetches before a drafting page works, gzipped, and whether that is
 * within the limit. Counts what the page's HTML names (the framework, and the chunks of its layouts and of itself);
 * what is fetched afterwards, such as dialogs, the preview and the checks, is not counted.
 *
 *   npm run size                    the build in NEXT_DIST_DIR, else the one of the tests
 *   npm run size -- <page>          and which files it is made of, largest first, e.g. revenue
 */
import path from 'node:path';
import { ExpectedFailure } from './expected-failure.ts';
import { DRAFTING_PAGES, firstLoad, LIMIT_BYTES } from './size/first-load.ts';
import { TEST_BUILD } from './test/build-stage.ts';

function main(details: string | undefined): number {
  process.chdir(path.join(import.meta.dirname, '..'));
  let tooLarge = 0;
  for (const page of DRAFTING_PAGES) {
    const { files, bytes } = firstLoad(TEST_BUILD, page);
    const verdict = bytes > LIMIT_BYTES ? `  above ${LIMIT_BYTES / 1000} KB` : '';
    if (verdict !== '') tooLarge += 1;
    console.log(`${page.padEnd(28)}${(bytes / 1000).toFixed(1).padStart(7)} KB${verdict}`);
    if (page !== details) continue;
    for (const file of files) console.log(`    ${(file.bytes / 1000).toFixed(1).padStart(7)} KB  ${file.name}`);
  }
  return tooLarge === 0 ? 0 : 1;
}

try {
  process.exit(main(process.argv[2]));
} catch (error) {
  console.error(error instanceof ExpectedFailure ? error.message : error);
  process.exit(1);
}
