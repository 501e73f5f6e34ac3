import { codeName } from '../classification/edition.ts';
import type { Figure } from '../narrative/figure.ts';
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
    threePublic: THREE_PUBLIC.map(([ref, label]) => amount(ref, label, `prior.${ref}`)),
  };
}

function fenOf(figure: Figure | undefined): string | null {
  return figure?.kind === 'amount' ? figure.amountFen.toString() : null;
}
