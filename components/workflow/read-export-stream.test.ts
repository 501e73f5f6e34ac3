import { expect, test } from 'vitest';
import { readExportStream } from './read-export-stream.ts';

const STEPS = [
  { number: 1, all: 2, making: 'pdf' },
  { number: 2, all: 2, making: 'xlsx' },
];
const CONTENT = '%PDF\n第1行\n';

function told(lines: readonly unknown[], content = ''): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('') + content);
}

/** The bytes in pieces of a size: networks cut where they like. */
function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.byteLength) return controller.close();
      controller.enqueue(new Uint8Array(bytes.slice(at, at + size)));
      at += size;
    },
  });
}

const byteLength = new TextEncoder().encode(CONTENT).byteLength;
const FILE = { file: { name: '预算（草稿）.pdf', mediaType: 'application/pdf', byteLength } };

test.each([1, 7, 1000])('steps and file are read whatever the pieces: %i bytes', async (size) => {
  const steps: unknown[] = [];
  const whole = told([...STEPS.map((step) => ({ step })), FILE], CONTENT);
  const read = await readExportStream(streamOf(whole, size), (step) => steps.push(step));
  expect(steps).toEqual(STEPS);
  if (!read.ok) throw new Error(read.error);
  expect(read.value).toMatchObject({ name: '预算（草稿）.pdf', mediaType: 'application/pdf' });
  expect(await new Blob(read.value.bytes).text()).toBe(CONTENT);
});

test('a problem is its sentence', async () => {
  const read = await readExportStream(streamOf(told([{ problem: { message: '附件 3 导出失败' } }]), 9), () => {});
  expect(read).toEqual({ ok: false, error: '附件 3 导出失败' });
});

test.each([
  ['between the steps', told([{ step: STEPS[0] }])],
  ['within a line', told([FILE]).slice(0, 10)],
  ['within the file', told([FILE], CONTENT.slice(0, 3))],
])('one that was broken off %s is no file', async (_where, bytes) => {
  await expect(readExportStream(streamOf(bytes, 5), () => {})).rejects.toThrow();
});
