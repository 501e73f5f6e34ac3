import { groupName, isOnPost } from '../staffing/pay.ts';
import type { StaffGroup } from '../staffing/staff-group.ts';
import { defineCheck, type Issue, insufficientData, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { codeFault } from './code-use.ts';
import type { Place, Severity } from './finding.ts';
import { OPERATING_STANDARD_CHECKS } from './operating-standards.ts';
import { PAY_CHECKS } from './pay-against-register.ts';
import { economicText, functionText, linePlace, listText, yuanText } from './wording.ts';

const NO_REGISTER = '没有登记人员编制。';
const FAULTY_STANDARDS = '支出标准文件有误，没有测算。';

function staffPlace({ key }: Pick<StaffGroup, 'key'>, field: keyof StaffGroup): Place {
  return { kind: 'row', section: 'staffing', collection: 'staff', key, field };
}

const overEstablishment = defineCheck({
  id: 'staff-over-posts',
  title: '实有人数不超过编制数',
  severity: 'warning',
  rule: '机构编制管理：实有人数不得超过核定编制',
  find: ({ budget: { staff } }) => {
    if (staff.length === 0) return notApplicable(NO_REGISTER);
    return staff.flatMap((group): readonly Issue[] => {
      const { key, headCount, authorisedPosts } = group;
      if (headCount === null || authorisedPosts === null || headCount <= authorisedPosts || !isOnPost(group)) return [];
      const message = `${groupName(group)}实有${headCount}人，超过编制数${authorisedPosts}个，请核对或说明理由。`;
      return [{ about: [key, headCount, authorisedPosts], message, places: [staffPlace(group, 'headCount')] }];
    });
  },
});

interface Census {
  readonly name: string;
  readonly field: 'staffOnPost' | 'staffRetired';
  readonly severity: Severity;
  readonly counts: (group: StaffGroup) => boolean;
}

const CENSUS: readonly Census[] = [
  { name: '在职人数', field: 'staffOnPost', severity: 'warning', counts: isOnPost },
  /* Only those who are still paid out of the budget stand in the register. */
  { name: '退休人数', field: 'staffRetired', severity: 'note', counts: ({ kind }) => kind === 'RETIRED' },
];

const againstProfile = defineCheck({
  id: 'staff-against-profile',
  title: '人员登记与单位情况的人数一致',
  severity: 'warning',
  rule: '说明文字公开的人数与测算所用人数应当一致',
  find: ({ budget: { staff, profile } }) => {
    if (staff.length === 0) return notApplicable(NO_REGISTER);
    if (CENSUS.every(({ field }) => profile[field] === null)) return insufficientData('单位情况没有填人数。');
    return CENSUS.flatMap(({ name, field, severity, counts }): readonly Issue[] => {
      const stated = profile[field];
      const groups = staff.filter(counts);
      const registered = groups.reduce((sum, { headCount }) => sum + (headCount ?? 0), 0);
      if (stated === null || groups.length === 0 || registered === stated) return [];
      const message = `人员登记的${name}合计${registered}人，单位情况填的是${stated}人，请核对。`;
      const places: readonly Place[] = [
        { kind: 'section', section: 'staffing' },
        { kind: 'profile', field },
      ];
      return [{ about: [field, registered, stated], message, places, severity }];
    });
  },
});

const registerCodes = defineCheck({
  id: 'staff-code',
  title: '人员登记的功能科目可用',
  severity: 'warning',
  rule: '当年《政府收支分类科目》',
  find: ({ budget: { staff }, edition }) => {
    if (staff.length === 0) return notApplicable(NO_REGISTER);
    return staff.flatMap((group): readonly Issue[] => {
      const { functionCode, key } = group;
      const fault = functionCode === '' ? null : codeFault(edition, 'functional', functionCode);
      if (fault === null) return [];
      const message = `${groupName(group)}的功能科目${functionCode}${fault}，其工资不能据以测算。`;
      return [{ about: [key, functionCode], message, places: [staffPlace(group, 'functionCode')] }];
    });
  },
});

const incomplete = defineCheck({
  id: 'staff-incomplete',
  title: '人员登记填写完整',
  severity: 'note',
  rule: '定员定额：人员经费和公用经费按登记的人数、工资和支出标准测算',
  find: ({ budget: { staff }, standards, calculated }) => {
    if (staff.length === 0) return notApplicable(NO_REGISTER);
    if (standards.faults.length > 0) return insufficientData(FAULTY_STANDARDS);
    return calculated.calculation.gaps.map(({ staffKey, field, message }): Issue => {
      const place: Place =
        staffKey === null
          ? { kind: 'profile', field }
          : { kind: 'row', section: 'staffing', collection: 'staff', key: staffKey, field };
      return { about: [staffKey, field, message], message, places: [place] };
    });
  },
});

/** Where an accepted calculation is mended, and the line that it is about. */
function calculationPlaces({ accepted, line }: CheckContext['calculated']['compared'][number]): readonly Place[] {
  return [
    ...(accepted
      ? [
          {
            kind: 'row',
            section: 'staffing',
            collection: 'calculations',
            key: accepted.key,
            field: 'amountFen',
          } as const,
        ]
      : []),
    ...(line ? [linePlace(line, 'amountFen')] : []),
  ];
}

const stale = defineCheck({
  id: 'calculation-stale',
  title: '已采用的测算数没有过期',
  severity: 'warning',
  rule: '人员登记或支出标准变动后，据以测算的支出行应当更新',
  find: (context) => {
    const { budget, edition, standards, calculated } = context;
    if (budget.calculations.length === 0) return notApplicable('没有采用测算数的支出行。');
    if (standards.faults.length > 0) return insufficientData(FAULTY_STANDARDS);
    return calculated.compared.flatMap((compared): readonly Issue[] => {
      const { state, accepted, line, functionCode, economicCode, computedFen } = compared;
      if (!accepted || !line || (state !== 'stale' && state !== 'obsolete')) return [];
      const name = `“${functionText(edition, functionCode)} / ${economicText(edition, economicCode)}”`;
      const before = yuanText(accepted.amountFen ?? 0n);
      const message =
        state === 'stale'
          ? `基本支出${name}采用时测算为${before}，现按人员登记和支出标准应为${yuanText(computedFen)}，请更新或说明理由。`
          : `基本支出${name}采用时测算为${before}，现在的人员登记和支出标准已不再测算此项，请删除该行或解除测算。`;
      return [{ about: [compared.id, accepted.amountFen, computedFen], message, places: calculationPlaces(compared) }];
    });
  },
});

const overridden = defineCheck({
  id: 'calculation-overridden',
  title: '测算后手工改动的支出行',
  severity: 'note',
  rule: '采用测算数后又手工改动的，审核时说明理由',
  find: ({ budget, edition, standards, calculated }) => {
    if (budget.calculations.length === 0) return notApplicable('没有采用测算数的支出行。');
    if (standards.faults.length > 0) return insufficientData(FAULTY_STANDARDS);
    const changed = calculated.compared.filter(({ state }) => state === 'overridden');
    if (changed.length === 0) return [];
    const names = changed.map(({ economicCode }) => economicText(edition, economicCode));
    const message = `${listText(names)}采用测算数后又手工改动，请确认所填金额。`;
    const about = changed.flatMap(({ id, line }) => [id, line?.amountFen ?? null]);
    return [{ about, message, places: changed.flatMap(calculationPlaces) }];
  },
});

export const STAFFING_CHECKS = [
  ...PAY_CHECKS,
  ...OPERATING_STANDARD_CHECKS,
  overEstablishment,
  againstProfile,
  registerCodes,
  incomplete,
  stale,
  overridden,
];
