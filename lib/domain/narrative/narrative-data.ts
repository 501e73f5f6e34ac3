import { chineseOrdinal } from '../annexes/template.ts';
import type { Budget } from '../budget/budget.ts';
import { FUND_SOURCE_LABELS, FUND_SOURCES } from '../budget/fund-source.ts';
import { hasOperatingExpenditure } from '../budget/operating-expenditure.ts';
import type { NarrativeInputs } from '../budget/profile.ts';
import { codeName } from '../classification/edition.ts';
import { reasonText } from '../reasons/reasoning.ts';
import { TOTAL_SUBJECT } from '../reasons/year-comparison.ts';
import { bindClaims } from './claims.ts';
import { DEFAULT_TERMS } from './default-terms.ts';
import { type Figures, signOf } from './figure.ts';
import type { NarrativeRun } from './narrative-document.ts';
import { type NarrativeInput, narrativeFigures } from './narrative-figures.ts';
import { type ListItem, type NarrativeData, textRuns } from './render-template.ts';

/**
 * What the template may name, from the budgets of a department's units. Free words come from the first unit that has
 * written them (the department's own office comes first), reasons and lists from all of them.
 */
export function narrativeData(input: NarrativeInput): NarrativeData {
  const figures = narrativeFigures(input);
  return { figures, words: wordsOf(input, figures), lists: listsOf(input, figures) };
}

type TextField = {
  [F in keyof NarrativeInputs]: NarrativeInputs[F] extends string ? F : never;
}[keyof NarrativeInputs];

function firstText(units: readonly Budget[], field: TextField): string {
  return units.map(({ profile }) => profile.narrative[field].trim()).find((text) => text !== '') ?? '';
}

function wordsOf(
  { units, department }: NarrativeInput,
  figures: Figures,
): ReadonlyMap<string, readonly NarrativeRun[]> {
  const reasons = units.map(changeReason).filter((text) => text !== '');
  const bound = (text: string) => bindClaims(text, figures);
  return new Map([
    ['organisation', textRuns(department.fullName)],
    ['shortName', textRuns(firstText(units, 'shortName') || department.fullName)],
    ['scope', textRuns(units.length > 1 ? '本部门' : '本单位')],
    ['vehicleOwner', textRuns(units.length > 1 ? '所属各预算单位' : '本单位')],
    ['dutyIntroduction', bound(sentence(firstText(units, 'dutyIntroduction')))],
    ['changeReason', bound([...new Set(reasons)].join('，'))],
    ['basicUse', bound(clause(firstText(units, 'basicUse')))],
    ['operatingUse', bound(clause(firstText(units, 'operatingUse')))],
    ['operatingText', textRuns(withoutLead(firstText(units, 'operatingText')))],
    ['procurementText', bound(sentence(firstText(units, 'procurementText')))],
    ['performanceText', bound(sentence(firstText(units, 'performanceText')))],
    ['assetsText', bound(sentence(firstText(units, 'assetsText')))],
    ['contactOffice', textRuns(firstText(units, 'contactOffice'))],
  ]);
}

/** Why the total changed: the unit's own words, else the reasons that it gave for the total. */
function changeReason({ profile, reasons }: Budget): string {
  return (
    clause(profile.narrative.changeReason) || reasonText(reasons.filter(({ subject }) => subject === TOTAL_SUBJECT))
  );
}

/** Words that go on inside a sentence of ours: without its opening and its full stop. */
function clause(text: string): string {
  return text
    .trim()
    .replace(/^(?:，|,)?(?:主要)?(?:用于|是因为|原因是|是)/, '')
    .replace(/[。；，.;,\s]+$/, '');
}

function sentence(text: string): string {
  const plain = text.trim();
  return plain === '' || /[。！？；.]$/.test(plain) ? plain : `${plain}。`;
}

