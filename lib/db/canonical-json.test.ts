import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('does not depend on the order of keys, at any depth', () => {
    const one = canonicalJson({ b: 1, a: [{ d: null, c: '汉' }] });
    expect(one).toBe('{"a":[{"c":"汉","d":null}],"b":1}');
    expect(canonicalJson({ a: [{ c: '汉', d: null }], b: 1 })).toBe(one);
  });

  it('keeps the order of lists, and leaves out what is undefined', () => {
    expect(canonicalJson({ list: [2, 1], gone: undefined })).toBe('{"list":[2,1]}');
  });
});

describe('sha256', () => {
  it('is the digest of the text in UTF-8', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('汉')).not.toBe(sha256('漢'));
  });
});
