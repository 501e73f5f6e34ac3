import { annexNameOf } from '../annexes/annex-sets.ts';
import type { Budget } from '../budget/budget.ts';
import { FUND_SOURCE_LABELS, FUND_SOURCES, type FundSource } from '../budget/fund-source.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { defineCheck, type Issue, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { differenceText, factPlaces, functionText, yuanText } from './wording.ts';

/** What one source brings in and what it pays for. */
interface SourceBalance {
  readonly source: FundSource;
  readonly revenueFen: Fen;
  readonly carriedInFen: Fen;
  readonly expenditureFen: Fen;
  readonly carriedSpentFen: Fen;
  readonly carriedOutFen: Fen;
}

function sourceBalances({ revenue, expenditure, carryForward }: Budget): readonly SourceBalance[] {
  const sum = (rows: readonly { readonly amountFen: Fen | null }[]) => sumFen(rows.map(({ amountFen }) => amountFen));
  const revenueOf = groupBy(revenue, ({ source }) => source);
  const expenditureOf = groupBy(expenditure, ({ source }) => source);
  const forwardOf = groupBy(carryForward, ({ source }) => source);
  return FUND_SOURCES.map((source) => {
    const revenueRows = revenueOf.get(source) ?? [];
    const expenditureRows = expenditureOf.get(source) ?? [];
    return {
      source,
      revenueFen: sum(revenueRows),
      carriedInFen: sum(revenueRows.filter(({ carriedOver }) => carriedOver)),
      expenditureFen: sum(expenditureRows),
      carriedSpentFen: sum(expenditureRows.filter(({ carriedOver }) => carriedOver)),
      carriedOutFen: sum(forwardOf.get(source) ?? []),
    };
  });
}

const REVENUE_PLACE = { kind: 'section', section: 'revenue' } as const;
const EXPENDITURE_PLACES = [
  { kind: 'section', section: 'basic' },
  { kind: 'section', section: 'projects' },
] as const;

const totalBalance = defineCheck({
  id: 'revenue-equals-expenditure',
  title: '收支总额平衡',
  severity: 'error',
  rule: '本年收入+上年结转=本年支出+结转下年（{fiscalBalance}、{wholeBalance}）',
  find: ({ budget }) => {
    const balances = sourceBalances(budget);
    const revenueFen = sumFen(balances.map((balance) => balance.revenueFen));
    const spentFen = sumFen(balances.map(({ expenditureFen, carriedOutFen }) => expenditureFen + carriedOutFen));
    if (revenueFen === spentFen) return [];
    const advice = revenueFen > spentFen ? '请补列支出或结转下年，或核减收入' : '请补列收入，或核减支出';
    const message = `收入总计${yuanText(revenueFen)}，支出总计${yuanText(spentFen)}，${differenceText(revenueFen, spentFen)}，${advice}。`;
    return [{ about: [revenueFen, spentFen], message, places: [REVENUE_PLACE, ...EXPENDITURE_PLACES] }];
  },
});

const balanceBySource = defineCheck({
  id: 'source-balance',
  title: '各项资金来源收支平衡',
  severity: 'error',
  rule: '每项资金来源：收入+上年结转=支出+结转下年（{fiscalBalance}各列、{wholeBalance}、{revenue}）',
  find: ({ budget }) => {
    const used = sourceBalances(budget).filter(
      ({ revenueFen, expenditureFen, carriedOutFen }) => revenueFen + expenditureFen + carriedOutFen > 0n,
    );
    if (used.length < 2) return notApplicable('只有一项资金来源，与收支总额平衡相同。');
    return used.flatMap(({ source, revenueFen, expenditureFen, carriedOutFen }): readonly Issue[] => {
      const spentFen = expenditureFen + carriedOutFen;
      if (revenueFen === spentFen) return [];
      const { name } = FUND_SOURCE_LABELS[source];
      const message = `资金来源“${name}”收入（含上年结转）${yuanText(revenueFen)}，支出（含结转下年）${yuanText(spentFen)}，${differenceText(revenueFen, spentFen)}，请核对收入与支出的资金来源。`;
      return [{ about: [source, revenueFen, spentFen], message, places: [REVENUE_PLACE, ...EXPENDITURE_PLACES] }];
    });
  },
});

const carriedOverMoney = defineCheck({
  id: 'carried-over-balance',
  title: '上年结转资金安排的支出不超过上年结转',
  severity: 'error',
  rule: '上年结转安排的支出≤上年结转收入（{wholeBalance}、{revenue}）',
  find: ({ budget }) => {
    const balances = sourceBalances(budget);
    if (balances.every(({ carriedInFen, carriedSpentFen }) => carriedInFen + carriedSpentFen === 0n)) {
      return notApplicable('没有上年结转资金。');
    }
    return balances.flatMap(({ source, carriedInFen, carriedSpentFen, carriedOutFen }): readonly Issue[] => {
      const isShort = carriedSpentFen > carriedInFen;
      const isLeftOver = carriedInFen > carriedSpentFen + carriedOutFen;
      if (!isShort && !isLeftOver) return [];
      const { name } = FUND_SOURCE_LABELS[source];
      const message = isShort
        ? `“${name}”用上年结转安排的支出${yuanText(carriedSpentFen)}，大于上年结转收入${yuanText(carriedInFen)}，请核对支出的“上年结转”标记或补列结转收入。`
        : `“${name}”上年结转收入${yuanText(carriedInFen)}，用其安排的支出只有${yuanText(carriedSpentFen)}，且未列入结转下年，请给相应支出标明“上年结转”。`;
      const about = [source, carriedInFen, carriedSpentFen, carriedOutFen];
      return [
        { about, message, places: [REVENUE_PLACE, ...EXPENDITURE_PLACES], severity: isShort ? 'error' : 'warning' },
      ];
    });
  },
});

