import type { UnitProfile } from '../budget/profile.ts';
import { defineCheck, type Issue, insufficientData } from './check.ts';
import type { Place } from './finding.ts';
import { narrativePlace } from './text-fields.ts';

const FACTS = [
  ['staffAsOf', '人员统计截至年月'],
  ['staffOnPost', '在编在岗人数'],
  ['staffRetired', '退休人数'],
  ['vehiclesAsOf', '车辆统计截至年月'],
  ['vehiclesTotal', '车辆总数'],
  ['vehiclesGeneral', '一般公务用车数'],
  ['vehiclesLawEnforcement', '执法执勤用车数'],
  ['vehiclesPlannedPurchase', '计划购置车辆数'],
] as const satisfies readonly (readonly [keyof UnitProfile, string])[];

const facts = defineCheck({
  id: 'profile-incomplete',
  title: '人员和车辆情况填全',
  severity: 'error',
  rule: '说明文字“单位构成”“国有资产占有使用情况”；没有的填0',
  find: ({ budget: { profile } }) => {
    const missing = FACTS.filter(([field]) => profile[field] === null || profile[field] === '');
    if (missing.length === 0) return [];
    const message = `单位情况还缺${missing.map(([, label]) => label).join('、')}，请补填（没有的填0）。`;
    const places = missing.map(([field]): Place => ({ kind: 'profile', field }));
    return [{ about: missing.map(([field]) => field), message, places }];
  },
});

const statedMonths = defineCheck({
  id: 'profile-as-of',
  title: '人员、车辆统计时点在预算年度之前',
  severity: 'warning',
  rule: '编制上年末的实有数',
  find: ({ budget: { profile, year } }) => {
    const fields = FACTS.filter(([field]) => field === 'staffAsOf' || field === 'vehiclesAsOf');
    return fields.flatMap(([field, label]): readonly Issue[] => {
      const stated = `${profile[field] ?? ''}`;
      if (stated === '') return [];
      if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(stated) && stated < `${year}-01` && stated >= `${year - 2}-01`) return [];
      const message = `${label}为“${stated}”，应为${year}年预算编制前的年月（如${year - 1}-12），请核对。`;
      return [{ about: [field, stated], message, places: [{ kind: 'profile', field }] }];
    });
  },
});

const duties = defineCheck({
  id: 'duties-missing',
  title: '职能职责已填',
  severity: 'warning',
  rule: '部门预算公开内容包括部门职责和机构设置（财预〔2016〕143号）',
  find: ({ budget: { profile } }) => {
    const { dutyIntroduction, duties: list } = profile.narrative;
    const isMissing = dutyIntroduction.trim() === '' && list.every((duty) => duty.trim() === '');
    if (!isMissing) return [];
    const message = '“职能职责”没有填写，说明文字第一部分将为空，请补填。';
    return [{ about: [], message, places: [narrativePlace('dutyIntroduction'), narrativePlace('duties')] }];
  },
});

const divisions = defineCheck({
  id: 'divisions-missing',
  title: '内设科室已填',
  severity: 'note',
  rule: '部门预算公开内容包括部门职责和机构设置（财预〔2016〕143号）',
  find: ({ budget: { profile } }) => {
    if (profile.divisions.length > 0) return [];
    const message = '没有填写内设科室，说明文字“单位构成”将不写机构设置，如有请补填。';
    return [{ about: [], message, places: [{ kind: 'profile', field: 'divisions' }] }];
  },
});

const contact = defineCheck({
  id: 'contact-missing',
  title: '公开咨询的科室和电话已填',
  severity: 'warning',
  rule: '部门预算公开须注明咨询方式',
  find: ({ budget: { profile } }) => {
    const missing = [
      ...(profile.narrative.contactOffice.trim() === '' ? (['contactOffice'] as const) : []),
      ...(profile.narrative.contactPhone.trim() === '' ? (['contactPhone'] as const) : []),
    ];
    if (missing.length === 0) return [];
    const names = missing.map((field) => (field === 'contactOffice' ? '公开咨询科室' : '联系电话')).join('和');
    return [
      { about: missing, message: `${names}没有填写，请补填，以便公众咨询。`, places: missing.map(narrativePlace) },
    ];
  },
});

const terms = defineCheck({
  id: 'terms-missing',
  title: '专业名词解释',
  severity: 'note',
  rule: '部门预算公开内容包括名词解释（财预〔2016〕143号）',
  find: ({ budget: { profile } }) => {
    if (profile.narrative.terms.length > 0) return [];
    const message = '没有填写名词解释，将使用系统自带的解释，如有本单位特有的名词请补充。';
    return [{ about: [], message, places: [narrativePlace('terms')] }];
  },
});

const unitCode = defineCheck({
  id: 'unit-code',
  title: '单位编码以部门编码开头',
  severity: 'error',
  rule: '预算单位编码规则：部门编码3位+单位顺序号',
  find: ({ budget: { department, unit } }) => {
    if (department.code === '' || unit.code === '') return insufficientData('单位或部门没有编码。');
    if (unit.code.startsWith(department.code)) return [];
    const message = `单位编码${unit.code}不以部门编码${department.code}开头，请联系管理员核对单位设置。`;
    return [{ about: [department.code, unit.code], message, places: [{ kind: 'section', section: 'profile' }] }];
  },
});

export const PROFILE_CHECKS = [unitCode, facts, statedMonths, duties, divisions, contact, terms];
