/** What a project's 立项依据 rests on, as far as its words tell. */
export interface BasisFacts {
  /** A 发文字号 such as 〔2022〕132号. */
  readonly hasDocumentNumber: boolean;
  /** The minutes or decision of a meeting. */
  readonly hasMeeting: boolean;
  /** A law or regulation, which holds until it is repealed. */
  readonly hasLaw: boolean;
  /** A document named in 《》, of any kind. */
  readonly hasTitle: boolean;
  /** The year of the newest document; null where no year is named. */
  readonly newestYear: number | null;
}

const YEAR = String.raw`(?:19|20)\d{2}`;
const DOCUMENT_NUMBER = new RegExp(
  String.raw`[〔﹝【\[(]\s*${YEAR}\s*[〕﹞】\])]\s*(?:第\s*)?\d+\s*号|${YEAR}年第\s*\d+\s*号`,
);
const MEETING = /纪要|第\s*[\d一二三四五六七八九十百]+\s*次[^，。；]*会议/;
const LAW = /《[^》]*(?:法|条例|规定|办法|细则|准则)(?:\(试行\))?》/;
const YEARS = new RegExp(String.raw`[〔﹝【\[(]\s*(${YEAR})\s*[〕﹞】\])]|(${YEAR})年`, 'g');

/** Reads the words of a 立项依据. */
export function readBasis(basis: string): BasisFacts {
  const text = basis.normalize('NFKC');
  const years = [...text.matchAll(YEARS)].map(([, bracketed, plain]) => Number(bracketed ?? plain));
  return {
    hasDocumentNumber: DOCUMENT_NUMBER.test(text),
    hasMeeting: MEETING.test(text),
    hasLaw: LAW.test(text),
    hasTitle: /《[^》]+》/.test(text),
    newestYear: years.length === 0 ? null : Math.max(...years),
  };
}
