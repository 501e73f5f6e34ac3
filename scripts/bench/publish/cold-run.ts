/**
 * What the benchmark measures of the product in a cold process: a budget package in, documents out. Bundled before, as a
 * server's code is. Arguments: the package, its parts that are wanted, then the files to write, whose endings name the formats.
 */
import path from 'node:path';
import { prepareCompiler } from '@/lib/publishing/pdf/typst-compiler.ts';

const [source = '', parts = '', ...targets] = process.argv.slice(2);
const wanted = targets.map((target) => ({ target, format: path.extname(target) === '.pdf' ? 'pdf' : 'xlsx' }) as const);
// On the other core, while this one still loads code
if (wanted.some(({ format }) => format === 'pdf')) prepareCompiler();
const { publish } = await import('./publish-package.ts');
await publish(source, parts.split(','), wanted);
// The compiler's thread would be kept warm for a next document
process.exit(0);
