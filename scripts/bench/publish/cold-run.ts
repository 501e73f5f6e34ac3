/**
 * What the benchmark measures of the product in a cold process: a budget package in, documents out. Bundled before, as a
 * server's code is. Arguments: the package, then the files to write, whose endings name the formats.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportFiles, prepareDrawing } from '@/lib/services/exports/export-files.ts';
import { approvedSet } from '../../../tests/demonstration-set.ts';

const [source = '', ...targets] = process.argv.slice(2);
const formats = targets.map((target) => (path.extname(target) === '.pdf' ? 'pdf' : 'xlsx'));
prepareDrawing(formats);
const set = await approvedSet(JSON.parse(await readFile(source, 'utf8')));
const files = await exportFiles(set, { formats });
if (!files.ok) throw new Error(JSON.stringify(files.error));
for (const [index, target] of targets.entries()) {
  const file = files.value.find(({ format }) => format === formats[index]);
  if (!file) throw new Error(`nothing was drawn for ${target}`);
  await writeFile(target, file.bytes);
}
// The compiler's thread would be kept warm for a next document
process.exit(0);
