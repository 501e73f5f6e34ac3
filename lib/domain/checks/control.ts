import { balanceOf } from '../budget/control-balance.ts';
import { CONTROL_CATEGORY_LABELS, type ControlCategory } from '../budget/control-figure.ts';
import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
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
  rule: '预算控制数（一下）按单位、支出类别和资金来源下达，编报数不得超过',
  find: ({ budget, edition, controlFigures }) => {
    if (controlFigures.length === 0) return notApplicable('本年度尚未向本单位下达控制数。');
    return balanceOf(budget, edition, controlFigures).flatMap(
      ({ category, source, controlFen, enteredFen, leftFen }): readonly Issue[] => {
        if (leftFen >= 0n) return [];
        const what = `${CONTROL_CATEGORY_LABELS[category]}（${FUND_SOURCE_LABELS[source].name}）`;
        const message = `${what}已编${yuanText(enteredFen)}，控制数为${yuanText(controlFen)}，超出${yuanText(-leftFen)}，请调减或申请调整控制数。`;
        return [{ about: [category, source, controlFen, enteredFen], message, places: [SECTION_OF[category]] }];
      },
    );
  },
});

export const CONTROL_CHECKS = [withinControl];
