'use client';

import { useState } from 'react';
import type { DepartmentView } from '@/lib/schemas/unit-view.ts';
import { NameFields } from './name-fields.tsx';
import { RecordDialog } from './record-dialog.tsx';
import type { UnitActions } from './unit-actions.ts';

interface DepartmentDialogProps {
  /** The department to change; null for a new one. */
  department: DepartmentView | null;
  actions: UnitActions;
  onDone: () => void;
  onClose: () => void;
}

const EXAMPLES = { code: '309', name: '信访办', fullName: '某区信访办公室' };

export function DepartmentDialog({ department, actions, onDone, onClose }: DepartmentDialogProps) {
  const [names, setNames] = useState({
    code: department?.code ?? '',
    name: department?.name ?? '',
    fullName: department?.fullName ?? '',
  });
  const submit = () => {
    const { code, name, fullName } = names;
    return department
      ? actions.updateDepartment({ departmentId: department.id, revision: department.revision, name, fullName })
      : actions.createDepartment({ code, name, fullName });
  };
  return (
    <RecordDialog<unknown>
      title={department ? `编辑部门：${department.code}` : '新建部门'}
      submitLabel={department ? '保存' : '新建'}
      fieldNames={['code', 'name', 'fullName']}
      submit={submit}
      onDone={onDone}
      onClose={onClose}
    >
      {({ errors, clear }) => (
        <NameFields
          names={names}
          onChange={(changed, field) => {
            setNames(changed);
            clear(field);
          }}
          errors={errors}
          codeDescription="3 位数字，建立后不能修改"
          isNew={department === null}
          examples={EXAMPLES}
        />
      )}
    </RecordDialog>
  );
}
