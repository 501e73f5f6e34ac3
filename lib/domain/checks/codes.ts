import type { FundSource } from '../budget/fund-source.ts';
import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
import type { BudgetFund } from '../classification/edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { defineCheck, type Issue, insufficientData, notApplicable } from './check.ts';
import { ECONOMIC_OF_FUNCTION, FUNCTION_OF_ECONOMIC, RATIO_CEILINGS } from './code-pairs.ts';
import { CODE_KIND_LABELS, codeFault } from './code-use.ts';
import {
  economicText,
  factPlaces,
  functionText,
  linePlace,
  lineText,
  listText,
  projectPlace,
  projectText,
  yuanText,
} from './wording.ts';

const missingCodes = defineCheck({
  id: 'code-missing',
  title: '支出行填有科目',
  severity: 'error',
  rule: '一般公共预算支出公开到功能分类“项”级，基本支出公开到经济分类“款”级（预算法第四十六条）',
  find: ({ budget, edition, basicLines }) => [
    ...basicLines.flatMap((line): readonly Issue[] => {
      const missing = [
        ...(line.functionCode === '' ? (['functionCode'] as const) : []),
        ...(line.economicCode === '' ? (['economicCode'] as const) : []),
      ];
      if (missing.length === 0) return [];
      const names = missing.map((field) => (field === 'functionCode' ? '功能科目' : '经济科目')).join('和');
      const message = `${lineText(budget, edition, line)}缺少${names}，请补填。`;
      return [{ about: [line.key, ...missing], message, places: missing.map((field) => linePlace(line, field)) }];
    }),
    ...budget.projects
      .filter(({ functionCode }) => functionCode === '')
      .map((project): Issue => {
        const message = `${projectText(budget, project)}缺少功能科目，请补填到“项”级。`;
        return { about: [project.key], message, places: [projectPlace(project, 'functionCode')] };
      }),
  ],
});

const projectEconomicCodes = defineCheck({
  id: 'project-economic-code',
  title: '项目支出明细填有经济科目',
  severity: 'note',
  rule: '项目支出按部门预算支出经济分类编列（财办〔2020〕13号）',
  find: ({ budget }) => {
    const lines = budget.expenditure.filter(
      ({ projectKey, economicCode }) => projectKey !== null && economicCode === '',
    );
    if (lines.length === 0) return [];
    const projects = new Set(lines.map(({ projectKey }) => projectKey));
    const message = `有${projects.size}个项目的支出明细共${lines.length}行未填经济科目，“三公”经费和采购将不计入这些金额，建议补填。`;
    const places = lines.map((line) => linePlace(line, 'economicCode'));
    return [{ about: lines.map(({ key }) => key), message, places }];
  },
});

const unusableCodes = defineCheck({
  id: 'code-unusable',
  title: '科目在本年度有效且为末级',
  severity: 'error',
  rule: '当年《政府收支分类科目》',
  find: ({ edition, codesInUse }) => {
    return codesInUse.flatMap(({ kind, code, places }): readonly Issue[] => {
      const fault = codeFault(edition, kind, code);
      if (fault === null) return [];
      const name = edition[kind].get(code)?.name;
      const message = `${CODE_KIND_LABELS[kind]}${code}${name ? ` ${name}` : ''}${fault}。`;
      return [{ about: [kind, code, edition.year], message, places }];
    });
  },
});

const unverifiedCodes = defineCheck({
  id: 'code-unverified',
  title: '所用科目经官方核对',
  severity: 'note',
  rule: '当年《政府收支分类科目》',
  find: ({ edition, codesInUse }) => {
    const uses = codesInUse.filter(({ kind, code }) => edition[kind].get(code)?.unverified === true);
    if (uses.length === 0) return [];
    const names = uses.map(({ kind, code }) => `${code} ${edition[kind].get(code)?.name ?? ''}`);
    const message = `${listText(names, '个科目')}未经官方科目表核对，请对照当年《政府收支分类科目》确认名称和编码。`;
    return [{ about: names, message, places: uses.flatMap(({ places }) => places) }];
  },
});

const basicEconomicClasses = defineCheck({
  id: 'basic-economic-class',
  title: '基本支出的经济科目属于人员经费或日常公用经费',
  severity: 'error',
  rule: '附件3：301、303为人员经费，302、310为日常公用经费，其余类不列基本支出',
  find: ({ budget, edition, basicLines }) =>
    basicLines.flatMap((line): readonly Issue[] => {
      const code = edition.economic.get(line.economicCode);
      if (!code || code.basicColumn !== null) return [];
      const message = `${lineText(budget, edition, line)}不能列在基本支出，请改列项目支出或改用301、302、303、310类科目。`;
      return [{ about: [line.key, line.economicCode], message, places: [linePlace(line, 'economicCode')] }];
    }),
});

