'use client';

import { Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { UNIT_KIND_LABELS, UNIT_KINDS, type UnitKind } from '@/lib/domain/budget/budget.ts';
import type { DepartmentView, UnitView } from '@/lib/schemas/unit-view.ts';
import { NameFields } from './name-fields.tsx';
import { RecordDialog } from './record-dialog.tsx';
import type { UnitActions } from './unit-actions.ts';

interface UnitDialogProps {
  /** The unit to change; null for a new one. */
  unit: UnitView | null;
  departments: readonly DepartmentView[];
  actions: UnitActions;
  onDone: () => void;
  onClose: () => void;
}

const EXAMPLES = { code: '309001', name: '信访办（本级）', fullName: '某区信访办公室（本级）' };

export function UnitDialog({ unit, departments, actions, onDone, onClose }: UnitDialogProps) {
  const [names, setNames] = useState({
    code: unit?.code ?? '',
    name: unit?.name ?? '',
    fullName: unit?.fullName ?? '',
  });
  const [departmentId, setDepartmentId] = useState(unit?.departmentId ?? '');
  const [kind, setKind] = useState<UnitKind>(unit?.kind ?? 'ADMINISTRATIVE');

  const [confirmationRequired, setConfirmationRequired] = useState(unit?.confirmationRequired ?? false);

  // A unit's code begins with its department's: choosing one starts the other, unless more was typed already.
  const chooseDepartment = (id: string | null) => {
    const codeOf = (each: string) => departments.find((department) => department.id === each)?.code ?? '';
    if (names.code === '' || names.code === codeOf(departmentId)) setNames({ ...names, code: codeOf(id ?? '') });
    setDepartmentId(id ?? '');
  };
  const submit = () => {
    const { code, name, fullName } = names;
    return unit
      ? actions.updateUnit({ unitId: unit.id, revision: unit.revision, kind, confirmationRequired, name, fullName })
      : actions.createUnit({ departmentId, code, kind, confirmationRequired, name, fullName });
  };

  return (
    <RecordDialog<unknown>
      title={unit ? `编辑单位：${unit.code}` : '新建单位'}
      submitLabel={unit ? '保存' : '新建'}
      fieldNames={['departmentId', 'code', 'name', 'fullName', 'kind']}
      submit={submit}
      onDone={onDone}
      onClose={onClose}
    >
      {({ errors, clear }) => (
        <>
          {!unit && (
            <Select
              label="所属部门"
              placeholder="选择部门：可输入编码或名称查找"
              data={departments.map((each) => ({ value: each.id, label: `${each.code} ${each.name}` }))}
              value={departmentId === '' ? null : departmentId}
              onChange={(id) => {
                chooseDepartment(id);
                clear('departmentId');
              }}
              error={errors.departmentId && '请选择所属部门。'}
              searchable
              nothingFoundMessage="没有找到这个部门"
              data-autofocus
            />
          )}
          <NameFields
            names={names}
            onChange={(changed, field) => {
              setNames(changed);
              clear(field);
            }}
            errors={errors}
            codeDescription="6 位数字，前 3 位为部门编码，建立后不能修改"
            isNew={unit === null}
            examples={EXAMPLES}
          />
          <Select
            label="单位性质"
            data={UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND_LABELS[value] }))}
            value={kind}
            onChange={(value) => setKind(UNIT_KINDS.find((each) => each === value) ?? kind)}
            allowDeselect={false}
            error={errors.kind}
          />
          <Switch
            label="送审须经单位负责人确认"
            description="开启后，经办送审的版本先由本单位的“单位负责人”确认，再送达财政局"
            checked={confirmationRequired}
            onChange={(event) => setConfirmationRequired(event.currentTarget.checked)}
          />
        </>
      )}
    </RecordDialog>
  );
}
