import { randomUUID } from 'node:crypto';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { Action } from '@/lib/domain/workflow/permissions.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { VersionState } from '@/lib/domain/workflow/transitions.ts';
import { openAttachment } from '@/lib/services/attachments/open-attachment.ts';
import { uploadAttachment } from '@/lib/services/attachments/upload-attachment.ts';
import { listAuditEvents } from '@/lib/services/audit/list-audit-events.ts';
import { approveBudget } from '@/lib/services/budgets/approve-budget.ts';
import { createBudget } from '@/lib/services/budgets/create-budget.ts';
import { explainFinding } from '@/lib/services/budgets/explain-finding.ts';
import { listBudgets } from '@/lib/services/budgets/list-budgets.ts';
import { listHistory } from '@/lib/services/budgets/list-history.ts';
import { openBudget } from '@/lib/services/budgets/open-budget.ts';
import { readNews } from '@/lib/services/budgets/read-news.ts';
import { readState } from '@/lib/services/budgets/read-state.ts';
import { readVersion } from '@/lib/services/budgets/read-version.ts';
import { returnBudget } from '@/lib/services/budgets/return-budget.ts';
import { saveChanges } from '@/lib/services/budgets/save-changes.ts';
import { submitBudget } from '@/lib/services/budgets/submit-budget.ts';
import { addComment } from '@/lib/services/comments/add-comment.ts';
import { resolveComment } from '@/lib/services/comments/resolve-comment.ts';
import { issueControlFigures } from '@/lib/services/control-figures/issue-control-figures.ts';
import { openControlSheet } from '@/lib/services/control-figures/open-control-sheet.ts';
import { exportBudget } from '@/lib/services/exports/export-budget.ts';
import { importPackage } from '@/lib/services/imports/import-package.ts';
import { previewPackage } from '@/lib/services/imports/preview-package.ts';
import { listPastProjects } from '@/lib/services/projects/list-past-projects.ts';
import { createDepartment } from '@/lib/services/units/create-department.ts';
import { createUnit } from '@/lib/services/units/create-unit.ts';
import { listUnits } from '@/lib/services/units/list-units.ts';
import { setUnitDisabled } from '@/lib/services/units/set-unit-disabled.ts';
import { updateDepartment } from '@/lib/services/units/update-department.ts';
import { updateUnit } from '@/lib/services/units/update-unit.ts';
import { createUser } from '@/lib/services/users/create-user.ts';
import { listUsers } from '@/lib/services/users/list-users.ts';
import { resetPassword } from '@/lib/services/users/reset-password.ts';
import { setUserDisabled } from '@/lib/services/users/set-user-disabled.ts';
import { updateUser } from '@/lib/services/users/update-user.ts';
import { exportWorkbook } from '@/lib/services/workbooks/export-workbook.ts';
import { previewWorkbook } from '@/lib/services/workbooks/preview-workbook.ts';

/** What a case is tried on: a unit with a budget, a comment of the actor's own, a user, made afresh for it. */
export interface Subject {
  readonly departmentId: string;
  readonly unitId: string;
  readonly unitCode: string;
  /** A unit beside it, in the same department, that has no budget yet; assigned to the same people. */
  readonly emptyUnitId: string;
  readonly budgetId: string;
  readonly versionId: string;
  readonly rowKey: string;
  readonly commentId: string;
  readonly userId: string;
  readonly freshCode: string;
}

export interface PermissionCase {
  readonly service: string;
  readonly action: Action;
  /** State of the budget's version; a draft when left out. */
  readonly state?: VersionState;
  /** What somebody with the right gets; OK when left out. */
  readonly permittedOutcome?: Problem['code'];
  /** A list: whoever has the right anywhere gets it, but only with the units it covers. */
  readonly isList?: boolean;
  readonly call: (actor: Actor, subject: Subject) => Promise<Result<unknown, Problem>>;
}

const names = { name: '新名', fullName: '新的全称' };
const clerkOf = ({ unitId }: Subject) => [{ role: 'CLERK' as const, unitIds: [unitId] }];

