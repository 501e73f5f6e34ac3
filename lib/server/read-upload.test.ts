import { describe, expect, it } from 'vitest';
import { readUpload } from './read-upload.ts';

const MAX_BYTES = 1_000;

function request(parts: Readonly<Record<string, string | Blob>>): Request {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) form.append(name, part);
  return new Request('http://localhost/', { method: 'POST', body: form });
}

const file = new Blob([new Uint8Array([1, 2, 3])]);

describe('an uploaded workbook', () => {
  it('comes with the corrections of its cells, or without', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(await readUpload(request({ file }), MAX_BYTES)).toEqual({ ok: true, value: { bytes, corrections: {} } });
    const corrections = JSON.stringify({ '收入!A3': '事业收入' });
    expect(await readUpload(request({ file, corrections }), MAX_BYTES)).toEqual({
      ok: true,
      value: { bytes, corrections: { '收入!A3': '事业收入' } },
    });
  });

  it.each<[string, Request]>([
    ['no file', request({ corrections: '{}' })],
    ['a text in place of the file', request({ file: 'x' })],
    ['corrections that are no JSON', request({ file, corrections: '{' })],
    ['corrections that are no texts', request({ file, corrections: '{"a":1}' })],
    ['a body that is no form', new Request('http://localhost/', { method: 'POST', body: 'x' })],
    ['no body', new Request('http://localhost/', { method: 'POST' })],
  ])('is refused with a sentence: %s', async (_name, upload) => {
    expect(await readUpload(upload, MAX_BYTES)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('is refused where it is too large', async () => {
    const large = request({ file: new Blob([new Uint8Array(MAX_BYTES + 1)]) });
    expect(await readUpload(large, MAX_BYTES)).toEqual({
      ok: false,
      error: { code: 'TOO_LARGE', maxBytes: MAX_BYTES },
    });
  });
});
