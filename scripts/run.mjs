/**
 * Runs one of the scripts of this folder, which are TypeScript: `node scripts/run.mjs start`. This file alone is plain
 * JavaScript that an old Node can read, so that an old Node gets a sentence and not a syntax error.
 */
/** The oldest minor release of each major one; from 24 on all will do. Prisma sets these limits. */
const OLDEST = new Map([
  [20, 19],
  [22, 12],
]);

const [major, minor] = process.versions.node.split('.').map(Number);
const oldestMinor = OLDEST.get(major);
if (major < 24 && (oldestMinor === undefined || minor < oldestMinor)) {
  refuse(
    `Node.js 20.19, 22.12 or 24 is needed, this is ${process.versions.node}: install a newer one from nodejs.org. 需要 Node.js 20.19、22.12 或 24 以上版本，当前为 ${process.versions.node}，请升级。`,
  );
}

const name = process.argv[2] || '';
process.argv.splice(1, 2, new URL(`./${name}.ts`, import.meta.url).pathname);
import('tsx/esm/api')
  .catch(() => refuse('The packages are not installed: run "npm ci" first. 尚未安装依赖，请先运行 npm ci。'))
  .then((tsx) => {
    tsx.register();
    return import(`./${name}.ts`);
  });

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
