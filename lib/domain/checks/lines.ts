import type { Budget, Collection, ExpenditureLine } from '../budget/budget.ts';
import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
import { groupBy } from '../group-by.ts';
import type { Fen } from '../money/fen.ts';
import { defineCheck, type Issue } from './check.ts';
import type { Section } from './finding.ts';
import { linePlace, lineText, yuanText } from './wording.ts';

const emptyBudget = defineCheck({
  id: 'budget-empty',
  title: '预算有收入和支出',
  severity: 'error',
  rule: '{fiscalBalance}、{wholeBalance}',
  find: ({ budget }) => {
    const missing = [
      ...(budget.revenue.length === 0 ? (['revenue'] as const) : []),
      ...(budget.expenditure.length === 0 ? (['basic'] as const) : []),
    ];
    return missing.map((section): Issue => {
      const name = section === 'revenue' ? '收入' : '支出';
      return {
        about: [section],
        message: `还没有填列${name}，请先填列${name}。`,
        places: [{ kind: 'section', section }],
      };
    });
  },
});

interface AmountRow {
  readonly key: string;
  readonly name: string;
  readonly section: Section;
  readonly collection: Collection;
  readonly amountFen: Fen | null;
}

/** Every row whose amount is printed or added up, expenditure aside. */
function otherRows({ revenue, carryForward, procurement, priorYear }: Budget): readonly AmountRow[] {
  return [
    ...revenue.map(({ key, source, amountFen }, index): AmountRow => {
      const name = `收入第${index + 1}行（${FUND_SOURCE_LABELS[source].name}）`;
      return { key, name, section: 'revenue', collection: 'revenue', amountFen };
    }),
    ...carryForward.map(({ key, source, amountFen }): AmountRow => {
      const name = `结转下年（${FUND_SOURCE_LABELS[source].name}）`;
      return { key, name, section: 'revenue', collection: 'carryForward', amountFen };
    }),
    ...procurement.map(({ key, item, amountFen }, index): AmountRow => {
      const name = `政府采购${item.trim() === '' ? `第${index + 1}行` : `“${item}”`}`;
      return { key, name, section: 'procurement', collection: 'procurement', amountFen };
    }),
    ...priorYear.map(({ key, functionCode, amountFen }): AmountRow => {
      return { key, name: `上年数“${functionCode}”`, section: 'prior-year', collection: 'priorYear', amountFen };
    }),
  ];
}

const missingAmounts = defineCheck({
  id: 'amount-missing',
  title: '每行填有金额',
  severity: 'error',
  rule: '列入预算的每一行金额大于零',
  find: ({ budget, edition }) => {
    const fault = (name: string, amountFen: Fen | null) =>
      amountFen === null ? `${name}没有填金额，请填写金额或删除该行。` : `${name}金额为0，请填写金额或删除该行。`;
    const lines = budget.expenditure.flatMap((line): readonly Issue[] => {
      if (line.amountFen !== null && line.amountFen > 0n) return [];
      const message = fault(lineText(budget, edition, line), line.amountFen);
      return [{ about: [line.key, line.amountFen], message, places: [linePlace(line, 'amountFen')] }];
    });
    const others = otherRows(budget).flatMap(({ key, name, section, collection, amountFen }): readonly Issue[] => {
      if (amountFen !== null && amountFen > 0n) return [];
      const place = { kind: 'row', section, collection, key, field: 'amountFen' } as const;
      // Last year's nought is a statement, this year's is a row too many.
      if (collection === 'priorYear' && amountFen === 0n) return [];
      return [{ about: [key, amountFen], message: fault(name, amountFen), places: [place] }];
    });
    return [...lines, ...others];
  },
});

const orphanRows = defineCheck({
  id: 'row-without-project',
  title: '项目明细属于现有项目',
  severity: 'error',
  rule: '项目支出明细、绩效指标与项目一一对应（{projects}、{projectSheets}）',
  find: ({ budget, edition }) => {
    const projects = new Set(budget.projects.map(({ key }) => key));
    const lines = budget.expenditure.filter(({ projectKey }) => projectKey !== null && !projects.has(projectKey));
    const indicators = budget.indicators.filter(({ projectKey }) => !projects.has(projectKey));
    return [
      ...lines.map((line): Issue => {
        const message = `${lineText(budget, edition, line)}（${yuanText(line.amountFen ?? 0n)}）所属的项目已不存在，请删除该行或重新归入项目。`;
        return { about: [line.key], message, places: [linePlace(line)] };
      }),
      ...indicators.map((indicator): Issue => {
        const message = `绩效指标“${indicator.level3}”所属的项目已不存在，请删除该指标。`;
        const place = { kind: 'row', section: 'performance', collection: 'indicators', key: indicator.key } as const;
        return { about: [indicator.key], message, places: [place] };
      }),
    ];
  },
});

const identities = new WeakMap<ExpenditureLine, string>();

/** What a line is, its amount and note apart; kept with it, for all but the edited one are asked again at each edit. */
function identityOf(line: ExpenditureLine): string {
  const known = identities.get(line);
  if (known !== undefined) return known;
  const { projectKey, functionCode, economicCode, source, carriedOver } = line;
  const identity = `${projectKey} ${functionCode} ${economicCode} ${source} ${carriedOver}`;
  identities.set(line, identity);
  return identity;
}

const duplicateLines = defineCheck({
  id: 'line-duplicate',
  title: '支出行不重复',
  severity: 'note',
  rule: '同一科目、来源只列一行',
  find: ({ budget, edition }) => {
    const same = groupBy(budget.expenditure, identityOf);
    return [...same.values()].flatMap((lines): readonly Issue[] => {
      const [first] = lines;
      // Without an economic code a project's lines are told apart by their notes alone.
      if (!first || lines.length < 2 || (first.projectKey !== null && first.economicCode === '')) return [];
      const amounts = lines.map(({ amountFen }) => amountFen ?? 0n);
      const isRepeated = new Set(amounts).size < amounts.length;
      const list = amounts.map(yuanText).join('、');
      const message = `${lineText(budget, edition, first)}列了${lines.length}行（${list}），${isRepeated ? '且有金额相同的行，请确认是否重复录入' : '如不需分开，可合并为一行'}。`;
      const severity = isRepeated ? 'warning' : 'note';
      return [{ about: [first.key, ...amounts], message, places: lines.map((line) => linePlace(line)), severity }];
    });
  },
});

export const LINE_CHECKS = [emptyBudget, missingAmounts, orphanRows, duplicateLines];
