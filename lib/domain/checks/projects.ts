import { groupBy } from '../group-by.ts';
import { dateNumber, durationMonths, endYear, isReadableEnd, monthsBetween } from '../projects/duration.ts';
import { PROJECT_NATURE_LABELS, type Project } from '../projects/project.ts';
import { defineCheck, type Issue } from './check.ts';
import { fold } from './text-rules.ts';
import { linePlace, listText, projectPlace, projectText } from './wording.ts';

const projectAmounts = defineCheck({
  id: 'project-without-amount',
  title: '每个项目有支出明细和金额',
  severity: 'error',
  rule: '{projects}：每个项目金额大于零',
  find: ({ budget, linesByProject, projectAmounts: amounts }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const lines = linesByProject.get(project.key) ?? [];
      if ((amounts.get(project.key) ?? 0n) > 0n) return [];
      const fault = lines.length === 0 ? '还没有支出明细' : '支出明细的金额合计为0';
      const message = `${projectText(budget, project)}${fault}，请填列经济科目、资金来源和金额，或删除该项目。`;
      return [
        { about: [project.key], message, places: [projectPlace(project), ...lines.map((line) => linePlace(line))] },
      ];
    }),
});

const projectNames = defineCheck({
  id: 'project-name',
  title: '项目名称齐全且不重复',
  severity: 'error',
  rule: '{projects}、{projectSheets}的项目名称一一对应',
  find: ({ budget }) => {
    const named = groupBy(budget.projects, ({ name }) => fold(name));
    return [...named].flatMap(([name, projects]): readonly Issue[] => {
      const places = projects.map((project) => projectPlace(project, 'name'));
      const about = [name, ...projects.map(({ key }) => key)];
      if (name === '') {
        return projects.map((project) => ({
          about: [project.key],
          message: `${projectText(budget, project)}没有名称，请填写项目名称。`,
          places: [projectPlace(project, 'name')],
        }));
      }
      if (projects.length === 1) return [];
      return [
        {
          about,
          message: `有${projects.length}个项目同名“${projects[0]?.name}”，请改为不同的名称或合并项目。`,
          places,
        },
      ];
    });
  },
});

const SHEET_FIELDS = [
  ['overview', '项目概况'],
  ['basis', '立项依据'],
  ['start', '起始时间'],
  ['duration', '终止时间'],
  ['supervisingDepartment', '主管部门'],
  ['implementingUnit', '实施单位'],
] as const satisfies readonly (readonly [keyof Project, string])[];

const projectSheet = defineCheck({
  id: 'project-sheet-incomplete',
  title: '项目基本信息齐全',
  severity: 'error',
  rule: '{projectSheets}：项目绩效目标表各栏须填列',
  find: ({ budget }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const missing = SHEET_FIELDS.filter(([field]) => project[field].trim() === '');
      if (missing.length === 0) return [];
      const message = `${projectText(budget, project)}还缺${missing.map(([, label]) => label).join('、')}，请补填。`;
      const places = missing.map(([field]) => projectPlace(project, field));
      return [{ about: [project.key, ...missing.map(([field]) => field)], message, places }];
    }),
});

const durationForm = defineCheck({
  id: 'project-end-as-duration',
  title: '项目终止时间为日期',
  severity: 'note',
  rule: '{projectSheets}“项目终止时间”栏填写年月',
  find: ({ budget }) => {
    const projects = budget.projects.filter(({ duration }) => durationMonths(duration) !== null);
    if (projects.length === 0) return [];
    const recurring = projects.filter(({ nature }) => nature === 'RECURRING').length;
    const contradiction = recurring > 0 ? `（其中${recurring}个又是“常年”项目）` : '';
    const message = `${projects.length}个项目的终止时间填的是期限（如“${projects[0]?.duration}”）而不是日期${contradiction}，建议填写终止年月；常年项目可填“长期”。`;
    const places = projects.map((project) => projectPlace(project, 'duration'));
    return [{ about: projects.flatMap(({ key, duration }) => [key, duration]), message, places }];
  },
});

const duration = defineCheck({
  id: 'project-duration',
  title: '项目起止时间合理',
  severity: 'warning',
  rule: '起始时间早于终止时间；一次性项目不超过一年（财办〔2020〕13号项目分类）',
  find: ({ budget }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const { key, start, duration: end, nature } = project;
      const places = [projectPlace(project, 'start'), projectPlace(project, 'duration')];
      const months = durationMonths(end) ?? monthsBetween(start, end);
      const name = projectText(budget, project);
      if (months !== null && months < 1 && dateNumber(end) !== null) {
        const message = `${name}的起始时间“${start}”晚于终止时间“${end}”，请改正。`;
        return [{ about: [key, start, end], message, places, severity: 'error' }];
      }
      if (nature === 'RECURRING' && months !== null && months > 12 && dateNumber(end) !== null) {
        const message = `${name}是“${PROJECT_NATURE_LABELS[nature]}”项目，不设终止时间，而填有“${end}”；到期终止的项目宜改为“${PROJECT_NATURE_LABELS.CONTINUING}”。`;
        return [{ about: [key, start, end, nature], message, places, severity: 'note' }];
      }
      if (nature !== 'ONE_OFF' || months === null || months <= 12) return [];
      const message = `${name}是“${PROJECT_NATURE_LABELS[nature]}”项目，而起止时间（${start}至${end}）超过一年，请改为“${PROJECT_NATURE_LABELS.CONTINUING}”或说明理由。`;
      return [{ about: [key, start, end, nature], message, places }];
    }),
});

