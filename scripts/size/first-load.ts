import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { ExpectedFailure } from '../expected-failure.ts';

/** Of each drafting page, gzipped; KB are 1000 bytes here, the stricter reading. */
export const LIMIT_BYTES = 300_000;

const WORKSPACE = 'server/app/(workspace)/budgets/[budgetId]';

/** The pages on which a budget is typed: every page of the workspace with a grid or a form of its own. */
export const DRAFTING_PAGES: readonly string[] = readdirSync(
  path.join(import.meta.dirname, '../../app/(workspace)/budgets/[budgetId]'),
  { recursive: true, withFileTypes: true },
)
  .filter((entry) => entry.name === 'page.tsx')
  .map((entry) =>
    path.relative(path.join(import.meta.dirname, '../../app/(workspace)/budgets/[budgetId]'), entry.parentPath),
  )
  .filter((page) => page !== '')
  .sort();

interface FirstLoad {
  /** Largest first. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly bytes: number;
}

/**
 * The scripts that the HTML of a page names, gzipped.
 *
 * @param folder of the build
 * @param page its path below a budget, e.g. `revenue`
 */
export function firstLoad(folder: string, page: string): FirstLoad {
  const manifest = path.join(folder, WORKSPACE, page, 'page_client-reference-manifest.js');
  if (!existsSync(manifest))
    throw new ExpectedFailure(`${folder} has no ${page}: build first, npm test -- --only=build`);
  const names = new Set([...mainFiles(folder), ...entryFiles(readFileSync(manifest, 'utf8'))]);
  const files = [...names].map((name) => ({ name, bytes: gzipSync(readFileSync(path.join(folder, name))).length }));
  return {
    files: files.sort((a, b) => b.bytes - a.bytes),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function mainFiles(folder: string): readonly string[] {
  const { rootMainFiles }: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(path.join(folder, 'build-manifest.json'), 'utf8'),
  );
  return rootMainFiles;
}

/** The manifest is a script that fills a global with one entry: the chunks of the layouts and of the page. */
function entryFiles(script: string): readonly string[] {
  const scope = { globalThis: {} as { __RSC_MANIFEST?: Record<string, { entryJSFiles: Record<string, string[]> }> } };
  vm.runInNewContext(script, scope);
  return Object.values(scope.globalThis.__RSC_MANIFEST ?? {}).flatMap(({ entryJSFiles }) =>
    Object.values(entryJSFiles).flat(),
  );
}

/** The pages of a build that are above the limit, each with its size as a line to print. */
export function tooLarge(folder: string): readonly string[] {
  return DRAFTING_PAGES.flatMap((page) => {
    const { bytes } = firstLoad(folder, page);
    const sizes = `${(bytes / 1000).toFixed(1)} KB, above ${LIMIT_BYTES / 1000} KB`;
    return bytes > LIMIT_BYTES ? [`The first load of ${page} is ${sizes}: npm run size -- ${page}`] : [];
  });
}
