'use client';

import { Checkbox, type ComboboxItem, type ComboboxItemGroup, Fieldset, MultiSelect, Stack, Text } from '@mantine/core';
import { ROLE_LABELS, ROLES, type Role, UNIT_BOUND_ROLES } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentView } from '@/lib/schemas/unit-view.ts';
import type { RoleGrant } from '@/lib/schemas/user.ts';

const ROLE_HINTS: Readonly<Record<Role, string>> = {
  CLERK: '编制所选单位的预算并送审',
  UNIT_HEAD: '查看所选单位的预算，确认其送审',
  REVIEWER: '审核所选单位的预算',
  BUDGET_OFFICE: '审核并批复全部单位的预算',
  ADMIN: '管理用户与单位，不接触预算数据',
  AUDITOR: '查看全部预算和审计日志，不作修改',
};

interface RoleGrantFieldsProps {
  grants: readonly RoleGrant[];
  onChange: (grants: readonly RoleGrant[]) => void;
  departments: readonly DepartmentView[];
  /** Sentences by field: `grants`, or `grants[1].unitIds`. */
  errors: Readonly<Record<string, string>>;
}

/** Which roles a user holds, and on which units those that are bound to units. */
export function RoleGrantFields({ grants, onChange, departments, errors }: RoleGrantFieldsProps) {
  const toggle = (role: Role, checked: boolean) =>
    onChange(checked ? [...grants, { role, unitIds: [] }] : grants.filter((grant) => grant.role !== role));
  const setUnits = (role: Role, unitIds: string[]) =>
    onChange(grants.map((grant) => (grant.role === role ? { role, unitIds } : grant)));
  return (
    <Fieldset legend="角色">
      <Stack gap="xs">
        {ROLES.map((role) => {
          const index = grants.findIndex((grant) => grant.role === role);
          const grant = grants[index];
          return (
            <div key={role}>
              <Checkbox
                label={ROLE_LABELS[role]}
                description={ROLE_HINTS[role]}
                checked={grant !== undefined}
                onChange={(event) => toggle(role, event.currentTarget.checked)}
              />
              {grant && UNIT_BOUND_ROLES.includes(role) && (
                <MultiSelect
                  mt={4}
                  ms={28}
                  aria-label={`${ROLE_LABELS[role]}负责的单位`}
                  placeholder={grant.unitIds.length === 0 ? '选择单位：可输入编码或名称查找' : undefined}
                  data={unitOptions(departments, grant.unitIds)}
                  value={grant.unitIds}
                  onChange={(unitIds) => setUnits(role, unitIds)}
                  searchable
                  hidePickedOptions
                  nothingFoundMessage="没有找到这个单位"
                  limit={50}
                  styles={{ inputField: { outline: 'none' } }}
                  error={errors[`grants[${index}].unitIds`]}
                />
              )}
            </div>
          );
        })}
        {errors.grants && (
          <Text size="sm" c="red.9" role="alert">
            {errors.grants}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

/** Units by department; a disabled unit only while it is chosen. */
function unitOptions(
  departments: readonly DepartmentView[],
  chosen: readonly string[],
): ComboboxItemGroup<ComboboxItem>[] {
  return departments.flatMap((department) => {
    const items = department.units
      .filter((unit) => unit.disabledAt === null || chosen.includes(unit.id))
      .map((unit) => ({ value: unit.id, label: `${unit.code} ${unit.name}${unit.disabledAt ? '（已停用）' : ''}` }));
    return items.length === 0 ? [] : [{ group: `${department.code} ${department.name}`, items }];
  });
}
