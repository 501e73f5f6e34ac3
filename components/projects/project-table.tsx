'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { isOver, leftText } from '@/components/budget-lines/control-words.ts';
import { unitWord } from '@/components/budget-lines/line-columns.ts';
import { useControlBalances } from '@/components/budget-lines/use-control-balances.ts';
import { changePercent } from '@/components/review/change-percent.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { type ControlUse, itemUse } from '@/lib/domain/budget/control-balance.ts';
import { projectItem } from '@/lib/domain/budget/control-figure.ts';
import { codeName } from '@/lib/domain/classification/edition.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { PROJECT_CATEGORY_LABELS, PROJECT_NATURE_LABELS, type Project } from '@/lib/domain/projects/project.ts';
import { projectTitle } from './new-project.ts';
import { findingsOfProject, type ProjectOverview } from './project-overview.ts';
import styles from './project-table.module.css';
import { useProjectOrder } from './use-project-order.ts';

type ProjectAct = ((project: Project) => void) | null;

interface ProjectTableProps {
  overviews: readonly ProjectOverview[];
  /** Whether last year's approved budget is known, to be compared with. */
  hasLastYear: boolean;
  /** Null where nothing can be changed. */
  onDelete: ProjectAct;
  onDuplicate: ProjectAct;
}

/** The projects of a budget, one line each, in the order in which annex 10 prints them. */
export function ProjectTable({ overviews, hasLastYear, onDelete, onDuplicate }: ProjectTableProps) {
  const { unit } = useDraft();
  const { rowProps, handleProps, announcement } = useProjectOrder();
  const canChange = onDelete !== null;
  const balances = useControlBalances();
  const controls = overviews.map(({ project }) => itemUse(balances, projectItem(project.key)));
  const hasControl = controls.some(({ controlFen }) => controlFen !== null);
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">项目列表，Alt 加上下方向键移动项目</caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">项目名称</th>
            <th scope="col">类别</th>
            <th scope="col" className={styles.number}>
              金额（{unitWord(unit)}）
            </th>
            {hasControl && (
              <>
                <th scope="col" className={styles.number}>
                  控制数
                </th>
                <th scope="col" className={styles.number}>
                  差额
                </th>
              </>
            )}
            {hasLastYear && (
              <>
                <th scope="col" className={`${styles.number} ${styles.beside}`}>
                  上年
                </th>
                <th scope="col" className={`${styles.number} ${styles.beside}`}>
                  增减
                </th>
              </>
            )}
            <th scope="col" className={styles.number}>
              权重
            </th>
            <th scope="col">状态</th>
            {canChange && (
              <th scope="col">
                <span className="visually-hidden">操作</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {overviews.map((overview, index) => (
            <tr key={overview.project.key} {...(canChange && rowProps(overview.project, index))}>
              <td className={styles.order}>
                {canChange && (
                  <span
                    className={styles.handle}
                    title="拖动，或在本行按 Alt+↑、Alt+↓ 移动"
                    {...handleProps(overview.project)}
                  >
                    ⠿
                  </span>
                )}
                {index + 1}
              </td>
              <ProjectCells
                overview={overview}
                hasLastYear={hasLastYear}
                control={hasControl ? controls[index] : undefined}
              />
              {onDelete && onDuplicate && (
                <td className={styles.tools}>
                  <RowTool act={onDuplicate} project={overview.project} verb="复制" />
                  <RowTool act={onDelete} project={overview.project} verb="删除" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
    </>
  );
}

interface ProjectCellsProps {
  overview: ProjectOverview;
  hasLastYear: boolean;
  /** Absent where no project has a control figure. */
  control: ControlUse | undefined;
}

function ProjectCells({ overview, hasLastYear, control }: ProjectCellsProps) {
  const { unit, workspace, findings, budget } = useDraft();
  const { edition, settings, budgetId } = workspace;
  const { project, amountFen, lastYearFen, weightTotal } = overview;
  return (
    <>
      <th scope="row">
        <Link href={`/budgets/${budgetId}/projects/${project.key}`}>{projectTitle(project)}</Link>
        {project.functionCode && (
          <span className={styles.detail}>
            {project.functionCode} {codeName(edition.functional, project.functionCode)}
          </span>
        )}
      </th>
      <td>
        {PROJECT_CATEGORY_LABELS[project.category].label}
        <span className={styles.detail}>{PROJECT_NATURE_LABELS[project.nature]}</span>
      </td>
      <td className={styles.number}>{formatForEntry(amountFen, unit)}</td>
      {control && (
        <>
          <td className={styles.number}>{formatForEntry(control.controlFen, unit)}</td>
          <td className={styles.number} data-off={isOver(control) || undefined}>
            {leftText(control, unit)}
          </td>
        </>
      )}
      {hasLastYear && (
        <>
          <td className={`${styles.number} ${styles.beside}`}>
            {lastYearFen === null ? '' : formatForEntry(lastYearFen, unit)}
          </td>
          <td className={`${styles.number} ${styles.beside}`}>{changeText(amountFen, lastYearFen)}</td>
        </>
      )}
      <td className={styles.number} data-off={weightTotal !== settings.projectWeightTotal || undefined}>
        {weightTotal} / {settings.projectWeightTotal}
      </td>
      <td>
        <ProjectState overview={overview} findings={findingsOfProject(findings, budget, project.key)} />
      </td>
    </>
  );
}

/** Nothing to compare while the amount is still to be filled in. */
function changeText(amountFen: Fen, lastYearFen: Fen | null): string {
  if (lastYearFen === null) return '新增';
  return amountFen === 0n ? '' : changePercent(amountFen, lastYearFen);
}

interface RowToolProps {
  act: (project: Project) => void;
  project: Project;
  verb: string;
}

function RowTool({ act, project, verb }: RowToolProps) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      c={verb === '删除' ? 'red.9' : undefined}
      aria-label={`${verb}项目“${projectTitle(project)}”`}
      onClick={() => act(project)}
    >
      {verb}
    </Button>
  );
}

interface ProjectStateProps {
  overview: ProjectOverview;
  findings: ReturnType<typeof findingsOfProject>;
}

/** The first thing that is still to be done, or how many findings are left. */
function ProjectState({ overview: { amountFen, indicatorCount }, findings }: ProjectStateProps) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (amountFen === 0n) return <span className={styles.todo}>待填金额</span>;
  if (indicatorCount === 0) return <span className={styles.todo}>待填指标</span>;
  if (errors > 0) return <span className={styles.errors}>{errors} 错误</span>;
  if (warnings > 0) return <span className={styles.warnings}>{warnings} 提醒</span>;
  return <span className={styles.done}>✓ 完成</span>;
}