/** Every use case that asks for a right, at least one an action. */
export const PERMISSION_CASES: readonly PermissionCase[] = [
  { service: 'listBudgets', action: 'budget.read', isList: true, call: (actor) => listBudgets(actor, {}) },
  { service: 'openBudget', action: 'budget.read', call: (actor, { budgetId }) => openBudget(actor, { budgetId }) },
  {
    service: 'readNews',
    action: 'budget.read',
    call: (actor, { budgetId, versionId }) => readNews(actor, { budgetId, versionId, since: 0, seenTag: null }),
  },
  {
    service: 'readState',
    action: 'budget.read',
    call: (actor, { budgetId }) => readState(actor, { budgetId }),
  },
  {
    service: 'readVersion',
    action: 'budget.read',
    call: (actor, { budgetId }) => readVersion(actor, { budgetId, number: 1 }),
  },
  {
    service: 'listPastProjects',
    action: 'budget.read',
    call: (actor, { unitId }) => listPastProjects(actor, { unitId, beforeYear: 2024 }),
  },
  {
    service: 'createBudget',
    action: 'budget.create',
    call: (actor, { emptyUnitId }) => createBudget(actor, { unitId: emptyUnitId, year: 2023 }),
  },
  {
    service: 'importPackage',
    action: 'budget.create',
    permittedOutcome: 'INVALID_INPUT',
    call: (actor, { unitId }) => importPackage(actor, { unitId, year: 2023, json: {}, replace: false }),
  },
  {
    service: 'importPackage',
    action: 'budget.edit',
    permittedOutcome: 'INVALID_INPUT',
    call: (actor, { unitId }) => importPackage(actor, { unitId, year: 2023, json: {}, replace: true }),
  },
  {
    service: 'previewPackage',
    action: 'budget.edit',
    permittedOutcome: 'INVALID_INPUT',
    call: (actor, { budgetId }) => previewPackage(actor, { budgetId, text: '' }),
  },
  {
    service: 'saveChanges',
    action: 'budget.edit',
    call: (actor, { budgetId, versionId, rowKey }) =>
      saveChanges(actor, {
        ...{ budgetId, versionId, requestId: randomUUID() },
        changes: [{ op: 'update', collection: 'revenue', key: rowKey, fields: { amountFen: 666n } }],
        revisions: { rows: { [rowKey]: 1 } },
      }),
  },
  {
    service: 'uploadAttachment',
    action: 'budget.edit',
    call: (actor, { budgetId }) =>
      uploadAttachment(actor, { budgetId, fileName: '依据.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') }),
  },
  {
    service: 'openAttachment',
    action: 'budget.read',
    permittedOutcome: 'NOT_FOUND',
    call: (actor, { budgetId, rowKey }) => openAttachment(actor, { budgetId, key: rowKey }),
  },
  {
    service: 'openControlSheet',
    action: 'control.manage',
    call: (actor) => openControlSheet(actor, { year: 2023 }),
  },
  {
    service: 'issueControlFigures',
    action: 'control.manage',
    call: (actor, { unitId }) => {
      const figure = { category: 'PROJECT', source: 'GENERAL_PUBLIC', amountFen: 100n, seenFen: null } as const;
      return issueControlFigures(actor, { year: 2023, changes: [{ unitId, ...figure }] });
    },
  },
  {
    service: 'explainFinding',
    action: 'budget.explain',
    call: (actor, { budgetId, versionId }) =>
      explainFinding(actor, { budgetId, versionId, findingKey: 'C1:revenue', text: '说明' }),
  },
  {
    service: 'submitBudget',
    action: 'budget.submit',
    permittedOutcome: 'HAS_ERRORS',
    call: (actor, { budgetId, versionId }) => submitBudget(actor, { budgetId, versionId, contentRevision: 1 }),
  },
  {
    service: 'returnBudget',
    action: 'budget.return',
    state: 'SUBMITTED',
    call: (actor, { budgetId, versionId }) => returnBudget(actor, { budgetId, versionId, comment: '请核对' }),
  },
  {
    service: 'approveBudget',
    action: 'budget.approve',
    state: 'SUBMITTED',
    call: (actor, { budgetId, versionId }) => approveBudget(actor, { budgetId, versionId }),
  },
  {
    service: 'addComment',
    action: 'budget.comment',
    call: (actor, { budgetId, versionId }) => addComment(actor, { budgetId, versionId, text: '意见' }),
  },
  {
    service: 'resolveComment',
    action: 'budget.comment',
    call: (actor, { commentId }) => resolveComment(actor, { commentId }),
  },
  {
    service: 'exportBudget',
    action: 'budget.export',
    call: (actor, { budgetId }) => exportBudget(actor, { budgetId, formats: ['json'] }),
  },
  {
    service: 'exportWorkbook',
    action: 'budget.export',
    call: (actor, { budgetId }) => exportWorkbook(actor, { budgetId, blank: true }),
  },
  {
    service: 'previewWorkbook',
    action: 'budget.edit',
    permittedOutcome: 'WORKBOOK_UNREADABLE',
    call: (actor, { budgetId }) => previewWorkbook(actor, { budgetId, bytes: new Uint8Array(), corrections: {} }),
  },
  { service: 'listHistory', action: 'budget.history', call: (actor, { budgetId }) => listHistory(actor, { budgetId }) },
  { service: 'listUnits', action: 'unit.read', isList: true, call: (actor) => listUnits(actor) },
  {
    service: 'createDepartment',
    action: 'unit.manage',
    call: (actor, { freshCode }) => createDepartment(actor, { code: freshCode, ...names }),
  },
  {
    service: 'updateDepartment',
    action: 'unit.manage',
    call: (actor, { departmentId }) => updateDepartment(actor, { departmentId, revision: 1, ...names }),
  },
  {
    service: 'createUnit',
    action: 'unit.manage',
    call: (actor, { departmentId, unitCode }) =>
      createUnit(actor, { departmentId, code: `${unitCode.slice(0, 3)}900`, kind: 'ADMINISTRATIVE', ...names }),
  },
  {
    service: 'updateUnit',
    action: 'unit.manage',
    call: (actor, { unitId }) => updateUnit(actor, { unitId, revision: 1, kind: 'ADMINISTRATIVE', ...names }),
  },
  {
    service: 'setUnitDisabled',
    action: 'unit.manage',
    call: (actor, { unitId }) => setUnitDisabled(actor, { unitId, revision: 1, disabled: true }),
  },
  { service: 'listUsers', action: 'user.manage', call: (actor) => listUsers(actor) },
  {
    service: 'createUser',
    action: 'user.manage',
    call: (actor, subject) =>
      createUser(actor, { username: `fresh${subject.unitCode}`, displayName: '新', grants: clerkOf(subject) }),
  },
  {
    service: 'updateUser',
    action: 'user.manage',
    call: (actor, subject) =>
      updateUser(actor, { userId: subject.userId, revision: 1, displayName: '新', grants: clerkOf(subject) }),
  },
  {
    service: 'setUserDisabled',
    action: 'user.manage',
    call: (actor, { userId }) => setUserDisabled(actor, { userId, revision: 1, disabled: true }),
  },
  {
    service: 'resetPassword',
    action: 'user.manage',
    call: (actor, { userId }) => resetPassword(actor, { userId, revision: 1 }),
  },
  { service: 'listAuditEvents', action: 'audit.read', call: (actor) => listAuditEvents(actor, {}) },
];