const owner = defineCheck({
  id: 'project-owner',
  title: '项目的主管部门、实施单位与预算单位一致',
  severity: 'warning',
  rule: '{projectSheets}的主管部门、实施单位与单位名称、编码一致',
  find: ({ budget }) => {
    const { department, unit } = budget;
    return budget.projects.flatMap((project): readonly Issue[] => {
      const fields = [
        ['supervisingDepartment', '主管部门', department],
        ['implementingUnit', '实施单位', unit],
      ] as const;
      return fields.flatMap(([field, label, { code, name, fullName }]): readonly Issue[] => {
        const text = fold(project[field]);
        if (text === '') return [];
        const stated = /^\d{3,}/.exec(text)?.[0];
        const isNamed = [name, fullName].some((known) => text.includes(fold(known)));
        if (stated === code || (stated === undefined && isNamed)) return [];
        const expected = `${code}-${name}`;
        const message = `${projectText(budget, project)}的${label}写作“${project[field]}”，与本${field === 'implementingUnit' ? '单位' : '部门'}“${expected}”不一致，请核对或说明理由。`;
        return [{ about: [project.key, field, project[field]], message, places: [projectPlace(project, field)] }];
      });
    });
  },
});

const sameContent = defineCheck({
  id: 'project-same-content',
  title: '项目内容不重复',
  severity: 'warning',
  rule: '不得重复申报项目（财办〔2020〕13号项目库管理）',
  find: ({ budget }) => {
    const texts = groupBy(
      budget.projects.filter(({ overview }) => overview.trim() !== ''),
      ({ overview }) => fold(overview),
    );
    return [...texts.values()]
      .filter((projects) => projects.length > 1)
      .map((projects): Issue => {
        const names = projects.map((project) => projectText(budget, project));
        const message = `${listText(names, '个项目')}的项目概况完全相同，请确认是否重复申报，或分别写明内容。`;
        const places = projects.map((project) => projectPlace(project, 'overview'));
        return { about: projects.map(({ key }) => key), message, places };
      });
  },
});

const timeForm = defineCheck({
  id: 'project-time-form',
  title: '项目起止时间写明年月',
  severity: 'warning',
  rule: '{projectSheets}“项目起始时间”“项目终止时间”栏填写年月',
  find: ({ budget }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const { key, start, duration: end } = project;
      const fields = [
        ...(start.trim() !== '' && dateNumber(start) === null ? ([['start', '起始时间', start]] as const) : []),
        ...(end.trim() !== '' && !isReadableEnd(end) ? ([['duration', '终止时间', end]] as const) : []),
      ];
      return fields.map(([field, label, text]): Issue => {
        const message = `${projectText(budget, project)}的${label}“${text}”看不出年月，请写成“${budget.year}年12月”的形式${field === 'duration' ? '，常年项目可写“长期”' : ''}。`;
        return { about: [key, field, text], message, places: [projectPlace(project, field)] };
      });
    }),
});

const outOfYear = defineCheck({
  id: 'project-out-of-year',
  title: '项目在预算年度内实施',
  severity: 'warning',
  rule: '已到期或尚未开始的项目不列入本年预算（财办〔2020〕13号项目库管理）',
  find: ({ budget }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const { key, start, duration: end, nature } = project;
      const name = projectText(budget, project);
      const startDate = dateNumber(start);
      const lastYear = endYear(start, end);
      const isEnded = nature !== 'RECURRING' && lastYear !== null && lastYear < budget.year;
      const isLater = startDate !== null && Math.floor(startDate / 10_000) > budget.year;
      if (!isEnded && !isLater) return [];
      const fault = isLater ? `起始时间是“${start}”，晚于预算年度` : `起止时间为${start}、${end}，${lastYear}年已到期`;
      const message = `${name}的${fault}，请核对时间，或说明列入${budget.year}年预算的理由。`;
      const field = isLater ? 'start' : 'duration';
      return [{ about: [key, start, end, nature], message, places: [projectPlace(project, field)] }];
    }),
});

export const PROJECT_CHECKS = [
  projectAmounts,
  projectNames,
  projectSheet,
  duration,
  owner,
  sameContent,
  durationForm,
  timeForm,
  outOfYear,
];
