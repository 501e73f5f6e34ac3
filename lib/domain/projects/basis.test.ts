import { describe, expect, it } from 'vitest';
import { readBasis } from './basis.ts';

describe('readBasis', () => {
  it.each([
    ['区财行〔2022〕132号', { hasDocumentNumber: true, newestYear: 2022 }],
    ['区财行【2022】132号、﹝2019﹞5号', { hasDocumentNumber: true, newestYear: 2022 }],
    [
      '（2011）第十五届区人民政府第71次常务会议纪要（75期）',
      { hasDocumentNumber: false, hasMeeting: true, newestYear: 2011 },
    ],
    ['《信访工作条例》', { hasLaw: true, hasTitle: true, newestYear: null }],
    ['2020年《关于启用专网的通知》', { hasDocumentNumber: false, hasLaw: false, hasTitle: true, newestYear: 2020 }],
    ['领导要求', { hasDocumentNumber: false, hasMeeting: false, hasLaw: false, hasTitle: false, newestYear: null }],
  ])('%s', (basis, facts) => expect(readBasis(basis)).toMatchObject(facts));
});
