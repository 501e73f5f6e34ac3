'use client';

import dynamic from 'next/dynamic';
import { useDeferredValue, useMemo } from 'react';
import { DraftGrid } from '@/components/budget-lines/draft-grid.tsx';
import { SummaryBar } from '@/components/budget-lines/summary-bar.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { calculateBudget } from '@/lib/domain/staffing/compare-proposals.ts';
import { isOnPost } from '@/lib/domain/staffing/pay.ts';
import type { StaffGroup } from '@/lib/domain/staffing/staff-group.ts';
import { GapList } from './gap-list.tsx';
import { likelyPayCode, newStaffGroup } from './new-staff-group.ts';
import { registerHint, staffColumns } from './staff-columns.ts';
import styles from './staffing-section.module.css';
import { StandardFaults } from './standard-faults.tsx';

const ProposalPanel = dynamic(() => import('./proposal-panel.tsx').then((module) => module.ProposalPanel));

/** 人员与测算: the register of posts and staff, and the lines of basic expenditure that follow from it. */
export function StaffingSection() {
  const { budget, unit, workspace } = useDraft();
  const { edition, standards } = workspace;
  const calculated = useDeferredValue(budget);
  const { calculation, compared } = useMemo(
    () => calculateBudget(calculated, edition, standards),
    [calculated, edition, standards],
  );
  const columns = useMemo(() => staffColumns(edition, unit), [edition, unit]);
  const payCode = likelyPayCode(budget);
  const unitKind = budget.unit.kind;
  const createRow = useMemo(() => newStaffGroup(unitKind, payCode), [unitKind, payCode]);
  const computedFen = sumFen(compared.map((one) => one.computedFen));
  const existingFen = sumFen(compared.map((one) => one.existingFen));
  return (
    <SectionFrame
      section="staffing"
      summary={
        <SummaryBar
          figures={
            compared.length === 0
              ? []
              : [
                  { label: '测算合计', amountFen: computedFen, hint: '按人员登记和支出标准测算的各项之和' },
                  { label: '基本支出中的现有金额', amountFen: existingFen, hint: '与测算相同科目、来源的支出行之和' },
                  { label: '差额', amountFen: computedFen - existingFen },
                ]
          }
        />
      }
    >
      <p className={styles.lead}>
        {registerHint(unit)}
        {othersText(budget.staff)}
      </p>
      <DraftGrid
        collection="staff"
        label="人员编制登记"
        rows={budget.staff}
        columns={columns}
        totals={totals(budget.staff)}
        height="content"
        createRow={createRow}
      />
      <GapList gaps={calculation.gaps} />
      {standards.faults.length > 0 && <StandardFaults faults={standards.faults} />}
      {compared.length > 0 && <ProposalPanel compared={compared} />}
      {compared.length === 0 && standards.faults.length === 0 && (
        <EmptyState
          title="还没有测算结果"
          text="在上表登记人员类别、功能科目、人数和人均工资后，这里按支出标准列出工资、社会保险、公积金、公用经费等各行的算式和金额，由您决定采用、替换或保留现有金额。"
        />
      )}
    </SectionFrame>
  );
}

const headsIn = (groups: readonly StaffGroup[], field: 'authorisedPosts' | 'headCount') =>
  groups.reduce((total, group) => total + (group[field] ?? 0), 0);

/** Posts and the people on post add up; what is paid per head does not. */
function totals(staff: readonly StaffGroup[]): Readonly<Record<string, string>> {
  const onPost = staff.filter(isOnPost);
  return {
    authorisedPosts: String(headsIn(onPost, 'authorisedPosts')),
    headCount: String(headsIn(onPost, 'headCount')),
  };
}

/** Whom the totals leave out. */
function othersText(staff: readonly StaffGroup[]): string {
  const others = headsIn(
    staff.filter((group) => !isOnPost(group)),
    'headCount',
  );
  return others === 0 ? '' : `合计为在职人员，另有退休和编外人员 ${others} 人。`;
}
