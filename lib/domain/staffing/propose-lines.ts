import type { FundSource } from '../budget/fund-source.ts';
import { codeFault } from '../checks/code-use.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { type CalculationGap, GapCollector } from './calculation-gaps.ts';
import {
  baseLabel,
  type FormulaPart,
  headFormula,
  lineFormula,
  payFormula,
  rateFormula,
  vehicleFormula,
} from './formula.ts';
import { headsOf, isOnPost, PAY_FIELDS, yearlyPayFen } from './pay.ts';
import type { StaffGroup } from './staff-group.ts';
import { type PayItem, type Standard, WHOLE_PARTS_PER_MILLION } from './standard.ts';

/** What basic expenditure is calculated from. */
export interface CalculationBasis {
  readonly staff: readonly StaffGroup[];
  /** 车辆总数; null where the unit has not stated it. */
  readonly vehicles: number | null;
  /** Those in force in the year (see `standardsInForce`). */
  readonly standards: readonly Standard[];
  readonly edition: ClassificationEdition;
}

/** A line of basic expenditure that follows from the register and the standards. */
export interface Proposal {
  /** Its codes and source (see `proposalId`); there is one proposal for them, whatever standards it adds up. */
  readonly id: string;
  readonly functionCode: string;
  readonly economicCode: string;
  readonly source: FundSource;
  readonly amountFen: Fen;
  /** With its figures, in Chinese: `基本工资 1,200,000.00 × 16% = 192,000.00 元`. */
  readonly formula: string;
  readonly standards: readonly Standard[];
  /** What is missing in the register and so not in the amount, in a few words each. */
  readonly missing: readonly string[];
  /** Why the year's edition does not allow the line; null where it does. */
  readonly fault: string | null;
}

export interface Calculation {
  /** In the order of the standards; lines that come to nought are none. */
  readonly proposals: readonly Proposal[];
  readonly gaps: readonly CalculationGap[];
}

export function proposalId(line: {
  readonly functionCode: string;
  readonly economicCode: string;
  readonly source: FundSource;
}): string {
  return `${line.functionCode}-${line.economicCode}-${line.source}`;
}

/** A rate and a share are in millionths each. */
const PARTS_OF_FEN = WHOLE_PARTS_PER_MILLION * WHOLE_PARTS_PER_MILLION;

/** What one standard adds to one line, before it is rounded. */
interface Part {
  readonly standard: Standard;
  readonly functionCode: string;
  readonly economicCode: string;
  /** In parts of a fen so small that rates and shares are exact (see `PARTS_OF_FEN`). */
  readonly exact: bigint;
  readonly formula: FormulaPart;
  readonly missing: readonly string[];
}

/**
 * 定员定额: the lines of basic expenditure that the register of staff and the standards come to. Exact; each line is
 * rounded once, half up, to the grain of its standards. What the register does not say is left out and named.
 */
export function proposeLines({ staff, vehicles, standards, edition }: CalculationBasis): Calculation {
  if (staff.length === 0) return { proposals: [], gaps: [] };
  const collector = new GapCollector();
  const parts = standards.flatMap((standard) =>
    standard.rule.kind === 'PER_VEHICLE'
      ? vehicleParts(standard, vehicles, mainFunctionCode(staff), collector)
      : staffParts(standard, staff, collector),
  );
  const lines = groupBy(parts, (part) => proposalId({ ...part, source: part.standard.source }));
  const proposals = [...lines].flatMap(([id, ofLine]) => proposalOf(id, ofLine, edition));
  return { proposals, gaps: collector.gaps(staff) };
}

function proposalOf(id: string, parts: readonly Part[], edition: ClassificationEdition): readonly Proposal[] {
  const [first] = parts;
  const exact = sumFen(parts.map((part) => part.exact));
  if (!first || exact === 0n) return [];
  const { functionCode, economicCode, standard } = first;
  const grainFen = parts.reduce((coarsest, part) => max(coarsest, part.standard.roundingFen), 1n);
  const amountFen = roundHalfUp(exact, PARTS_OF_FEN * grainFen) * grainFen;
  const counted = parts.filter((part) => part.exact !== 0n);
  const isExact = amountFen * PARTS_OF_FEN === exact;
  const faults = [faultOf(edition, 'functional', functionCode), faultOf(edition, 'economic', economicCode)];
  return [
    {
      id,
      functionCode,
      economicCode,
      source: standard.source,
      amountFen,
      formula: lineFormula(
        counted.map(({ formula }) => formula),
        amountFen,
        { grainFen, isExact },
      ),
      standards: counted.map((part) => part.standard),
      missing: [...new Set(parts.flatMap(({ missing }) => missing))],
      fault: faults.find((fault) => fault !== null) ?? null,
    },
  ];
}

function faultOf(edition: ClassificationEdition, kind: 'functional' | 'economic', code: string): string | null {
  const fault = codeFault(edition, kind, code);
  return fault === null ? null : `${kind === 'functional' ? '功能' : '经济'}科目${code}${fault}`;
}

