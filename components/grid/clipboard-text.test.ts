import { describe, expect, test } from 'vitest';
import { MAX_PASTE_BYTES, readClipboardText, toClipboardText } from './clipboard-text.ts';

const read = async (text: string) => {
  const result = await readClipboardText(text);
  return result.ok ? result.value : result.error;
};

describe('clipboard text', () => {
  test('reads what Excel copies: tabs, a last line break, quoted cells with breaks and quotes inside', async () => {
    expect(await read('a\tb\r\n"x\ny"\t"say ""so"""\r\n')).toEqual([
      ['a', 'b'],
      ['x\ny', 'say "so"'],
    ]);
  });

  test('gives back what it wrote', async () => {
    const cells = [
      ['30201', '办公费', '1,234.50'],
      ['"引号"', '两\n行', ''],
    ];
    expect(await read(toClipboardText(cells))).toEqual(cells);
  });

  test('guards texts that a spreadsheet would run, not negative numbers, and takes the guard off again', async () => {
    const text = toClipboardText([['=1+1', '@x', '-142,140.00', '-cmd']]);
    expect(text).toBe("'=1+1\t'@x\t-142,140.00\t'-cmd");
    expect(await read(text)).toEqual([['=1+1', '@x', '-142,140.00', '-cmd']]);
  });

  test('refuses 10 MB with a sentence that says what to do', async () => {
    expect(await read('0'.repeat(10_000_000))).toBe('粘贴的内容超过 5 MB，没有写入。请分几次粘贴。');
    expect(await read('预'.repeat(MAX_PASTE_BYTES / 2))).toContain('超过 5 MB');
  });

  test('refuses more rows than a save can hold', async () => {
    expect(await read('1\n'.repeat(10_001))).toContain('一次最多 10000 行');
  });
});
