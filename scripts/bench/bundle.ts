import { createRequire } from 'node:module';
import path from 'node:path';

interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<{ readonly outputFiles: readonly { text: string }[] }>;
}

/** The bundler that tsx, which runs these scripts, stands on: the project needs none of its own beside Next's. */
const bundler: Bundler = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))('esbuild');

/** One script for a page, minified as a production build is, from a file of this folder and all that it imports. */
export function bundleForPage(file: string): Promise<string> {
  return bundle(file, { format: 'iife', target: 'chrome111' });
}

/** The same for Node, as a module of the project: packages that read files of their own stay outside it. */
export function bundleForNode(file: string): Promise<string> {
  // Packages of the older kind ask for Node's own modules at run time
  const banner = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";
  return bundle(file, {
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['wawoff2'],
    banner: { js: banner },
  });
}

async function bundle(file: string, options: Readonly<Record<string, unknown>>): Promise<string> {
  const { outputFiles } = await bundler.build({
    entryPoints: [path.join(import.meta.dirname, file)],
    absWorkingDir: process.cwd(),
    tsconfig: 'tsconfig.json',
    bundle: true,
    write: false,
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    ...options,
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`${file} gave no script`);
  return script.text;
}
