import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<{ readonly outputFiles: readonly BundledFile[] }>;
}

interface BundledFile {
  readonly path: string;
  readonly text: string;
}

/** The bundler that tsx, which runs these scripts, stands on: the project needs none of its own beside Next's. */
const bundler: Bundler = createRequire(createRequire(import.meta.url).resolve('tsx/package.json'))('esbuild');

/** One script for a page, minified as a production build is, from a file of this folder and all that it imports. */
export async function bundleForPage(file: string): Promise<string> {
  const [script] = await bundle(file, { format: 'iife', target: 'chrome111' });
  if (!script) throw new Error(`${file} gave no script`);
  return script.text;
}

/**
 * The same for Node, as modules in a folder of the project: what is imported on demand is a module of its own, as in the
 * server's build, and packages that read files of their own stay outside.
 *
 * @returns the module to run
 */
export async function bundleForNode(file: string, folder: string): Promise<string> {
  // Packages of the older kind ask for Node's own modules at run time
  const banner = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";
  const files = await bundle(file, {
    format: 'esm',
    splitting: true,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20',
    external: ['wawoff2'],
    banner: { js: banner },
  });
  await mkdir(folder, { recursive: true });
  for (const { path: target, text } of files) await writeFile(target, text);
  return path.join(folder, path.basename(file).replace(/ts$/, 'mjs'));
}

async function bundle(file: string, options: Readonly<Record<string, unknown>>): Promise<readonly BundledFile[]> {
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
  return outputFiles;
}
