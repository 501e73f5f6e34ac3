import { readBasis } from '../projects/basis.ts';
import type { Project } from '../projects/project.ts';
import { defineCheck, type Issue } from './check.ts';
import { listText, projectPlace, projectText } from './wording.ts';

/** A document older than this many years may have been replaced. */
const MAX_AGE_YEARS = 10;

const basisIsRequest = defineCheck({
  id: 'project-basis-request',
  title: '立项依据为正式文件',
  severity: 'note',
  rule: '立项依据应为政策文件、批复或会议决定，不宜只是本单位的请示',
  find: ({ budget }) => {
    const projects = budget.projects.filter(({ basis }) => /请示[》”。.\s]*$/.test(basis));
    if (projects.length === 0) return [];
    const names = projects.map((project) => projectText(budget, project));
    const message = `${listText(names, '个项目')}的立项依据是请示，建议改引批复或会议纪要。`;
    const places = projects.map((project) => projectPlace(project, 'basis'));
    return [{ about: projects.map(({ key }) => key), message, places }];
  },
});

const basisUnproved = defineCheck({
  id: 'project-basis-unproved',
  title: '立项依据有文号或附件',
  severity: 'warning',
  rule: '项目入库须有政策文件、批复或会议纪要作依据（财办〔2020〕13号）',
  find: ({ budget }) => {
    const attached = new Set(budget.attachments.map(({ projectKey }) => projectKey));
    const open = budget.projects.filter(({ key, basis }) => basis.trim() !== '' && !attached.has(key));
    const facts = open.map((project) => ({ project, ...readBasis(project.basis) }));
    const unnumbered = facts.filter((fact) => !fact.hasDocumentNumber && !fact.hasMeeting && !fact.hasLaw);
    const titled = unnumbered.filter(({ hasTitle }) => hasTitle).map(({ project }) => project);
    const bare = unnumbered.filter(({ hasTitle }) => !hasTitle).map(({ project }) => project);
    const place = (project: Project) => projectPlace(project, 'basis');
    return [
      ...bare.map((project): Issue => {
        const message = `${projectText(budget, project)}的立项依据没有文号、会议纪要或法规名称，也没有上传附件，请补充或说明理由。`;
        return { about: [project.key, project.basis], message, places: [place(project)] };
      }),
      ...(titled.length === 0
        ? []
        : [
            {
              about: titled.map(({ key }) => key),
              message: `${listText(
                titled.map((project) => projectText(budget, project)),
                '个项目',
              )}的立项依据只有文件名称，没有文号，也没有上传附件，建议补充。`,
              places: titled.map(place),
              severity: 'note',
            } as const,
          ]),
    ];
  },
});

const basisIsOld = defineCheck({
  id: 'project-basis-old',
  title: '立项依据仍在有效期内',
  severity: 'note',
  rule: `依据文件超过${MAX_AGE_YEARS}年的，应核对是否仍然有效`,
  find: ({ budget }) => {
    const old = budget.projects.flatMap((project) => {
      const { newestYear, hasLaw } = readBasis(project.basis);
      return newestYear === null || hasLaw || budget.year - newestYear <= MAX_AGE_YEARS
        ? []
        : [{ project, newestYear }];
    });
    if (old.length === 0) return [];
    const names = listText(
      old.map(({ project, newestYear }) => `${projectText(budget, project)}（${newestYear}年）`),
      '个项目',
    );
    const message = `${names}的立项依据距今超过${MAX_AGE_YEARS}年，请核对是否仍然有效。`;
    const about = old.flatMap(({ project, newestYear }) => [project.key, newestYear]);
    return [{ about, message, places: old.map(({ project }) => projectPlace(project, 'basis')) }];
  },
});

export const PROJECT_BASIS_CHECKS = [basisIsRequest, basisUnproved, basisIsOld];
