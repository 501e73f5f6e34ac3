import { printsExactly } from '../annexes/annex-sets.ts';
import type { AnnexSet } from '../annexes/definition.ts';
import type { Rounding } from '../annexes/rounding.ts';
import type { NarrativeDocument } from './narrative-document.ts';

/** What the text says of a custom of rounding that is not the usual one: its own figures are rounded one by one. */
const STATEMENTS: Readonly<Record<Rounding, string | null>> = {
  EACH_CELL: null,
  SUM_OF_PARTS:
    '取整说明：附表金额以万元为单位，分项四舍五入，合计数为取整后的分项数之和；说明文字中的金额按精确金额四舍五入，与附表可能相差末位。',
  LARGEST_REMAINDER:
    '取整说明：附表金额以万元为单位，按最大余数法取整，使各栏分项数之和等于合计数；说明文字中的金额按精确金额四舍五入，与附表可能相差末位。',
};

/** The narrative with a closing paragraph on how its annexes are rounded, where that is not the usual custom. */
export function withRoundingStated(narrative: NarrativeDocument, annexSet: AnnexSet): NarrativeDocument {
  const text = printsExactly(annexSet) ? null : STATEMENTS[annexSet.rounding];
  if (text === null) return narrative;
  return { ...narrative, closing: [...narrative.closing, { id: 'rounding', runs: [{ kind: 'text', text }] }] };
}