const codePairs = defineCheck({
  id: 'code-pair',
  title: '功能科目与经济科目对应',
  severity: 'warning',
  rule: '《政府收支分类科目》：2080505—30108、2080506—30109、2210201—30113 等对应关系',
  find: ({ budget, edition, basicLines }) =>
    basicLines.flatMap((line): readonly Issue[] => {
      const { functionCode, economicCode } = line;
      if (functionCode === '' || economicCode === '') return [];
      const economics = ECONOMIC_OF_FUNCTION[functionCode];
      const functions = FUNCTION_OF_ECONOMIC[economicCode];
      const expected =
        economics && !economics.includes(economicCode)
          ? `${functionCode}一般对应${economics.map((code) => economicText(edition, code)).join('、')}`
          : functions && !functions.some((code) => functionCode.startsWith(code))
            ? `${economicCode}一般列在${functions.map((code) => functionText(edition, code)).join('、')}`
            : null;
      if (expected === null) return [];
      const message = `${lineText(budget, edition, line)}：${expected}，请核对科目或说明理由。`;
      return [{ about: [line.key, functionCode, economicCode], message, places: [linePlace(line, 'economicCode')] }];
    }),
});

const FUND_OF_SOURCE: Readonly<Partial<Record<FundSource, BudgetFund>>> = {
  GOVERNMENT_FUND: 'GOVERNMENT_FUND',
  STATE_CAPITAL: 'STATE_CAPITAL',
};

const BUDGET_FUND_LABELS: Readonly<Record<BudgetFund, string>> = {
  GENERAL_PUBLIC: '一般公共预算',
  GOVERNMENT_FUND: '政府性基金预算',
  STATE_CAPITAL: '国有资本经营预算',
};

const fundOfCode = defineCheck({
  id: 'code-fund',
  title: '功能科目与资金来源属同一本预算',
  severity: 'error',
  rule: '四本预算分列：基金科目只用基金拨款，国资科目只用国资拨款',
  find: ({ budget, edition }) => {
    const functionOf = new Map(budget.projects.map(({ key, functionCode }) => [key, functionCode]));
    return budget.expenditure.flatMap((line): readonly Issue[] => {
      const functionCode = line.projectKey === null ? line.functionCode : (functionOf.get(line.projectKey) ?? '');
      const code = edition.functional.get(functionCode);
      const wanted = FUND_OF_SOURCE[line.source] ?? 'GENERAL_PUBLIC';
      if (!code || code.level < 3 || code.budgetFund === wanted) return [];
      const message = `${functionText(edition, functionCode)}是${BUDGET_FUND_LABELS[code.budgetFund]}科目，而资金来源为“${FUND_SOURCE_LABELS[line.source].name}”，请改正科目或资金来源。`;
      return [{ about: [line.key, functionCode, line.source], message, places: [linePlace(line, 'source')] }];
    });
  },
});

const ratios = defineCheck({
  id: 'pay-ratio',
  title: '社会保险、公积金等与工资的比例',
  severity: 'warning',
  rule: '机关事业单位养老保险、职业年金、住房公积金、工会经费的缴费（提取）比例',
  find: ({ facts, edition }) => {
    const basic = facts.filter(({ kind, source }) => kind === 'BASIC' && source === 'GENERAL_PUBLIC');
    const amounts = new Map<string, Fen>();
    for (const { economicCode, amountFen } of basic) {
      amounts.set(economicCode, (amounts.get(economicCode) ?? 0n) + amountFen);
    }
    const sum = (codes: readonly string[]) => sumFen(codes.map((code) => amounts.get(code) ?? 0n));
    if (RATIO_CEILINGS.every(({ part, base }) => sum([part]) === 0n || sum(base) === 0n)) {
      return basic.length === 0 ? notApplicable('没有基本支出。') : insufficientData('没有可比的工资和缴费支出。');
    }
    return RATIO_CEILINGS.flatMap(({ part, base, baseName, ceilingPercent, standard }): readonly Issue[] => {
      const partFen = sum([part]);
      const baseFen = sum(base);
      if (baseFen === 0n || partFen * 100n <= baseFen * ceilingPercent) return [];
      const percent = (partFen * 100n + baseFen / 2n) / baseFen;
      const message = `${economicText(edition, part)}${yuanText(partFen)}，为${baseName}${yuanText(baseFen)}的${percent}%（${standard}），请核对缴费基数或说明理由。`;
      const places = factPlaces(basic, ({ economicCode }) => economicCode === part);
      return [{ about: [part, partFen, baseFen], message, places }];
    });
  },
});

export const CODE_CHECKS = [
  missingCodes,
  unusableCodes,
  basicEconomicClasses,
  fundOfCode,
  codePairs,
  ratios,
  projectEconomicCodes,
  unverifiedCodes,
];
