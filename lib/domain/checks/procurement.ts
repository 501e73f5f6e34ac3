import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
import { groupBy } from '../group-by.ts';
import { sumFen } from '../money/fen.ts';
import { defineCheck, type Issue, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import type { Place } from './finding.ts';
import { fold } from './text-rules.ts';
import { economicText, linePlace, listText, yuanText } from './wording.ts';

/** Words that speak of buying goods, works or services; 服务 alone speaks of an office's own work too often. */
const BUYING = /印刷|宣传[册品单]|采购|购买|购置|政府购买服务|服务外包|租赁|装修|口罩|软件开发|系统建设|设备更新/;

/** 款 that are bought, as a rule through government procurement. */
const BOUGHT_CLASSES = ['309', '310'];
const BOUGHT_CODES = new Set(['30202', '30209', '30214', '30224', '30227']);

interface Hint {
  readonly key: string;
  readonly words: string;
  readonly place: Place;
}

function hints({ budget, edition, texts }: CheckContext): readonly Hint[] {
  const lines = budget.expenditure
    .filter(({ economicCode }) => BOUGHT_CLASSES.includes(economicCode.slice(0, 3)) || BOUGHT_CODES.has(economicCode))
    .map((line): Hint => {
      return { key: line.key, words: economicText(edition, line.economicCode), place: linePlace(line, 'economicCode') };
    });
  const words = texts
    .filter(({ place }) => place.kind === 'row' && ['projects', 'indicators'].includes(place.collection))
    .flatMap(({ text, place, name }): readonly Hint[] => {
      const word = BUYING.exec(fold(text))?.[0];
      if (word === undefined || place.kind !== 'row') return [];
      return [{ key: `${place.key} ${place.field ?? ''}`, words: `${name}（“${word}”）`, place }];
    });
  return [...lines, ...words];
}

const expected = defineCheck({
  id: 'procurement-expected',
  title: '应编未编政府采购预算',
  severity: 'warning',
  rule: '集中采购目录以内或采购限额标准以上的支出应编制政府采购预算（政府采购法第二条、第三十三条）',
  find: (context) => {
    if (context.budget.procurement.length > 0) return notApplicable('已编制政府采购预算。');
    const found = hints(context);
    if (found.length === 0) return [];
    const where = listText(
      found.map(({ words }) => words),
      '处',
    );
    const message = `没有编制政府采购预算，而${where}涉及购买货物或服务，请补编采购预算，或说明低于采购限额标准等理由。`;
    return [{ about: found.map(({ key }) => key), message, places: found.map(({ place }) => place) }];
  },
});

const withinSource = defineCheck({
  id: 'procurement-within-source',
  title: '政府采购预算不超过该来源的支出',
  severity: 'error',
  rule: '{procurement}各列≤{wholeBalance}、{revenue}同一来源的资金',
  find: ({ budget, facts }) => {
    if (budget.procurement.length === 0) return notApplicable('没有政府采购预算。');
    const purse = ({ source, carriedOver }: { source: string; carriedOver: boolean }) => `${source} ${carriedOver}`;
    const spent = groupBy(facts, purse);
    return [...groupBy(budget.procurement, purse)].flatMap(([name, lines]): readonly Issue[] => {
      const boughtFen = sumFen(lines.map(({ amountFen }) => amountFen));
      const spentFen = sumFen((spent.get(name) ?? []).map(({ amountFen }) => amountFen));
      const [first] = lines;
      if (!first || boughtFen <= spentFen) return [];
      const source = `${first.carriedOver ? '上年结转的' : ''}“${FUND_SOURCE_LABELS[first.source].name}”`;
      const message = `政府采购预算中${source}${yuanText(boughtFen)}，大于该来源的支出${yuanText(spentFen)}，请核对金额和资金来源。`;
      const places = lines.map(({ key }) => {
        return { kind: 'row', section: 'procurement', collection: 'procurement', key, field: 'amountFen' } as const;
      });
      return [{ about: [name, boughtFen, spentFen], message, places }];
    });
  },
});

const unnamedItems = defineCheck({
  id: 'procurement-item-missing',
  title: '政府采购项目填有名称',
  severity: 'note',
  rule: '政府采购预算细化到具体品目',
  find: ({ budget }) => {
    const unnamed = budget.procurement.filter(({ item }) => item.trim() === '');
    if (unnamed.length === 0) return [];
    const places = unnamed.map(({ key }) => {
      return { kind: 'row', section: 'procurement', collection: 'procurement', key, field: 'item' } as const;
    });
    const message = `有${unnamed.length}行政府采购没有填写采购品目，建议补填。`;
    return [{ about: unnamed.map(({ key }) => key), message, places }];
  },
});

export const PROCUREMENT_CHECKS = [expected, withinSource, unnamedItems];
