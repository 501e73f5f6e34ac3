import type { NavigationItem } from '@/components/ui/navigation.tsx';
import type { Action } from '@/lib/domain/workflow/permissions.ts';
import type { Role } from '@/lib/domain/workflow/roles.ts';
import { roleMay } from '@/lib/server/current-actor.ts';

interface Destination extends NavigationItem {
  /** Shown to roles with one of these rights; the page itself asks for its own. */
  readonly rights: readonly Action[];
  /** Not shown to roles with this right, who have another way to the same. */
  readonly unless?: Action;
}

const DESTINATIONS: readonly Destination[] = [
  { href: '/reviews', label: '预算审核', rights: ['review.queue'], includesChildren: true },
  { href: '/confirmations', label: '预算确认', rights: ['budget.confirm'] },
  { href: '/budgets', label: '部门预算', rights: ['budget.read'], unless: 'budget.approve', includesChildren: true },
  { href: '/departments', label: '部门公开', rights: ['budget.read'], includesChildren: true },
  { href: '/bureau/rounds', label: '申报轮次', rights: ['round.read'] },
  { href: '/bureau/assignments', label: '审核分工', rights: ['review.assign'] },
  { href: '/bureau/comment-templates', label: '常用意见', rights: ['template.use'] },
  { href: '/bureau/control-figures', label: '控制数', rights: ['control.read'] },
  { href: '/admin/users', label: '用户', rights: ['user.manage'], includesChildren: true },
  { href: '/admin/units', label: '部门与单位', rights: ['unit.manage'], includesChildren: true },
  { href: '/admin/annex-sets', label: '公开表', rights: ['annexSet.edit'], includesChildren: true },
  { href: '/audit', label: '审计日志', rights: ['audit.read'] },
];

/** Where a role may go, in the order in which it works. */
export function mainNavigation(role: Role): readonly NavigationItem[] {
  return DESTINATIONS.filter(
    ({ rights, unless }) => rights.some((right) => roleMay(role, right)) && !(unless && roleMay(role, unless)),
  ).map(({ rights, unless, ...item }) => item);
}

const START: Readonly<Record<Role, string>> = {
  CLERK: '/budgets',
  UNIT_HEAD: '/confirmations',
  REVIEWER: '/reviews',
  BUDGET_OFFICE: '/reviews',
  ADMIN: '/admin/users',
  AUDITOR: '/audit',
};

/** Where a role starts its day. */
export function startPath(role: Role): string {
  return START[role];
}
