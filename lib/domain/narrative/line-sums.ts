import { THREE_PUBLIC_CODES } from '../annexes/ledger.ts';
import type { Budget, ProcurementCategory } from '../budget/budget.ts';
import { type ExpenditureFact, expenditureFacts, type RevenueFact, revenueFacts } from '../budget/facts.ts';
import { FUND_SOURCE_LABELS, FUND_SOURCES } from '../budget/fund-source.ts';
import { hasOperatingExpenditure } from '../budget/operating-expenditure.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';

const PROCUREMENT_REFS: Readonly<Record<ProcurementCategory, string>> = {
  GOODS: 'procurement.goods',
  WORKS: 'procurement.works',
  SERVICES: 'procurement.services',
};

/** Figures that a sentence may name although no line bears them: nought. */
const ALWAYS_THERE = [
  'revenue.total',
  'revenue.carriedOver',
  ...FUND_SOURCES.map((source) => `revenue.${FUND_SOURCE_LABELS[source].annexKey}`),
  'expenditure.total',
  'expenditure.general',
  'carryForward.total',
  ...['basic', 'project'].flatMap((kind) => [`${kind}.total`, `${kind}.general`]),
  'personnel.general',
  'routine.general',
  'operating',
  ...['total', 'basic', 'project'].map((part) => `fund.${part}`),
  'capital.total',
  'threePublic.total',
  ...Object.keys(THREE_PUBLIC_CODES).map((item) => `threePublic.${item}`),
  'procurement.total',
  ...Object.values(PROCUREMENT_REFS),
];

/** The exact sums of the budgets' lines under the names by which the narrative quotes them, in one pass. */
export function lineSums(units: readonly Budget[], edition: ClassificationEdition): ReadonlyMap<string, Fen> {
  const sums = new Map<string, Fen>(ALWAYS_THERE.map((ref) => [ref, 0n]));
  const add = (refs: readonly string[], amountFen: Fen): void => {
    for (const ref of refs) sums.set(ref, (sums.get(ref) ?? 0n) + amountFen);
  };
  for (const unit of units) {
    for (const fact of revenueFacts(unit)) add(revenueRefs(fact), fact.amountFen);
    for (const fact of expenditureFacts(unit)) {
      add(expenditureRefs(fact), fact.amountFen);
      if (isGeneral(fact)) add(generalRefs(fact, unit, edition), fact.amountFen);
    }
    for (const { amountFen } of unit.carryForward) add(CARRY_FORWARD_REFS, amountFen ?? 0n);
    for (const { category, amountFen } of unit.procurement) add(procurementRefs(category), amountFen ?? 0n);
  }
  return sums;
}

/** The rows of a budget that a figure of `lineSums` is the sum of, by their keys. */
export function linesOfSum(ref: string, unit: Budget, edition: ClassificationEdition): readonly string[] {
  const isPart = (refs: readonly string[]) => refs.includes(ref);
  const facts = [
    ...revenueFacts(unit).filter((fact) => isPart(revenueRefs(fact))),
    ...expenditureFacts(unit).filter(
      (fact) => isPart(expenditureRefs(fact)) || (isGeneral(fact) && isPart(generalRefs(fact, unit, edition))),
    ),
  ];
  const carried = isPart(CARRY_FORWARD_REFS) ? unit.carryForward : [];
  const procured = unit.procurement.filter(({ category }) => isPart(procurementRefs(category)));
  return [...facts.map(({ lineKey }) => lineKey), ...[...carried, ...procured].map(({ key }) => key)].filter(
    (key) => key !== null,
  );
}

const CARRY_FORWARD_REFS = ['carryForward.total'];

function revenueRefs({ source, carriedOver }: RevenueFact): readonly string[] {
  return ['revenue.total', `revenue.${carriedOver ? 'carriedOver' : FUND_SOURCE_LABELS[source].annexKey}`];
}

function procurementRefs(category: ProcurementCategory): readonly string[] {
  return ['procurement.total', PROCUREMENT_REFS[category]];
}

/** This year's appropriation from the general public budget. */
export function isGeneral({ source, carriedOver }: ExpenditureFact): boolean {
  return source === 'GENERAL_PUBLIC' && !carriedOver;
}

function kindName({ kind }: ExpenditureFact): string {
  return kind === 'BASIC' ? 'basic' : 'project';
}

/** Of all money, as annexes 6 and 8; of the funds' and the state capital's appropriation of this year, as annexes 1 and 5. */
function expenditureRefs(fact: ExpenditureFact): readonly string[] {
  const { source, carriedOver, functionCode } = fact;
  return [
    'expenditure.total',
    `${kindName(fact)}.total`,
    ...(functionCode === '' ? [] : [`function.${functionCode.slice(0, 3)}`]),
    ...(source === 'GOVERNMENT_FUND' && !carriedOver ? ['fund.total', `fund.${kindName(fact)}`] : []),
    ...(source === 'STATE_CAPITAL' && !carriedOver ? ['capital.total'] : []),
  ];
}

const THREE_PUBLIC_REFS: ReadonlyMap<string, string> = new Map(
  Object.entries(THREE_PUBLIC_CODES).map(([item, code]) => [code, `threePublic.${item}`]),
);

/**
 * Of this year's appropriation from the general public budget, as annexes 2–4. 机关运行经费 is the basic 日常公用经费 of
 * 行政 and 参公 units (财预〔2016〕143号).
 */
function generalRefs(fact: ExpenditureFact, unit: Budget, edition: ClassificationEdition): readonly string[] {
  const threePublic = THREE_PUBLIC_REFS.get(fact.economicCode);
  const shared = [
    'expenditure.general',
    `${kindName(fact)}.general`,
    ...(threePublic ? ['threePublic.total', threePublic] : []),
  ];
  if (fact.kind === 'PROJECT') return shared;
  const { economic } = edition;
  const column = (economic.get(fact.economicCode) ?? economic.get(fact.economicCode.slice(0, 3)))?.basicColumn ?? null;
  if (column === 'PERSONNEL') return [...shared, 'personnel.general'];
  if (column !== 'ROUTINE') return shared;
  return [...shared, 'routine.general', ...(hasOperatingExpenditure(unit) ? ['operating'] : [])];
}
