// Compiles publications to PDF in a thread of its own: the compiler blocks while it works and its memory grows, so the
// thread is thrown away now and then (typst-compiler.ts). Plain JavaScript, because it is started by its path.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

// On Linux this is this thread alone and those that the compiler starts: whoever waits for a page goes first.
if (process.platform === 'linux') setPriority(5);

/** Compiled pieces of earlier documents are kept for one document more: a second export is the faster for it. */
const CACHE_AGE = 1;

/** @typedef {{ id: number, plan: string, tagged: boolean }} Job */

/** The compiler's native part exists for some platforms alone. */
const library = import('@myriaddreamin/typst-ts-node-compiler').catch((/** @type {unknown} */ error) => {
  parentPort?.postMessage({ failure: 'engine-missing', detail: String(error) });
  return null;
});

/** The free faces, the one that only a narrative has last: reading them takes a third of a first document's time. */
const FACES = [
  { font: 'Noto Serif SC', weight: 400 },
  { font: 'Noto Serif SC', weight: 700 },
  { font: 'Noto Sans SC', weight: 400 },
  { font: 'LXGW WenKai', weight: 500 },
];

let isAskedFor = false;

/** Reads the fonts before a document is asked for: whoever will ask is gathering its figures meanwhile. */
async function prepare() {
  const loaded = await library;
  if (!loaded) return null;
  const typst = loaded.NodeCompiler.create({
    workspace: workerData.templateFolder,
    fontArgs: [{ fontPaths: workerData.fontFolders }],
    inputs: { 'own-fonts': workerData.ownFonts ? 'yes' : 'no' },
  });
  for (const { font, weight } of workerData.ownFonts ? [] : FACES) {
    typst.compile({ mainFileContent: `#text(font: "${font}", weight: ${weight}, fallback: false, "文")` });
    // Once there is a document it reads what it still needs, and nothing else
    await new Promise((resolve) => setImmediate(resolve));
    if (isAskedFor) break;
  }
  return typst;
}

const prepared = prepare();
// What is wrong is told with the first document
prepared.catch(() => {});

/** @param {Job} job */
async function compile({ id, plan, tagged }) {
  try {
    const typst = await prepared;
    if (!typst) return;
    typst.mapShadow(`${workerData.templateFolder}/publication.json`, Buffer.from(plan));
    const compiled = typst.compile({ mainFilePath: `${workerData.templateFolder}/template.typ` });
    const errors = compiled.takeDiagnostics();
    if (!compiled.result) {
      parentPort?.postMessage({ id, failure: 'failed', detail: JSON.stringify(errors?.shortDiagnostics ?? null) });
      return;
    }
    // Both standards ask for a glyph of every character.
    const pdf = typst.pdf(compiled.result, { pdfStandard: tagged ? 'a-2a' : 'a-2u', pdfTags: tagged });
    typst.evictCache(CACHE_AGE);
    const bytes = new Uint8Array(pdf);
    parentPort?.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, failure: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

parentPort?.on('message', (/** @type {Job} */ job) => {
  isAskedFor = true;
  void compile(job);
});