/** Our heading 1.机关运行经费。 stands before the words already. */
function withoutLead(text: string): string {
  return text.replace(
    /^(?:[（(]?[\d一二三四五六七八九十]+[）)]?[.．、]?)?\s*机关运行经费(?:情况(?:说明)?)?[。：:]\s*/,
    '',
  );
}

function listsOf({ units, edition }: NarrativeInput, figures: Figures): ReadonlyMap<string, readonly ListItem[]> {
  const profiles = units.map(({ profile }) => profile);
  const named = (names: readonly string[]): readonly ListItem[] => names.map((name) => ({ words: { name } }));
  const unitNames = units.map(({ unit }) => unit.fullName);
  const revenue = revenueItems(figures);
  return new Map<string, readonly ListItem[]>([
    ['duties', dutyItems(profiles.find(({ narrative }) => narrative.duties.length > 0)?.narrative.duties ?? [])],
    ['severalUnits', units.length > 1 ? named(unitNames) : []],
    ['operatingUnits', named(units.filter(hasOperatingExpenditure).map(({ unit }) => unit.fullName))],
    ['divisions', named(profiles.flatMap(({ divisions }) => divisions))],
    ['institutions', named(profiles.flatMap(({ institutions }) => institutions))],
    ['revenueSources', revenue],
    ['otherMoney', otherMoney(revenue, figures)],
    ['functionClasses', functionItems(figures, (code) => codeName(edition.functional, code))],
    ['procurementKinds', procurementItems(figures)],
    [
      'terms',
      termItems(profiles.find(({ narrative }) => narrative.terms.length > 0)?.narrative.terms ?? DEFAULT_TERMS),
    ],
  ]);
}

function dutyItems(duties: readonly string[]): readonly ListItem[] {
  return duties.map((text, index) => {
    const duty = sentence(text.trim().replace(/^(?:\d+[.．、]|[（(][\d一二三四五六七八九十]+[）)])\s*/, ''));
    return { words: { number: `${index + 1}`, duty } };
  });
}

function revenueItems(figures: Figures): readonly ListItem[] {
  const sources = FUND_SOURCES.map((source) => {
    const { annexKey, revenueLabel } = FUND_SOURCE_LABELS[source];
    return { words: { label: revenueLabel.replace(/拨款收入$/, '拨款') }, ref: `revenue.${annexKey}` };
  });
  const all = [...sources, { words: { label: '上年结转' }, ref: 'revenue.carriedOver' }];
  return all.filter(({ ref }) => signOf(figures.get(ref)) === 1);
}

/** Money that last year's figures say nothing of: other sources, and what is carried over. */
function otherMoney(revenue: readonly ListItem[], figures: Figures): readonly ListItem[] {
  const others = revenue.filter(({ ref }) => ref !== 'revenue.general');
  const general = figures.get('expenditure.general');
  const total = figures.get('expenditure.total');
  const isAllGeneral = general?.kind === 'amount' && total?.kind === 'amount' && general.amountFen === total.amountFen;
  return isAllGeneral ? others : [...others, { words: { label: '其他资金' } }];
}

function functionItems(figures: Figures, nameOf: (code: string) => string): readonly ListItem[] {
  return [...figures]
    .filter(([ref, figure]) => ref.startsWith('function.') && signOf(figure) === 1)
    .map(([ref]) => ({ words: { label: nameOf(ref.slice('function.'.length)) }, ref }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

function procurementItems(figures: Figures): readonly ListItem[] {
  const kinds = [
    { words: { label: '货物类' }, ref: 'procurement.goods' },
    { words: { label: '工程类' }, ref: 'procurement.works' },
    { words: { label: '服务类' }, ref: 'procurement.services' },
  ];
  return kinds.filter(({ ref }) => signOf(figures.get(ref)) === 1);
}

function termItems(terms: readonly { readonly term: string; readonly definition: string }[]): readonly ListItem[] {
  return terms.map(({ term, definition }, index) => {
    return { words: { ordinal: chineseOrdinal(index + 1), term, definition: sentence(definition) } };
  });
}
