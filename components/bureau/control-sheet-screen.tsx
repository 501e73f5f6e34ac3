'use client';

import { EmptyState } from '@/components/ui/empty-state.tsx';
import type { IssueFigures, ReadTrail } from './control-actions.ts';
import type { ControlledUnit } from './control-rows.ts';
import { ControlSheet } from './control-sheet.tsx';

interface ControlSheetScreenProps {
  sheet: {
    readonly year: number | null;
    readonly years: readonly number[];
    readonly units: readonly ControlledUnit[];
    readonly canIssue: boolean;
  };
  issue: IssueFigures;
  readTrail: ReadTrail;
}

/** 控制数 of all units: typed, pasted or imported like a spreadsheet, issued to the units in one act. */
export function ControlSheetScreen({ sheet, issue, readTrail }: ControlSheetScreenProps) {
  const { year, units } = sheet;
  if (year !== null && units.length > 0) return <ControlSheet {...sheet} {...{ year, issue, readTrail }} />;
  return (
    <EmptyState
      title={year === null ? '还没有预算年度' : '还没有预算单位'}
      text={
        year === null
          ? '导入第一份预算数据包时会建立预算年度，之后可在此下达控制数。'
          : '请系统管理员先建立部门与单位。'
      }
    />
  );
}
