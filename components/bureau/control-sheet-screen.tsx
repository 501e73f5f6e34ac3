'use client';

import { Button, Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { BudgetGrid } from '@/components/grid/budget-grid.tsx';
import { amountColumn, computedAmountColumn, textColumn } from '@/components/grid/columns.ts';
import type { GridColumn, GridEdit, RejectedText } from '@/components/grid/grid-model.ts';
import { callAction } from '@/components/ui/call-action.ts';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { useMoneyUnit } from '@/components/workspace/use-money-unit.ts';
import { CONTROL_CATEGORIES, CONTROL_CATEGORY_LABELS } from '@/lib/domain/budget/control-figure.ts';
import { FUND_SOURCE_LABELS, FUND_SOURCES, type FundSource } from '@/lib/domain/budget/fund-source.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import {
  type ControlledUnit,
  type ControlRow,
  controlRows,
  figuresToIssue,
  type TypedFigures,
  typeFigures,
} from './control-sheet.ts';

/** Amounts travel as decimal strings of fen. */
type Issue = (input: {
  year: number;
  changes: {
    unitId: string;
    category: (typeof CONTROL_CATEGORIES)[number];
    source: FundSource;
    amountFen: string | null;
    seenFen: string | null;
  }[];
}) => Promise<Answer<{ readonly count: number }>>;

interface ControlSheetScreenProps {
  sheet: {
    readonly year: number | null;
    readonly years: readonly number[];
    readonly units: readonly ControlledUnit[];
  };
  issue: Issue;
}

const SOURCE_OPTIONS = FUND_SOURCES.map((source) => ({ value: source, label: FUND_SOURCE_LABELS[source].name }));

/** 控制数 of all units: typed or pasted like a spreadsheet, issued to the units in one act. */
export function ControlSheetScreen({ sheet, issue }: ControlSheetScreenProps) {
  const { year } = sheet;
  if (year === null || sheet.units.length === 0) {
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
  return <ControlSheet year={year} years={sheet.years} units={sheet.units} issue={issue} />;
}

interface ControlSheetProps {
  year: number;
  years: readonly number[];
  units: readonly ControlledUnit[];
  issue: Issue;
}

function ControlSheet({ year, years, units, issue }: ControlSheetProps) {
  const router = useRouter();
  const [source, setSource] = useState<FundSource>('GENERAL_PUBLIC');
  const [unit, setUnit] = useMoneyUnit();
  const steps = useSteps();
  const [rejected, setRejected] = useState<readonly RejectedText[]>([]);
  const [sending, setSending] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const rows = useMemo(() => controlRows(units, steps.typed, source), [units, steps.typed, source]);
  const columns = useMemo(() => controlColumns(unit), [unit]);
  const open = useMemo(() => figuresToIssue(units, steps.typed, FUND_SOURCES), [units, steps.typed]);
  useWarnBeforeLeaving(open.length > 0);

  const onEdit = (edit: GridEdit<ControlRow>) => {
    if (edit.updates.length > 0) steps.add(typeFigures(steps.typed, source, edit.updates));
    const gone = new Set(edit.mended.map(({ rowKey, field }) => `${rowKey} ${field}`));
    setRejected((texts) => [...texts.filter(({ rowKey, field }) => !gone.has(`${rowKey} ${field}`)), ...edit.rejected]);
  };
  const send = async () => {
    setSending({ busy: true, error: null });
    const changes = open.map(({ amountFen, seenFen, ...figure }) => ({
      ...figure,
      ...{ amountFen: amountFen?.toString() ?? null, seenFen: seenFen?.toString() ?? null },
    }));
    const answer = await callAction(() => issue({ year, changes }));
    setSending({ busy: false, error: answer.ok ? null : answer.message });
    if (!answer.ok) return;
    notifications.show({ color: 'green', message: `已下达 ${answer.value.count} 个控制数。` });
    router.refresh();
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 8, height: '100%', minHeight: 0 }}>
      <Group gap="sm" align="end">
        <NativeSelect
          label="预算年度"
          value={String(year)}
          data={years.map(String)}
          onChange={({ currentTarget }) => router.push(`/bureau/control-figures?year=${currentTarget.value}`)}
        />
        <NativeSelect
          label="资金来源"
          value={source}
          data={SOURCE_OPTIONS}
          onChange={({ currentTarget }) => setSource(currentTarget.value as FundSource)}
        />
        <SegmentedControl
          aria-label="金额单位"
          value={unit}
          onChange={(value) => setUnit(value as MoneyUnit)}
          data={[
            { value: 'yuan', label: '元' },
            { value: 'wanYuan', label: '万元' },
          ]}
        />
        <Button ml="auto" onClick={send} loading={sending.busy} disabled={open.length === 0 || rejected.length > 0}>
          {open.length === 0 ? '没有待下达的修改' : `下达 ${open.length} 处修改`}
        </Button>
      </Group>
      {sending.error && <ErrorNote>{sending.error}</ErrorNote>}
      <BudgetGrid<ControlRow>
        label={`${year} 年控制数`}
        rows={rows}
        columns={columns}
        frozenCount={2}
        height="fill"
        readOnly={false}
        unit={unit}
        totals={totalsOf(rows, unit)}
        rejected={(rowKey, field) => rejected.find((text) => text.rowKey === rowKey && text.field === field)}
        rejectedTexts={rejected}
        finding={() => undefined}
        changed={(row, field) =>
          field !== null &&
          open.some((figure) => figure.unitId === row.key && figure.category === field && figure.source === source)
        }
        onEdit={onEdit}
        onUndo={steps.undo}
        onRedo={steps.redo}
        onNotice={({ kind, message }) =>
          notifications.show({
            message,
            color: kind === 'done' ? 'green' : 'orange',
            autoClose: kind === 'done' && 3000,
          })
        }
      />
    </div>
  );
}

