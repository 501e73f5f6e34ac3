import { Badge } from '@mantine/core';
import { createColumnHelper } from '@tanstack/react-table';
import { formatTime } from '@/components/ui/format-time.ts';
import { ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import type { DepartmentView } from '@/lib/schemas/unit-view.ts';
import type { UserView } from '@/lib/schemas/user-view.ts';
import type { RecordColumns, recordFeatures } from './record-table.tsx';

const helper = createColumnHelper<typeof recordFeatures, UserView>();

const MAX_UNITS_SHOWN = 3;

/** The columns of the list of users. */
export function userColumns(departments: readonly DepartmentView[]): RecordColumns<UserView> {
  const names = new Map(
    departments.flatMap(({ units }) => units.map((unit) => [unit.id, `${unit.code} ${unit.name}`])),
  );
  const unitsOf = (unitIds: readonly string[]) => unitIds.map((id) => names.get(id) ?? '').sort();
  return helper.columns([
    helper.accessor('username', { header: '用户名', sortFn: 'text' }),
    helper.accessor('displayName', { header: '姓名', sortFn: 'text' }),
    helper.accessor(
      ({ grants }) => grants.flatMap(({ role, unitIds }) => [ROLE_LABELS[role], ...unitsOf(unitIds)]).join(' '),
      {
        id: 'grants',
        header: '角色与单位',
        sortFn: 'text',
        cell: ({ row }) =>
          row.original.grants.map(({ role, unitIds }) => (
            <div key={role}>
              <strong>{ROLE_LABELS[role]}</strong>{' '}
              <span title={unitsOf(unitIds).join('\n')}>{shorten(unitsOf(unitIds))}</span>
            </div>
          )),
      },
    ),
    helper.accessor(({ lastSignInAt }) => (lastSignInAt ? formatTime(lastSignInAt) : '从未登录'), {
      id: 'lastSignIn',
      header: '最近登录',
      sortFn: 'text',
    }),
    helper.accessor(stateOf, {
      id: 'state',
      header: '状态',
      sortFn: 'text',
      cell: ({ getValue }) => (
        <Badge
          variant="light"
          color={STATE_COLORS[getValue()] ?? 'orange'}
          c={STATE_TEXT_COLORS[getValue()] ?? '#8a3300'}
        >
          {getValue()}
        </Badge>
      ),
    }),
  ]);
}

const STATE_COLORS: Readonly<Record<string, string>> = { 正常: 'green', 已停用: 'gray' };
const STATE_TEXT_COLORS: Readonly<Record<string, string>> = { 正常: '#1b5e28', 已停用: '#495057' };

function stateOf(user: UserView): string {
  if (user.disabledAt) return '已停用';
  if (user.lockedUntil) return '暂停登录';
  return user.mustChangePassword ? '待改密码' : '正常';
}

function shorten(names: readonly string[]): string {
  const shown = names.slice(0, MAX_UNITS_SHOWN).join('、');
  return names.length > MAX_UNITS_SHOWN ? `${shown} 等 ${names.length} 个单位` : shown;
}