/** Revenue and expenditure by source, this year's or carried over (`purse`), and functional code. */
function byPurseAndCode({ budget, facts }: CheckContext): ReadonlyMap<string, ReadonlyMap<string, [Fen, Fen]>> {
  const purses = new Map<string, Map<string, [Fen, Fen]>>();
  const add = (purse: string, code: string, side: 0 | 1, amountFen: Fen): void => {
    const codes = purses.get(purse) ?? new Map<string, [Fen, Fen]>();
    purses.set(purse, codes);
    const amounts = codes.get(code) ?? [0n, 0n];
    codes.set(code, amounts);
    amounts[side] += amountFen;
  };
  for (const { source, carriedOver, functionCode, amountFen } of budget.revenue) {
    add(`${source} ${carriedOver}`, functionCode, 0, amountFen ?? 0n);
  }
  for (const { source, carriedOver, functionCode, amountFen } of facts) {
    add(`${source} ${carriedOver}`, functionCode, 1, amountFen);
  }
  return purses;
}

const balanceByFunction = defineCheck({
  id: 'function-balance',
  title: '各功能科目收入与支出一致',
  severity: 'error',
  rule: '{revenue}各科目收入={expenditure}同科目支出（结转下年的除外）',
  find: (context) => {
    const { budget, edition, annexSet } = context;
    if (budget.revenue.every(({ functionCode }) => functionCode === '')) {
      return notApplicable(`收入未按功能科目填列，${annexNameOf(annexSet, 'revenue')}随支出科目列示。`);
    }
    const forward = new Set(budget.carryForward.filter(({ amountFen }) => amountFen).map(({ source }) => source));
    return [...byPurseAndCode(context)].flatMap(([purse, codes]): readonly Issue[] => {
      const source = FUND_SOURCES.find((candidate) => purse.startsWith(`${candidate} `)) ?? 'OTHER';
      const isCoded = ![...codes].some(([code, [revenueFen]]) => code === '' && revenueFen > 0n);
      const hasRevenue = [...codes.values()].some(([revenueFen]) => revenueFen > 0n);
      if (!isCoded || !hasRevenue) return [];
      return [...codes].flatMap(([code, [revenueFen, spentFen]]) => {
        if (code === '' || revenueFen === spentFen || (forward.has(source) && revenueFen > spentFen)) return [];
        const message = `科目${functionText(edition, code)}的“${FUND_SOURCE_LABELS[source].name}”收入${yuanText(revenueFen)}，支出${yuanText(spentFen)}，${differenceText(revenueFen, spentFen)}，请核对该科目的收入与支出。`;
        return [{ about: [purse, code, revenueFen, spentFen], message, places: rowsOf(context, source, code) }];
      });
    });
  },
});

function rowsOf({ budget, facts }: CheckContext, source: FundSource, code: string): Issue['places'] {
  const revenue = budget.revenue
    .filter((line) => line.source === source && line.functionCode === code)
    .map(({ key }) => ({ kind: 'row', section: 'revenue', collection: 'revenue', key, field: 'amountFen' }) as const);
  const expenditure = factPlaces(facts, (fact) => fact.source === source && fact.functionCode === code);
  return [...revenue, ...expenditure];
}

const partlyCodedRevenue = defineCheck({
  id: 'revenue-partly-coded',
  title: '同一来源的收入都注明功能科目',
  severity: 'warning',
  rule: '{revenue}各科目之和=合计',
  find: ({ budget, annexSet }) => {
    const purses = groupBy(budget.revenue, ({ source, carriedOver }) => `${source} ${carriedOver}`);
    return [...purses].flatMap(([purse, lines]): readonly Issue[] => {
      const blank = lines.filter(({ functionCode, amountFen }) => functionCode === '' && amountFen);
      const [first] = blank;
      if (!first || blank.length === lines.length) return [];
      const amountFen = sumFen(blank.map((line) => line.amountFen));
      const message = `“${FUND_SOURCE_LABELS[first.source].name}”收入有${yuanText(amountFen)}未注明功能科目，${annexNameOf(annexSet, 'revenue')}各科目之和将小于合计，请补填科目。`;
      const places = blank.map(({ key }) => {
        return { kind: 'row', section: 'revenue', collection: 'revenue', key, field: 'functionCode' } as const;
      });
      return [{ about: [purse, amountFen], message, places }];
    });
  },
});

export const BALANCE_CHECKS = [totalBalance, balanceBySource, carriedOverMoney, balanceByFunction, partlyCodedRevenue];
