import { balanceOf, type ControlBalance } from '../budget/control-balance.ts';
import { CONTROL_CATEGORY_LABELS, type ControlCategory, itemLabel, projectKeyOf } from '../budget/control-figure.ts';
import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
import type { Project } from '../projects/project.ts';
import { defineCheck, type Issue, notApplicable } from './check.ts';
import type { Place } from './finding.ts';
import { yuanText } from './wording.ts';

const SECTION_OF: Readonly<Record<ControlCategory, Place>> = {
  PERSONNEL: { kind: 'section', section: 'basic' },
  ROUTINE: { kind: 'section', section: 'basic' },
  PROJECT: { kind: 'section', section: 'projects' },
};

const withinControl = defineCheck({
  id: 'within-control-figure',
  title: '各类支出不超过控制数',
  severity: 'error',
  rule: '预算控制数（一下）按单位、支出类别、项目组或项目和资金来源下达，编报数不得超过',
  find: ({ budget, edition, controlFigures }) => {
    if (controlFigures.length === 0) return notApplicable('本年度尚未向本单位下达控制数。');
    return balanceOf(budget, edition, controlFigures).flatMap((balance): readonly Issue[] => {
      const { category, item, source, controlFen, enteredFen, leftFen } = balance;
      if (leftFen >= 0n) return [];
      const what = `${subjectOf(balance, budget.projects)}（${FUND_SOURCE_LABELS[source].name}）`;
      const message = `${what}已编${yuanText(enteredFen)}，控制数为${yuanText(controlFen)}，超出${yuanText(-leftFen)}，请调减或申请调整控制数。`;
      const about = [category, ...(item === '' ? [] : [item]), source, controlFen, enteredFen];
      return [{ about, message, places: [placeOf(balance)] }];
    });
  },
});

function subjectOf({ category, item }: ControlBalance, projects: readonly Project[]): string {
  if (item === '') return CONTROL_CATEGORY_LABELS[category];
  const label = itemLabel(item, projects);
  return projectKeyOf(item) === null ? `项目组“${label}”` : `项目“${label}”`;
}

function placeOf({ category, item }: ControlBalance): Place {
  const key = projectKeyOf(item);
  return key === null ? SECTION_OF[category] : { kind: 'row', section: 'projects', collection: 'projects', key };
}

export const CONTROL_CHECKS = [withinControl];
