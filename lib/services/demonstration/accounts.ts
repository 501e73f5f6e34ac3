import type { Role } from '@/lib/domain/workflow/roles.ts';

/** An account of the demonstration data. Its password is no secret: the sign-in page shows it. */
export interface DemonstrationAccount {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: Role;
  /** Codes of the units that the role is bound to. */
  readonly unitCodes: readonly string[];
}

export const PETITION_OFFICE = '309001';
export const ARCHIVES = '310001';

/** One account a role, in the order in which the sign-in page lists them; and a clerk of another unit. */
export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  {
    username: 'clerk',
    password: 'bianzhi-2023',
    displayName: '信访办经办',
    role: 'CLERK',
    unitCodes: [PETITION_OFFICE],
  },
  {
    username: 'unithead',
    password: 'queren-2023',
    displayName: '信访办负责人',
    role: 'UNIT_HEAD',
    unitCodes: [PETITION_OFFICE],
  },
  {
    username: 'reviewer',
    password: 'shenhe-2023',
    displayName: '行政政法科审核',
    role: 'REVIEWER',
    unitCodes: [PETITION_OFFICE, ARCHIVES],
  },
  {
    username: 'budgetoffice',
    password: 'pifu-yusuan-2023',
    displayName: '预算科',
    role: 'BUDGET_OFFICE',
    unitCodes: [],
  },
  { username: 'admin', password: 'guanli-2023', displayName: '系统管理员', role: 'ADMIN', unitCodes: [] },
  { username: 'auditor', password: 'shenji-2023', displayName: '审计员', role: 'AUDITOR', unitCodes: [] },
  { username: 'clerk2', password: 'dangan-2023', displayName: '档案馆经办', role: 'CLERK', unitCodes: [ARCHIVES] },
];

/** Setting that tells that the database holds the demonstration data. */
export const DEMONSTRATION_SETTING = 'demonstration';
export const DEMONSTRATION_LOADED = 'loaded';
