'use client';

import { Text } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { Fragment, type ReactNode, useMemo } from 'react';
import { AttachmentList } from '@/components/attachments/attachment-list.tsx';
import { controlText } from '@/components/budget-lines/control-words.ts';
import { useRowHistory } from '@/components/history/row-history-provider.tsx';
import { BaseBar } from '@/components/versions/base-bar.tsx';
import type { Budget, Collection } from '@/lib/domain/budget/budget.ts';
import { balanceOf, type ControlUse, controlUse, itemUse } from '@/lib/domain/budget/control-balance.ts';
import { groupItem, projectItem } from '@/lib/domain/budget/control-figure.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Section } from '@/lib/domain/checks/finding.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { PROJECT_CATEGORIES, PROJECT_CATEGORY_LABELS, type Project } from '@/lib/domain/projects/project.ts';
import { countChanges, diffRows } from '@/lib/domain/versions/row-diff.ts';
import { type LineColumn, LineTable } from './line-table.tsx';
import { OnlyChangesSwitch } from './only-changes-switch.tsx';
import { ProfileFacts } from './profile-facts.tsx';
import { useReview } from './review-context.tsx';
import styles from './review-lines.module.css';
import {
  basicColumns,
  CARRY_FORWARD_COLUMNS,
  costColumns,
  GOAL_COLUMNS,
  INDICATOR_COLUMNS,
  OVERALL_INDICATOR_COLUMNS,
  PASSAGE_COLUMNS,
  PROCUREMENT_COLUMNS,
  priorYearColumns,
  projectColumns,
  REASON_COLUMNS,
  revenueColumns,
  staffColumns,
} from './section-columns.ts';

/** The rows of one section of the version under review, beside those of the base that was chosen. */
export function ReviewLines({ section }: { section: Section }) {
  const { workspace, comparison } = useReview();
  return (
    <>
      <BaseBar comparison={comparison} year={workspace.budget.year}>
        <OnlyChangesSwitch />
      </BaseBar>
      <SectionLines section={section} />
    </>
  );
}

function SectionLines({ section }: { section: Section }) {
  const { workspace, base } = useReview();
  const { budget, edition } = workspace;
  switch (section) {
    case 'revenue':
      return (
        <>
          <ReviewList
            title="收入"
            collection="revenue"
            rows={budget.revenue}
            before={base?.revenue}
            columns={revenueColumns(edition)}
          />
          <ReviewList
            title="结转下年"
            collection="carryForward"
            rows={budget.carryForward}
            before={base?.carryForward}
            columns={CARRY_FORWARD_COLUMNS}
          />
        </>
      );
    case 'staffing':
      return (
        <ReviewList
          title="人员编制登记"
          collection="staff"
          rows={budget.staff}
          before={base?.staff}
          columns={staffColumns(edition)}
        />
      );
    case 'basic':
      return <ReviewBasic />;
    case 'projects':
      return <ReviewProjects />;
    case 'performance':
      return <ReviewPerformance />;
    case 'procurement':
      return (
        <ReviewList
          title="政府采购"
          collection="procurement"
          rows={budget.procurement}
          before={base?.procurement}
          columns={PROCUREMENT_COLUMNS}
        />
      );
    case 'prior-year':
      return (
        <>
          <ReviewList
            title="上年预算数"
            collection="priorYear"
            rows={budget.priorYear}
            before={base?.priorYear}
            columns={priorYearColumns(edition)}
          />
          <ReviewList
            title="增减原因"
            collection="reasons"
            rows={budget.reasons}
            before={base?.reasons}
            columns={REASON_COLUMNS}
          />
        </>
      );
    case 'profile':
      return (
        <>
          <ProfileFacts profile={budget.profile} before={base?.profile ?? null} />
          <ReviewList
            title="自拟说明文字"
            collection="passages"
            rows={budget.passages}
            before={base?.passages}
            columns={PASSAGE_COLUMNS}
          />
        </>
      );
  }
}

function ReviewBasic() {
  const { workspace, base } = useReview();
  const { budget, edition } = workspace;
  const balances = useBalances();
  return (
    <ReviewList
      title="基本支出"
      collection="expenditure"
      rows={budget.expenditure.filter((line) => line.projectKey === null)}
      before={base?.expenditure.filter((line) => line.projectKey === null)}
      columns={basicColumns(edition)}
      controls={[
        { label: '人员经费', use: controlUse(balances, ['PERSONNEL']) },
        { label: '日常公用经费', use: controlUse(balances, ['ROUTINE']) },
      ]}
    />
  );
}

/** 控制数 of the version under review beside what it plans. */
function useBalances() {
  const { budget, edition, controlFigures } = useReview().workspace;
  return useMemo(() => balanceOf(budget, edition, controlFigures), [budget, edition, controlFigures]);
}

