import { strFromU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MEDIA_TYPES } from '../export-file.ts';
import { repackZip, zipFiles } from './zip-files.ts';

const encoder = new TextEncoder();
const FILES = [
  { name: 'json/01.json', mediaType: MEDIA_TYPES.json, bytes: encoder.encode('{"a":1}') },
  { name: '309001信访办（本级）2023年部门预算.pdf', mediaType: MEDIA_TYPES.pdf, bytes: encoder.encode('%PDF') },
];

test('holds every file under its Chinese name', () => {
  const entries = unzipSync(zipFiles(FILES, '2023-02-10'));
  expect(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['json/01.json', '{"a":1}'],
    ['309001信访办（本级）2023年部门预算.pdf', '%PDF'],
  ]);
});

test('the same files and date give the same bytes', () => {
  expect(zipFiles(FILES, '2023-02-10')).toEqual(zipFiles(FILES, '2023-02-10'));
  expect(zipFiles(FILES, '2023-02-10')).not.toEqual(zipFiles(FILES, '2023-02-11'));
});

test('an archive of another program is packed again with the same entries, whatever bytes it had', () => {
  const entries = { 'a.xml': encoder.encode('<a/>'.repeat(100)), 'b/c.xml': encoder.encode('c') };
  const packed = [zipSync(entries, { level: 1 }), zipSync(entries, { level: 9 })].map((bytes) =>
    repackZip(bytes, '2023-02-10'),
  );
  expect(packed[0]).toEqual(packed[1]);
  expect(unzipSync(packed[0] ?? new Uint8Array())).toEqual(entries);
});
