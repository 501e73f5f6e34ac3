import { expect, test } from 'vitest';
import { contentDisposition, fileResponse } from './file-response.ts';

test('a Chinese name comes as UTF-8 beside an ASCII stand-in', () => {
  const header = contentDisposition("309001信访办（本级）2023年部门预算'1'.pdf");
  expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''[\w.%-]+$/);
  const encoded = header.split("UTF-8''")[1] ?? '';
  expect(decodeURIComponent(encoded)).toBe("309001信访办（本级）2023年部门预算'1'.pdf");
});

test('nothing in a name can leave the header', () => {
  expect(contentDisposition('a"\r\nset-cookie: x.pdf')).not.toMatch(/[\r\n]|"; (?!filename\*)/);
});

test('the file is sent whole, as a download that is never kept', async () => {
  const bytes = new TextEncoder().encode('%PDF');
  const response = fileResponse({ name: '预算.pdf', mediaType: 'application/pdf', bytes });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '4',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});
