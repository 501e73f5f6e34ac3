import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'mingsuan-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('where the compiler cannot be loaded the thread says so before any document', async () => {
  const elsewhere = path.join(folder, 'typst-worker.mjs');
  cpSync('lib/publishing/pdf/typst-worker.mjs', elsewhere);
  const worker = new Worker(elsewhere, { workerData: { templateFolder: folder, fontFolders: [] } });
  const message = await new Promise((resolve) => worker.once('message', resolve));
  await worker.terminate();
  expect(message).toMatchObject({
    failure: 'engine-missing',
    detail: expect.stringContaining('typst-ts-node-compiler'),
  });
});
