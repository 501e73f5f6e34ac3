import { createRequire } from 'node:module';
import path from 'node:path';

interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<{ readonly outputFiles: readonly { text: string }[] }>;
}

/** The bundler that tsx, which runs these scripts, stands on: the project needs none of its own beside Next's. */
const bundler: Bundler = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))('esbuild');

/** One script for a page, minified as a production build is, from a file of this folder and all that it imports. */
export async function bundleForPage(file: string): Promise<string> {
  const { outputFiles } = await bundler.build({
    entryPoints: [path.join(import.meta.dirname, file)],
    absWorkingDir: process.cwd(),
    tsconfig: 'tsconfig.json',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome111',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`${file} gave no script`);
  return script.text;
}
