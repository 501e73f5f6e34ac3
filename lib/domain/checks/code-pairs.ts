/**
 * Functional and economic codes that belong together in basic expenditure (《政府收支分类科目》, notes on both sides).
 * Where a functional code is listed, its lines bear one of these economic codes.
 */
export const ECONOMIC_OF_FUNCTION: Readonly<Record<string, readonly string[]>> = {
  '2080501': ['30301', '30302', '30305', '30399'],
  '2080502': ['30301', '30302', '30305', '30399'],
  '2080505': ['30108'],
  '2080506': ['30109'],
  '2101101': ['30110', '30111', '30112'],
  '2101102': ['30110', '30111', '30112'],
  '2101103': ['30111', '30307'],
  '2210201': ['30113'],
  '2210202': ['30102', '30399'],
  '2210203': ['30102', '30399'],
};

/** Where an economic code is listed, it stands under one of these functional codes (by their beginning). */
export const FUNCTION_OF_ECONOMIC: Readonly<Record<string, readonly string[]>> = {
  '30108': ['2080505'],
  '30109': ['2080506'],
  '30110': ['21011'],
  '30111': ['21011'],
  '30113': ['2210201'],
};
