'use client';

import { ActionIcon } from '@mantine/core';
import Link from 'next/link';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { codeName } from '@/lib/domain/classification/edition.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { PROJECT_CATEGORY_LABELS, type Project } from '@/lib/domain/projects/project.ts';
import { projectTitle } from './new-project.ts';
import { findingsOfProject, type ProjectOverview } from './project-overview.ts';
import styles from './project-table.module.css';

interface ProjectTableProps {
  overviews: readonly ProjectOverview[];
  /** Null where nothing can be deleted. */
  onDelete: ((project: Project) => void) | null;
}

/** The projects of a budget, one line each. */
export function ProjectTable({ overviews, onDelete }: ProjectTableProps) {
  const { unit, workspace, findings, budget } = useDraft();
  const { edition, settings, budgetId } = workspace;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">项目列表</caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">项目名称</th>
          <th scope="col">类别</th>
          <th scope="col">功能科目</th>
          <th scope="col" className={styles.number}>
            金额
          </th>
          <th scope="col" className={styles.number}>
            权重
          </th>
          <th scope="col">校验</th>
          {onDelete && (
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {overviews.map(({ project, amountFen, weightTotal }, index) => (
          <tr key={project.key}>
            <td>{index + 1}</td>
            <th scope="row">
              <Link href={`/budgets/${budgetId}/projects/${project.key}`}>{projectTitle(project)}</Link>
            </th>
            <td>{PROJECT_CATEGORY_LABELS[project.category].label}</td>
            <td>
              {project.functionCode} {project.functionCode && codeName(edition.functional, project.functionCode)}
            </td>
            <td className={styles.number}>{formatForEntry(amountFen, unit)}</td>
            <td className={styles.number} data-off={weightTotal !== settings.projectWeightTotal || undefined}>
              {weightTotal} / {settings.projectWeightTotal}
            </td>
            <td>
              <FindingCount findings={findingsOfProject(findings, budget, project.key)} />
            </td>
            {onDelete && (
              <td>
                <ActionIcon aria-label={`删除项目“${projectTitle(project)}”`} onClick={() => onDelete(project)}>
                  ✕
                </ActionIcon>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FindingCount({ findings }: { findings: ReturnType<typeof findingsOfProject> }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (errors > 0) return <span className={styles.errors}>{errors} 错误</span>;
  return warnings > 0 ? (
    <span className={styles.warnings}>{warnings} 提醒</span>
  ) : (
    <span className={styles.done}>✓</span>
  );
}
