// Compiles publications to PDF in a thread of its own: the compiler blocks while it works and its memory grows, so the
// thread is thrown away now and then (typst-compiler.ts). Plain JavaScript, because it is started by its path.
import { parentPort, workerData } from 'node:worker_threads';

/** Compiled pieces of earlier documents are kept for one document more: a second export is the faster for it. */
const CACHE_AGE = 1;

/** @typedef {{ id: number, plan: string, tagged: boolean }} Job */

/** The compiler's native part exists for some platforms alone. */
const library = import('@myriaddreamin/typst-ts-node-compiler').catch((/** @type {unknown} */ error) => {
  parentPort?.postMessage({ failure: 'engine-missing', detail: String(error) });
  return null;
});

/** A character of each free face: reading them takes a third of a first document's time. */
const ALL_FACES = `#set text(fallback: false)
#for (font, weight) in (("Noto Serif SC", 400), ("Noto Serif SC", 700), ("Noto Sans SC", 400), ("LXGW WenKai", 500)) {
  text(font: font, weight: weight, "文")
}`;

/** Reads the fonts before a document is asked for: whoever will ask is gathering its figures meanwhile. */
async function prepare() {
  const loaded = await library;
  if (!loaded) return null;
  const typst = loaded.NodeCompiler.create({
    workspace: workerData.templateFolder,
    fontArgs: [{ fontPaths: workerData.fontFolders }],
    inputs: { 'own-fonts': workerData.ownFonts ? 'yes' : 'no' },
  });
  if (!workerData.ownFonts) typst.compile({ mainFileContent: ALL_FACES });
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

parentPort?.on('message', (/** @type {Job} */ job) => void compile(job));
