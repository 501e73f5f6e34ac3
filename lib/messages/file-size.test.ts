import { describe, expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

describe('fileSize', () => {
  it.each([
    [1, '1 字节'],
    [1023, '1023 字节'],
    [1024, '1.0 KB'],
    [36_045, '35.2 KB'],
    [20 * 1_048_576, '20.0 MB'],
  ])('of %i bytes is %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text);
  });
});
