export const ROLES = ['CLERK', 'UNIT_HEAD', 'REVIEWER', 'BUDGET_OFFICE', 'ADMIN', 'AUDITOR'] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  CLERK: '单位经办',
  UNIT_HEAD: '单位负责人',
  REVIEWER: '业务科室审核',
  BUDGET_OFFICE: '预算科',
  ADMIN: '系统管理员',
  AUDITOR: '审计',
};

/** Roles that act on named units alone; the others act on all or on none. */
export const UNIT_BOUND_ROLES: readonly Role[] = ['CLERK', 'UNIT_HEAD', 'REVIEWER'];

/** Who acts: one user in one role, with the units assigned to them in that role. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  readonly unitIds: readonly string[];
}