/** The parts of a standard that applies to people: one for each line of the groups it applies to. */
function staffParts(standard: Standard, staff: readonly StaffGroup[], collector: GapCollector): readonly Part[] {
  const groups = staff.filter(({ kind }) => standard.staffKinds.includes(kind));
  const byFunction = groupBy(groups, (group) => standard.functionCode || group.functionCode);
  return [...byFunction].flatMap(([functionCode, same]) => {
    if (functionCode === '') {
      for (const group of same) if (group.headCount !== 0) collector.add(group, 'functionCode', standard);
      return [];
    }
    const missing: string[] = [];
    const note = (group: StaffGroup, field: Parameters<GapCollector['add']>[1]) =>
      missing.push(collector.add(group, field, standard));
    const applied = applyToGroups(standard, same, note);
    return standard.targets.map(
      ({ economicCode, sharePartsPerMillion: share }): Part => ({
        standard,
        functionCode,
        economicCode,
        exact: applied.microFen * share,
        formula: applied.formula(share),
        missing,
      }),
    );
  });
}

interface Applied {
  /** In millionths of a fen, before shares. */
  readonly microFen: bigint;
  readonly formula: (share: bigint) => FormulaPart;
}

type Note = (group: StaffGroup, field: Parameters<GapCollector['add']>[1]) => void;

const NOTHING: Applied = { microFen: 0n, formula: () => ({ alone: '', amongOthers: '' }) };

function applyToGroups(standard: Standard, groups: readonly StaffGroup[], note: Note): Applied {
  const { rule } = standard;
  switch (rule.kind) {
    case 'PAY': {
      const known = groups.filter((group) => isKnown(group, rule.items, note));
      const fen = sumFen(known.flatMap((group) => rule.items.map((item) => yearlyPayFen(group, item))));
      const paid = known.filter((group) => rule.items.some((item) => (yearlyPayFen(group, item) ?? 0n) > 0n));
      return { microFen: fen * WHOLE_PARTS_PER_MILLION, formula: (share) => payFormula(paid, rule.items, share) };
    }
    case 'RATE': {
      const known = groups.filter((group) => isKnown(group, rule.items, note));
      const bases = rule.items
        .map((item) => ({
          label: baseLabel(item, known),
          fen: sumFen(known.map((group) => yearlyPayFen(group, item))),
        }))
        .filter(({ fen }) => fen !== 0n);
      return {
        microFen: sumFen(bases.map(({ fen }) => fen)) * rule.ratePartsPerMillion,
        formula: (share) => rateFormula(standard.name, bases, rule.ratePartsPerMillion, share),
      };
    }
    case 'PER_HEAD': {
      const field = rule.heads === 'HEAD_COUNT' ? 'headCount' : 'authorisedPosts';
      for (const group of groups) if (group[field] === null) note(group, field);
      const counted = groups.filter((group) => (group[field] ?? 0) > 0);
      const heads = counted.reduce((sum, group) => sum + BigInt(headsOf(group, rule.heads) ?? 0), 0n);
      return {
        microFen: heads * rule.amountFen * WHOLE_PARTS_PER_MILLION,
        formula: (share) => headFormula(counted, rule.heads, rule.amountFen, share),
      };
    }
    case 'PER_VEHICLE':
      return NOTHING;
  }
}

/**
 * Whether the number of people is known. An item of pay that people on post lack is noted and counts nothing; of others
 * a blank says that they are not paid it.
 */
function isKnown(group: StaffGroup, items: readonly PayItem[], note: Note): boolean {
  if (group.headCount === null) {
    note(group, 'headCount');
    return false;
  }
  if (group.headCount === 0) return false;
  if (!isOnPost(group)) return true;
  for (const item of items) if (yearlyPayFen(group, item) === null) note(group, PAY_FIELDS[item].field);
  return true;
}

function vehicleParts(
  standard: Standard,
  vehicles: number | null,
  mainCode: string,
  collector: GapCollector,
): readonly Part[] {
  const { rule } = standard;
  if (rule.kind !== 'PER_VEHICLE') return [];
  if (vehicles === null) collector.addVehicles(standard);
  const functionCode = standard.functionCode || mainCode;
  if (vehicles === null || functionCode === '') return [];
  return standard.targets.map(({ economicCode, sharePartsPerMillion: share }) => ({
    standard,
    functionCode,
    economicCode,
    exact: BigInt(vehicles) * rule.amountFen * WHOLE_PARTS_PER_MILLION * share,
    formula: vehicleFormula(vehicles, rule.amountFen, share),
    missing: [],
  }));
}

/** The code under which the pay of most people on post stands: what belongs to nobody in particular stands there too. */
export function mainFunctionCode(staff: readonly StaffGroup[]): string {
  const onPost = staff.filter((group) => isOnPost(group) && group.functionCode !== '');
  const heads = [...groupBy(onPost, ({ functionCode }) => functionCode)].map(([code, groups]) => ({
    code,
    count: groups.reduce((sum, { headCount }) => sum + (headCount ?? 0), 0),
  }));
  return heads.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))[0]?.code ?? '';
}

/** Of amounts that are not negative. */
function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
