import { expect, test } from 'vitest';
import { annexFileStem, safeFileName } from './annex-names.ts';

test.each([
  ['1', '01'],
  ['9', '09'],
  ['10', '10'],
  ['12-3', '12-3'],
])('annex %s is filed as %s', (annex, stem) => {
  expect(annexFileStem(annex)).toBe(stem);
});

test.each([
  ['309001信访办（本级）2023年部门预算', '309001信访办（本级）2023年部门预算'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a\\b:c*d?e"f<g>h|i', 'a_b_c_d_e_f_g_h_i'],
  ['表\u0000\r\n名', '表___名'],
  ['  .hidden. ', 'hidden'],
  ['…', '…'],
  ['', '_'],
  ['信'.repeat(200), '信'.repeat(80)],
])('%j is a safe file name', (text, name) => {
  expect(safeFileName(text)).toBe(name);
});