function ReviewProjects() {
  const { workspace, base } = useReview();
  const { budget, edition } = workspace;
  const balances = useBalances();
  return (
    <>
      <ReviewList
        title="项目"
        collection="projects"
        rows={budget.projects}
        before={base?.projects}
        columns={projectColumns(edition)}
        controls={[
          { label: '全部项目', use: controlUse(balances, ['PROJECT']) },
          ...PROJECT_CATEGORIES.map((category) => ({
            label: PROJECT_CATEGORY_LABELS[category].label,
            use: itemUse(balances, groupItem(category)),
          })),
        ]}
      />
      {projectsOf(budget, base).map((project) => (
        <Fragment key={project.key}>
          <ReviewList
            title={`${project.name}：支出明细`}
            isPart
            collection="expenditure"
            rows={budget.expenditure.filter((line) => line.projectKey === project.key)}
            before={base?.expenditure.filter((line) => line.projectKey === project.key)}
            columns={costColumns(edition)}
            controls={[{ label: '', use: itemUse(balances, projectItem(project.key)) }]}
          />
          <ReviewAttachments projectKey={project.key} projectName={project.name} />
        </Fragment>
      ))}
    </>
  );
}

/** This version's projects, then those that it has no more. */
function projectsOf(budget: Budget, base: Budget | null): readonly Project[] {
  const kept = new Set(budget.projects.map(({ key }) => key));
  return [...budget.projects, ...(base?.projects.filter(({ key }) => !kept.has(key)) ?? [])];
}

/** The files behind a project's 立项依据, to be read beside it. */
function ReviewAttachments({ projectKey, projectName }: { projectKey: string; projectName: string }) {
  const { workspace } = useReview();
  const attachments = workspace.budget.attachments.filter((attachment) => attachment.projectKey === projectKey);
  if (attachments.length === 0) return null;
  const title = `${projectName}：立项依据附件`;
  return (
    <section className={styles.list} aria-label={title}>
      <Text fw={700} component="h3" mb={6}>
        {title}
      </Text>
      <AttachmentList
        budgetId={workspace.budgetId}
        versionNumber={workspace.version.number}
        attachments={attachments}
      />
    </section>
  );
}

function ReviewPerformance() {
  const { workspace, base } = useReview();
  const { budget } = workspace;
  return (
    <>
      <ReviewList
        title="整体绩效目标"
        collection="goals"
        rows={budget.goals}
        before={base?.goals}
        columns={GOAL_COLUMNS}
      />
      <ReviewList
        title="整体绩效指标"
        collection="overallIndicators"
        rows={budget.overallIndicators}
        before={base?.overallIndicators}
        columns={OVERALL_INDICATOR_COLUMNS}
      />
      {projectsOf(budget, base).map((project) => (
        <ReviewList
          key={project.key}
          title={`${project.name}：绩效指标`}
          isPart
          collection="indicators"
          rows={budget.indicators.filter((row) => row.projectKey === project.key)}
          before={base?.indicators.filter((row) => row.projectKey === project.key)}
          columns={INDICATOR_COLUMNS}
        />
      ))}
    </>
  );
}

interface ReviewListProps<T extends Row> {
  title: string;
  collection: Collection;
  rows: readonly T[];
  before: readonly T[] | undefined;
  columns: readonly LineColumn<T>[];
  /** Control figures that the rows are held against. */
  controls?: readonly { readonly label: string; readonly use: ControlUse }[];
  /** One of many lists of its kind: left out where only changes are shown and it has none. */
  isPart?: boolean;
}

function ReviewList<T extends Row>(props: ReviewListProps<T>): ReactNode {
  const { title, collection, rows, before, columns, controls = [], isPart = false } = props;
  const { base, onlyChanges, workspace, labelOf, setCommentTarget, commentActions } = useReview();
  const openHistory = useRowHistory();
  const sought = useSearchParams().get('row');
  const open = workspace.comments.filter((comment) => comment.collection === collection && comment.resolvedAt === null);
  const diffs = diffRows(base ? (before ?? []) : null, rows);
  const shown = base && onlyChanges ? diffs.filter(({ status }) => status !== 'same') : diffs;
  if (isPart && onlyChanges && shown.length === 0) return null;
  return (
    <section className={styles.list} aria-label={title}>
      <Text fw={700} component="h3" mb={6}>
        {title}
        <Text span size="sm" c="dimmed" fw={400}>
          （{rows.length} 行{base && `，${countChanges(diffs)} 处变化`}）
        </Text>
      </Text>
      <LineTable
        label={title}
        columns={columns}
        diffs={shown}
        sought={sought}
        commentsOn={(rowKey) => open.filter((comment) => comment.rowKey === rowKey).length}
        onComment={
          commentActions &&
          ((rowKey) =>
            setCommentTarget({ collection, rowKey, field: null, label: labelOf(collection, rowKey) ?? title }))
        }
        onHistory={(rowKey) => openHistory({ collection, rowKey })}
        footer={footerOf(rows, controls)}
        emptyText={diffs.length > 0 ? `${title}没有变化。` : `没有${title}的内容。`}
      />
    </section>
  );
}

/** The total of the rows, and beside it each control figure with what is left of it. */
function footerOf(
  rows: readonly object[],
  controls: readonly { readonly label: string; readonly use: ControlUse }[],
): string | undefined {
  const texts = controls.flatMap(({ label, use }) => {
    const text = controlText(use, 'yuan');
    return text === null ? [] : [`${label}${text}`];
  });
  const parts = [totalOf(rows), ...texts].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join('；') : undefined;
}

function totalOf(rows: readonly object[]): string | undefined {
  const amounts = rows.flatMap((row) => ('amountFen' in row ? [row.amountFen as bigint | null] : []));
  return amounts.length > 0 ? `合计 ${formatForEntry(sumFen(amounts), 'yuan')} 元` : undefined;
}
