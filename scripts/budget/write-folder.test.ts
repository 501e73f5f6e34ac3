import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from './refusal.ts';
import { writeFolder } from './write-folder.ts';

let place = '';
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'write-folder-'));
});
afterEach(() => {
  chmodSync(place, 0o755);
  rmSync(place, { recursive: true, force: true });
});

const ABOUT = { unit: '309001' };
const filesIn = (folder: string) => readdirSync(folder).sort();
const textOf = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('an export into a folder', () => {
  it('makes the folder, with a list of what it wrote', () => {
    const folder = path.join(place, 'a/b');
    writeFolder(
      folder,
      [
        { name: '01.json', content: '{}' },
        { name: 'x.pdf', content: new Uint8Array([37]) },
      ],
      ABOUT,
    );
    expect(filesIn(folder)).toEqual(['01.json', 'export.json', 'x.pdf']);
    expect(JSON.parse(textOf(folder, 'export.json'))).toEqual({ unit: '309001', files: ['01.json', 'x.pdf'] });
    expect(filesIn(path.join(place, 'a'))).toEqual(['b']);
  });

  it('takes away what an earlier export wrote and this one does not, and nothing else', () => {
    writeFolder(
      place,
      [
        { name: '01.json', content: '1' },
        { name: '12-9.json', content: '9' },
      ],
      ABOUT,
    );
    writeFileSync(path.join(place, 'letter.txt'), 'mine');
    writeFolder(place, [{ name: '01.json', content: '2' }], ABOUT);
    expect(filesIn(place)).toEqual(['01.json', 'export.json', 'letter.txt']);
    expect(textOf(place, '01.json')).toBe('2');
  });

  it('takes nothing away on the word of a list that is not ours', () => {
    const outside = path.join(place, 'outside.txt');
    const folder = path.join(place, 'out');
    mkdirSync(folder);
    writeFileSync(outside, 'mine');
    writeFileSync(path.join(folder, 'export.json'), JSON.stringify({ files: ['../outside.txt'] }));
    writeFolder(folder, [{ name: '01.json', content: '1' }], ABOUT);
    expect(existsSync(outside)).toBe(true);
  });

  it('that cannot be written whole leaves what was there, and no leavings', () => {
    writeFolder(place, [{ name: '01.json', content: 'before' }], ABOUT);
    const bad = [
      { name: '01.json', content: 'after' },
      { name: 'missing/02.json', content: '' },
    ];
    expect(() => writeFolder(path.join(place), bad, ABOUT)).toThrow();
    expect(filesIn(place)).toEqual(['01.json', 'export.json']);
    expect(textOf(place, '01.json')).toBe('before');
    expect(readdirSync(path.dirname(place)).filter((name) => name.startsWith(`${path.basename(place)}.`))).toEqual([]);
  });

  it('a file in its place is told in a sentence', () => {
    const file = path.join(place, 'file');
    writeFileSync(file, '');
    expect(() => writeFolder(path.join(file, 'out'), [], ABOUT)).toThrow(Refusal);
    expect(() => writeFolder(file, [], ABOUT)).toThrow(Refusal);
  });
});
