'use client';

import { Button, Group, Stack, Tabs, TabsList, TabsPanel, TabsTab, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { UNIT_KIND_LABELS } from '@/lib/domain/budget/budget.ts';
import type { DepartmentView, UnitView } from '@/lib/schemas/unit-view.ts';
import { DepartmentDialog } from './department-dialog.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { type RecordColumns, RecordTable, type recordFeatures } from './record-table.tsx';
import type { UnitActions } from './unit-actions.ts';
import { UnitDialog } from './unit-dialog.tsx';

interface UnitsScreenProps {
  departments: readonly DepartmentView[];
  actions: UnitActions;
}

type Open =
  | { readonly kind: 'department'; readonly department: DepartmentView | null }
  | { readonly kind: 'unit'; readonly unit: UnitView | null }
  | { readonly kind: 'disabling'; readonly unit: UnitView };

const unitHelper = createColumnHelper<typeof recordFeatures, UnitView>();
const departmentHelper = createColumnHelper<typeof recordFeatures, DepartmentView>();

const DEPARTMENT_COLUMNS: RecordColumns<DepartmentView> = departmentHelper.columns([
  departmentHelper.accessor('code', { header: '编码', sortFn: 'text' }),
  departmentHelper.accessor('name', { header: '简称', sortFn: 'text' }),
  departmentHelper.accessor('fullName', { header: '全称', sortFn: 'text' }),
  departmentHelper.accessor(({ units }) => String(units.length), { id: 'units', header: '单位数', sortFn: 'text' }),
]);

function unitColumns(departments: readonly DepartmentView[]): RecordColumns<UnitView> {
  const names = new Map(departments.map(({ id, code, name }) => [id, `${code} ${name}`]));
  return unitHelper.columns([
    unitHelper.accessor('code', { header: '编码', sortFn: 'text' }),
    unitHelper.accessor('name', { header: '简称', sortFn: 'text' }),
    unitHelper.accessor('fullName', { header: '全称', sortFn: 'text' }),
    unitHelper.accessor(({ departmentId }) => names.get(departmentId) ?? '', {
      id: 'department',
      header: '所属部门',
      sortFn: 'text',
    }),
    unitHelper.accessor(({ kind }) => UNIT_KIND_LABELS[kind], { id: 'kind', header: '性质', sortFn: 'text' }),
    unitHelper.accessor(({ disabledAt }) => (disabledAt ? '已停用' : '在用'), {
      id: 'state',
      header: '状态',
      sortFn: 'text',
    }),
  ]);
}

/** Departments and their units: found, made, renamed, disabled. */
export function UnitsScreen({ departments, actions }: UnitsScreenProps) {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const columns = useMemo(() => unitColumns(departments), [departments]);
  const units = useMemo(() => departments.flatMap((department) => department.units), [departments]);
  const close = () => setOpen(null);
  const done = (message: string) => {
    close();
    notifications.show({ message, color: 'green.9' });
  };

  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <TextInput
          label="查找"
          placeholder="编码、简称或全称"
          w={280}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button variant="default" onClick={() => setOpen({ kind: 'department', department: null })}>
            新建部门
          </Button>
          <Button onClick={() => setOpen({ kind: 'unit', unit: null })}>新建单位</Button>
        </Group>
      </Group>
      <Tabs defaultValue="units" keepMounted={false}>
        <TabsList mb="sm">
          <TabsTab value="units">预算单位 {units.length}</TabsTab>
          <TabsTab value="departments">部门 {departments.length}</TabsTab>
        </TabsList>
        <TabsPanel value="units">
          <RecordTable
            label="预算单位"
            columns={columns}
            records={units}
            getId={(unit) => unit.id}
            search={search}
            emptyText="还没有预算单位。请先新建部门，再新建单位。"
            isDimmed={(unit) => unit.disabledAt !== null}
            renderActions={(unit) => <UnitRowActions unit={unit} onOpen={setOpen} />}
          />
        </TabsPanel>
        <TabsPanel value="departments">
          <RecordTable
            label="部门"
            columns={DEPARTMENT_COLUMNS}
            records={departments}
            getId={(department) => department.id}
            search={search}
            emptyText="还没有部门，请点击“新建部门”。"
            renderActions={(department) => (
              <button
                type="button"
                aria-label={`编辑：${department.code}`}
                onClick={() => setOpen({ kind: 'department', department })}
              >
                编辑
              </button>
            )}
          />
        </TabsPanel>
      </Tabs>
      {open && <UnitsDialog open={open} departments={departments} actions={actions} onClose={close} onDone={done} />}
    </Stack>
  );
}

function UnitRowActions({ unit, onOpen }: { unit: UnitView; onOpen: (open: Open) => void }) {
  const verb = unit.disabledAt ? '启用' : '停用';
  return (
    <>
      <button type="button" aria-label={`编辑：${unit.code}`} onClick={() => onOpen({ kind: 'unit', unit })}>
        编辑
      </button>
      <button
        type="button"
        data-danger={unit.disabledAt ? undefined : true}
        aria-label={`${verb}：${unit.code}`}
        onClick={() => onOpen({ kind: 'disabling', unit })}
      >
        {verb}
      </button>
    </>
  );
}

interface UnitsDialogProps {
  open: Open;
  departments: readonly DepartmentView[];
  actions: UnitActions;
  onClose: () => void;
  onDone: (message: string) => void;
}

function UnitsDialog({ open, departments, actions, onClose, onDone }: UnitsDialogProps) {
  if (open.kind === 'department') {
    const { department } = open;
    const onSaved = () => onDone(department ? '部门信息已保存。' : '部门已建立。');
    return <DepartmentDialog department={department} actions={actions} onClose={onClose} onDone={onSaved} />;
  }
  const { unit } = open;
  if (open.kind === 'unit') {
    const onSaved = () => onDone(unit ? '单位信息已保存。' : '单位已建立。');
    return <UnitDialog unit={unit} departments={departments} actions={actions} onClose={onClose} onDone={onSaved} />;
  }
  const { id, revision, code, name, disabledAt } = open.unit;
  const disabled = disabledAt === null;
  return (
    <RecordDialog<unknown>
      title={`${disabled ? '停用' : '启用'}单位：${code} ${name}`}
      submitLabel={disabled ? '停用' : '启用'}
      fieldNames={[]}
      submit={() => actions.setUnitDisabled({ unitId: id, revision, disabled })}
      onDone={() => onDone(disabled ? '单位已停用。' : '单位已启用。')}
      onClose={onClose}
      danger={disabled}
    >
      {() => (
        <Text size="sm">
          {disabled
            ? '停用后不能再为该单位新建预算，已有的预算仍可查看。以后可以重新启用。'
            : '启用后可以为该单位新建预算。'}
        </Text>
      )}
    </RecordDialog>
  );
}
