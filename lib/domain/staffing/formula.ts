import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { formatForEntry } from '../money/format.ts';
import { groupName, headsOf, PAY_FIELDS, yearlyPayFen } from './pay.ts';
import { STAFF_KIND_LABELS, type StaffGroup } from './staff-group.ts';
import { type HeadBasis, PAY_ITEM_LABELS, type PayItem, WHOLE_PARTS_PER_MILLION } from './standard.ts';

/** What one standard adds to a line, as it is written where it stands alone, and where it is one of several. */
export interface FormulaPart {
  readonly alone: string;
  readonly amongOthers: string;
}

/** Longest formula that is kept with an accepted calculation. */
const MAX_FORMULA_LENGTH = 500;
/** Beyond this the groups of a kind are added up, or the formula would say less by saying more. */
const MAX_DETAIL_LENGTH = 160;

export function money(amountFen: Fen): string {
  return formatForEntry(amountFen, 'yuan');
}

/** `16%`, `0.16%`: parts per million without needless noughts. */
export function percentText(partsPerMillion: bigint): string {
  const decimals = (partsPerMillion % 10_000n).toString().padStart(4, '0').replace(/0+$/, '');
  return `${partsPerMillion / 10_000n}${decimals === '' ? '' : `.${decimals}`}%`;
}

/** × 25%, or nothing where the whole goes to one code. */
export function shareText(partsPerMillion: bigint): string {
  return partsPerMillion === WHOLE_PARTS_PER_MILLION ? '' : ` × ${percentText(partsPerMillion)}`;
}

/** The pay of groups as the register has it: `行政编制（处级）3 人 × 4,612.00 × 12 月 + …`. */
export function payFormula(groups: readonly StaffGroup[], items: readonly PayItem[], share: bigint): FormulaPart {
  const detail = groups.map((group) => groupPay(group, items)).join(' + ');
  const text = detail.length <= MAX_DETAIL_LENGTH ? detail : kindSums(groups, items);
  const shared = share === WHOLE_PARTS_PER_MILLION ? text : `（${text}）${shareText(share)}`;
  return { alone: shared, amongOthers: shared };
}

function groupPay(group: StaffGroup, items: readonly PayItem[]): string {
  const terms = items.flatMap((item) => {
    const { field, timesAYear } = PAY_FIELDS[item];
    const perHeadFen = group[field];
    return perHeadFen === null ? [] : [`${money(perHeadFen)}${timesAYear === 1n ? '' : ` × ${timesAYear} 月`}`];
  });
  const perHead = terms.length > 1 ? `（${terms.join(' + ')}）` : (terms[0] ?? '');
  return `${groupName(group)} ${group.headCount} 人 × ${perHead}`;
}

function kindSums(groups: readonly StaffGroup[], items: readonly PayItem[]): string {
  return [...groupBy(groups, ({ kind }) => kind)]
    .map(([kind, same]) => {
      const heads = same.reduce((sum, { headCount }) => sum + (headCount ?? 0), 0);
      const fen = sumFen(same.flatMap((group) => items.map((item) => yearlyPayFen(group, item))));
      return `${STAFF_KIND_LABELS[kind]} ${heads} 人 ${money(fen)}`;
    })
    .join(' + ');
}

interface RateBase {
  readonly label: string;
  readonly fen: Fen;
}

/** `基本工资 350,000.00 + 津贴补贴 850,000.00 = 1,200,000.00 × 16%`. */
export function rateFormula(name: string, bases: readonly RateBase[], rate: bigint, share: bigint): FormulaPart {
  const factors = ` × ${percentText(rate)}${shareText(share)}`;
  const baseFen = sumFen(bases.map(({ fen }) => fen));
  const sum = bases.map(({ label, fen }) => `${label} ${money(fen)}`).join(' + ');
  const base = bases.length > 1 ? `${sum} = ${money(baseFen)}` : sum;
  return { alone: `${base}${factors}`, amongOthers: `${name}（${money(baseFen)}${factors}）` };
}

/** What an item of pay is called in the base of a rate: public institutions pay 绩效工资 in place of 津贴补贴. */
export function baseLabel(item: PayItem, groups: readonly StaffGroup[]): string {
  if (item !== 'ALLOWANCE') return PAY_ITEM_LABELS[item];
  const institutions = groups.filter(({ kind }) => kind === 'PUBLIC_INSTITUTION').length;
  if (institutions === 0) return PAY_ITEM_LABELS[item];
  return institutions === groups.length ? '绩效工资' : '津贴补贴和绩效工资';
}

/** `行政编制、参公编制 11 人 × 24,000.00 × 25%`. */
export function headFormula(
  groups: readonly StaffGroup[],
  basis: HeadBasis,
  amountFen: Fen,
  share: bigint,
): FormulaPart {
  const kinds = [...new Set(groups.map(({ kind }) => STAFF_KIND_LABELS[kind]))].join('、');
  const heads = groups.reduce((sum, group) => sum + (headsOf(group, basis) ?? 0), 0);
  const counted = basis === 'AUTHORISED_POSTS' ? `${heads} 个编制` : `${heads} 人`;
  const text = `${kinds} ${counted} × ${money(amountFen)}${shareText(share)}`;
  return { alone: text, amongOthers: text };
}

/** `车辆 1 辆 × 40,000.00`. */
export function vehicleFormula(vehicles: number, amountFen: Fen, share: bigint): FormulaPart {
  const text = `车辆 ${vehicles} 辆 × ${money(amountFen)}${shareText(share)}`;
  return { alone: text, amongOthers: text };
}

const GRAIN_NAMES: ReadonlyMap<Fen, string> = new Map([
  [1n, '分'],
  [100n, '元'],
  [10_000n, '百元'],
]);

/** The whole formula of a line: its parts, what they come to, and whether that was rounded. */
export function lineFormula(
  parts: readonly FormulaPart[],
  amountFen: Fen,
  rounding: { readonly grainFen: Fen; readonly isExact: boolean },
): string {
  const [only] = parts;
  const sum = parts.length === 1 && only ? only.alone : parts.map(({ amongOthers }) => amongOthers).join(' + ');
  const result = ` ${rounding.isExact ? '=' : '≈'} ${money(amountFen)} 元${
    rounding.isExact ? '' : `（取整到${GRAIN_NAMES.get(rounding.grainFen) ?? money(rounding.grainFen)}）`
  }`;
  const room = MAX_FORMULA_LENGTH - result.length;
  return `${sum.length <= room ? sum : `${sum.slice(0, room - 1)}…`}${result}`;
}
