import { describe, expect, test } from 'vitest';
import { MAX_PASTE_BYTES, readClipboardText, toClipboardText } from './clipboard-text.ts';

const read = (text: string) => {
  const result = readClipboardText(text);
  return result.ok ? result.value : result.error;
};

describe('clipboard text', () => {
  test('reads what Excel copies: tabs, a last line break, quoted cells with breaks and quotes inside', () => {
    expect(read('a\tb\r\n"x\ny"\t"say ""so"""\r\n')).toEqual([
      ['a', 'b'],
      ['x\ny', 'say "so"'],
    ]);
  });

  test('a cell that merely begins with a quote is no quoted one, as Excel copies it', () => {
    expect(read('"甲" 地块\t1\r\n"乙\t2')).toEqual([
      ['"甲" 地块', '1'],
      ['"乙', '2'],
    ]);
  });

  test('keeps blank cells and rows, and takes line breaks of all systems', () => {
    expect(read('a\t\n\t\rb\r\n\r\nc')).toEqual([['a', ''], ['', ''], ['b'], [''], ['c']]);
    expect(read('')).toEqual([['']]);
  });

  test('a text without end of its quote is read in time that grows with its length alone', () => {
    expect(read(`"${'字'.repeat(1_000_000)}`)).toHaveLength(1);
    expect(read('"x\t'.repeat(300_000))).toHaveLength(1);
  });

  test('gives back what it wrote', () => {
    const cells = [
      ['30201', '办公费', '1,234.50'],
      ['"引号"', '两\n行', ''],
    ];
    expect(read(toClipboardText(cells))).toEqual(cells);
  });

  test('guards texts that a spreadsheet would run, not negative numbers, and takes the guard off again', () => {
    const cells = [['=1+1', '@x', '-142,140.00', '-cmd', '＝1+1']];
    const text = toClipboardText(cells);
    expect(text).toBe("'=1+1\t'@x\t-142,140.00\t'-cmd\t'＝1+1");
    expect(read(text)).toEqual(cells);
  });

  test('refuses 10 MB with a sentence that says what to do', () => {
    expect(read('0'.repeat(10_000_000))).toBe('粘贴的内容超过 5 MB，没有写入。请分几次粘贴。');
    expect(read('预'.repeat(MAX_PASTE_BYTES / 2))).toContain('超过 5 MB');
  });

  test('refuses more rows than a save can hold', () => {
    expect(read('1\n'.repeat(10_001))).toContain('一次最多 10000 行');
  });
});
