import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from './child-processes.ts';
import { ExpectedFailure } from './expected-failure.ts';
import { diskFullSentence, isDiskFull } from './postgres/explain-failure.ts';

export const NEXT = 'node_modules/next/dist/bin/next';

/** What goes into the build; a change of anything else needs no new one. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma/schema',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'tsconfig.json',
];

/** Whether `folder` holds a build of exactly these sources. */
export function isBuildCurrent(folder: string, root: string): boolean {
  const stamp = path.join(root, folder, 'source-stamp');
  return (
    existsSync(path.join(root, folder, 'BUILD_ID')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sourceStamp(root)
  );
}

/** Builds into `folder`, quietly; throws with a sentence when the disk is full and with the output when it fails. */
export async function build(folder: string, root: string): Promise<void> {
  const stamp = sourceStamp(root); // before the build: what is edited meanwhile makes the build stale
  const { code, output } = await runNode([NEXT, 'build'], {
    env: { ...process.env, NEXT_DIST_DIR: folder, NODE_ENV: 'production' },
    output: 'collect',
  });
  if (code !== 0 && isDiskFull(output)) throw new ExpectedFailure(diskFullSentence());
  if (code !== 0) throw new ExpectedFailure(`The build failed. 构建失败。\n${output}`);
  writeFileSync(path.join(root, folder, 'source-stamp'), stamp);
}

/** A fingerprint of the names and contents of all sources of the build; tests are none of them. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of SOURCES.flatMap((name) => filesOf(root, name))) {
    hash.update(`\0${source}\0`).update(readFileSync(path.join(root, source)));
  }
  return hash.digest('hex');
}

function filesOf(root: string, name: string): string[] {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  const entries = readdirSync(path.dirname(full), { withFileTypes: true }).filter(
    (entry) => entry.name === path.basename(full),
  );
  if (entries.some((entry) => entry.isFile())) return [name];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}
