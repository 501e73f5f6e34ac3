'use client';

import { Button, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { FUND_SOURCE_LABELS, FUND_SOURCES, type FundSource } from '@/lib/domain/budget/fund-source.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import type { ControlledUnit } from './control-rows.ts';

export type SheetMode = 'categories' | 'projects';

/** What of the sheet is shown. */
export interface SheetView {
  readonly mode: SheetMode;
  readonly source: FundSource;
  /** Code of a department; blank: all. */
  readonly department: string;
  readonly search: string;
}

const SOURCE_OPTIONS = FUND_SOURCES.map((source) => ({ value: source, label: FUND_SOURCE_LABELS[source].name }));

interface ControlToolbarProps {
  year: number;
  years: readonly number[];
  onYear: (year: string) => void;
  units: readonly ControlledUnit[];
  view: SheetView;
  onView: (view: SheetView) => void;
  unit: MoneyUnit;
  onUnit: (unit: MoneyUnit) => void;
}

/** Year, source and unit of money, and which units are looked at. */
export function ControlToolbar({ year, years, onYear, units, view, onView, unit, onUnit }: ControlToolbarProps) {
  const departments = [...new Map(units.map((of) => [of.departmentCode, of.departmentName]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return (
    <Group gap="xs" align="end">
      <NativeSelect
        label="预算年度"
        size="xs"
        value={String(year)}
        data={years.map(String)}
        onChange={({ currentTarget }) => onYear(currentTarget.value)}
      />
      <NativeSelect
        label="资金来源"
        size="xs"
        value={view.source}
        data={SOURCE_OPTIONS}
        onChange={({ currentTarget }) => onView({ ...view, source: currentTarget.value as FundSource })}
      />
      <NativeSelect
        label="部门"
        size="xs"
        w={160}
        value={view.department}
        data={[
          { value: '', label: '全部部门' },
          ...departments.map(([value, name]) => ({ value, label: `${value} ${name}` })),
        ]}
        onChange={({ currentTarget }) => onView({ ...view, department: currentTarget.value })}
      />
      <TextInput
        label="查找单位"
        size="xs"
        w={150}
        placeholder="编码或名称"
        value={view.search}
        onChange={({ currentTarget }) => onView({ ...view, search: currentTarget.value })}
      />
      <SegmentedControl
        aria-label="显示方式"
        size="xs"
        value={view.mode}
        onChange={(mode) => onView({ ...view, mode: mode as SheetMode })}
        data={[
          { value: 'categories', label: '按类别' },
          { value: 'projects', label: '按项目' },
        ]}
      />
      <SegmentedControl
        aria-label="金额单位"
        size="xs"
        value={unit}
        onChange={(value) => onUnit(value as MoneyUnit)}
        data={[
          { value: 'yuan', label: '元' },
          { value: 'wanYuan', label: '万元' },
        ]}
      />
    </Group>
  );
}

interface ControlButtonsProps {
  exportHref: string;
  /** What the active cell is; null where it is no figure. */
  figureLabel: string | null;
  onTrail: () => void;
  /** Null for who may only look. */
  issuing: {
    readonly onImport: () => void;
    readonly onIssue: () => void;
    readonly openCount: number;
    readonly rejectedCount: number;
  } | null;
}

export function ControlButtons({ exportHref, figureLabel, onTrail, issuing }: ControlButtonsProps) {
  return (
    <Group gap="xs">
      <Button variant="default" size="xs" disabled={figureLabel === null} onClick={onTrail}>
        修改记录{figureLabel === null ? '（先选中一个控制数）' : `：${figureLabel}`}
      </Button>
      <Button variant="default" size="xs" ml="auto" component="a" href={exportHref}>
        导出
      </Button>
      {issuing && (
        <>
          <Button variant="default" size="xs" onClick={issuing.onImport}>
            从文件导入
          </Button>
          <Button
            size="xs"
            onClick={issuing.onIssue}
            disabled={issuing.openCount === 0 || issuing.rejectedCount > 0}
            title={issuing.rejectedCount > 0 ? `先改正 ${issuing.rejectedCount} 处未写入的内容` : undefined}
          >
            {issuing.openCount === 0 ? '没有待下达的修改' : `下达 ${issuing.openCount} 处修改`}
          </Button>
        </>
      )}
    </Group>
  );
}
