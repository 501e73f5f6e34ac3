/**
 * The import directions of .dependency-cruiser.cjs over the whole tree. A run that has read no modules fails: without
 * a parser for TypeScript the cruiser finds nothing, and finds nothing wrong.
 */
import { existsSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts', 'e2e', 'tests', 'proxy.ts'];
/** Each layer must have been read: a rule about a folder that was not is no rule. */
const LAYERS = ['app/', 'components/', 'lib/domain/', 'lib/db/', 'lib/services/', 'lib/publishing/'];

/** A room without a name of its own collects what nobody finds again. */
const NAMELESS = /(^|\/)(utils?|helpers?|misc|common|types)(\/|\.tsx?$)/;

const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(
  FOLDERS.filter((name) => existsSync(name)),
  options,
);
const { modules, summary } = output as ICruiseResult;

for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' → ') : `${from} → ${to}`;
  console.log(`${rule.name}: ${way}`);
}
const nameless = modules.map(({ source }) => source).filter((source) => source.match(NAMELESS) && isOurs(source));
for (const source of nameless) console.log(`no-room-without-a-name: ${source}`);
const unread = LAYERS.filter(
  (layer) => !modules.some(({ source, dependencies }) => source.startsWith(layer) && dependencies.length > 0),
);
for (const layer of unread) console.log(`No imports were read in ${layer}: is the parser (@swc/core) installed?`);
console.log(
  `${modules.length} modules, ${summary.totalDependenciesCruised ?? 0} imports, ${summary.violations.length} against the directions`,
);
process.exit(summary.violations.length + nameless.length + unread.length > 0 ? 1 : 0);

function isOurs(source: string): boolean {
  return !/node_modules|^prisma\/generated/.test(source);
}
