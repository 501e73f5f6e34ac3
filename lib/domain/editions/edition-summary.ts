import { expenditureFacts } from '../budget/facts.ts';
import { codeName, printedCodeName } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import type { Figure } from '../narrative/figure.ts';
import { isGeneral } from '../narrative/line-sums.ts';
import { type NarrativeInput, narrativeFigures } from '../narrative/narrative-figures.ts';
import type { EditionAmount, EditionSummary } from './edition.ts';

const THREE_PUBLIC = [
  ['threePublic.overseasTrips', '因公出国（境）费用'],
  ['threePublic.vehiclePurchase', '公务用车购置费'],
  ['threePublic.vehicleRunning', '公务用车运行维护费'],
  ['threePublic.receptions', '公务接待费'],
  ['threePublic.total', '“三公”经费合计'],
] as const;

/** The figures of charts and lists, exact, from the same sums as the narrative's. */
export function editionSummary(input: NarrativeInput): EditionSummary {
  const figures = narrativeFigures(input);
  const amount = (key: string, label: string, prior: string): EditionAmount => ({
    ...{ key, label, amountFen: fenOf(figures.get(key)) ?? '0', priorFen: fenOf(figures.get(prior)) },
  });
  const functions = [...figures.keys()].filter((ref) => /^function\.\d{3}$/.test(ref)).sort();
  return {
    expenditureFen: fenOf(figures.get('expenditure.total')) ?? '0',
    general: amount('expenditure.general', '一般公共预算财政拨款支出', 'prior.total'),
    basic: amount('basic.general', '基本支出', 'prior.basic'),
    project: amount('project.general', '项目支出', 'prior.project'),
    functions: functions.map((ref) => {
      return amount(ref, codeName(input.edition.functional, ref.slice('function.'.length)), `prior.${ref}`);
    }),
    generalFunctions: figures.has('prior.total') ? generalFunctions(input) : [],
    threePublic: THREE_PUBLIC.map(([ref, label]) => amount(ref, label, `prior.${ref}`)),
  };
}

/** Annex 2 by class: this year's appropriation beside last year's, classes that only one of the years has too. */
function generalFunctions({ units, edition }: NarrativeInput): readonly EditionAmount[] {
  const now = new Map<string, Fen>();
  const prior = new Map<string, Fen>();
  const add = (sums: Map<string, Fen>, functionCode: string, amountFen: Fen) => {
    const code = functionCode.slice(0, 3);
    if (code !== '') sums.set(code, (sums.get(code) ?? 0n) + amountFen);
  };
  for (const unit of units) {
    for (const fact of expenditureFacts(unit).filter(isGeneral)) add(now, fact.functionCode, fact.amountFen);
    for (const { functionCode, amountFen } of unit.priorYear) add(prior, functionCode, amountFen ?? 0n);
  }
  return [...new Set([...now.keys(), ...prior.keys()])].sort().map((code) => ({
    ...{ key: `general.function.${code}`, label: printedCodeName(edition, 'functional', code) },
    ...{ amountFen: `${now.get(code) ?? 0n}`, priorFen: `${prior.get(code) ?? 0n}` },
  }));
}

function fenOf(figure: Figure | undefined): string | null {
  return figure?.kind === 'amount' ? figure.amountFen.toString() : null;
}