function controlColumns(unit: MoneyUnit): readonly GridColumn<ControlRow>[] {
  const word = unit === 'yuan' ? '元' : '万元';
  const { write: _code, ...code } = textColumn<ControlRow>('unitCode', {
    header: '单位编码',
    width: 96,
    maxLength: 20,
  });
  const { write: _name, ...name } = textColumn<ControlRow>('unitName', {
    ...{ header: '单位', width: 220, grows: true, maxLength: 200 },
  });
  return [
    code,
    name,
    ...CONTROL_CATEGORIES.map((category) =>
      amountColumn<ControlRow>(category, unit, {
        header: `${CONTROL_CATEGORY_LABELS[category]}（${word}）`,
        width: 170,
      }),
    ),
    computedAmountColumn<ControlRow>(
      'total',
      unit,
      (row) => sumFen(CONTROL_CATEGORIES.map((category) => row[category])),
      { header: `合计（${word}）`, width: 170 },
    ),
  ];
}

function totalsOf(rows: readonly ControlRow[], unit: MoneyUnit): Readonly<Record<string, string>> {
  const sums = CONTROL_CATEGORIES.map((category) => [category, sumFen(rows.map((row) => row[category]))] as const);
  const total = sumFen(sums.map(([, amountFen]) => amountFen));
  return Object.fromEntries(
    [...sums, ['total', total] as const].map(([id, amountFen]) => [id, formatForEntry(amountFen, unit)]),
  );
}

/** What was typed, step by step. */
function useSteps() {
  const [{ past, typed, future }, setSteps] = useState<{
    readonly past: readonly TypedFigures[];
    readonly typed: TypedFigures;
    readonly future: readonly TypedFigures[];
  }>({ past: [], typed: new Map(), future: [] });
  return {
    typed,
    add: (next: TypedFigures) => setSteps({ past: [...past, typed], typed: next, future: [] }),
    undo: () => {
      const before = past.at(-1);
      if (before) setSteps({ past: past.slice(0, -1), typed: before, future: [typed, ...future] });
    },
    redo: () => {
      const [next, ...rest] = future;
      if (next) setSteps({ past: [...past, typed], typed: next, future: rest });
    },
  };
}

function useWarnBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
