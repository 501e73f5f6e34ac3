import { defineCheck, type Issue } from './check.ts';
import { CODE_KIND_LABELS, codeFault } from './code-use.ts';
import { codePairFault, fundFault, isBasicEconomicCode } from './pair-fault.ts';
import { linePlace, lineText, listText, projectPlace, projectText } from './wording.ts';

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
  rule: '{basicByEconomic}：301、303为人员经费，302、310为日常公用经费，其余类不列基本支出',
  find: ({ budget, edition, basicLines }) =>
    basicLines.flatMap((line): readonly Issue[] => {
      if (isBasicEconomicCode(edition, line.economicCode)) return [];
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
      const expected = codePairFault(edition, functionCode, economicCode);
      if (expected === null) return [];
      const message = `${lineText(budget, edition, line)}：${expected}，请核对科目或说明理由。`;
      return [{ about: [line.key, functionCode, economicCode], message, places: [linePlace(line, 'economicCode')] }];
    }),
});

const fundOfCode = defineCheck({
  id: 'code-fund',
  title: '功能科目与资金来源属同一本预算',
  severity: 'error',
  rule: '四本预算分列：基金科目只用基金拨款，国资科目只用国资拨款',
  find: ({ budget, edition }) => {
    const functionOf = new Map(budget.projects.map(({ key, functionCode }) => [key, functionCode]));
    return budget.expenditure.flatMap((line): readonly Issue[] => {
      const functionCode = line.projectKey === null ? line.functionCode : (functionOf.get(line.projectKey) ?? '');
      const message = fundFault(edition, functionCode, line.source);
      if (message === null) return [];
      return [{ about: [line.key, functionCode, line.source], message, places: [linePlace(line, 'source')] }];
    });
  },
});

export const CODE_CHECKS = [
  missingCodes,
  unusableCodes,
  basicEconomicClasses,
  fundOfCode,
  codePairs,
  projectEconomicCodes,
  unverifiedCodes,
];
