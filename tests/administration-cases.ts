import { randomUUID } from 'node:crypto';
import { NO_EDITS } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { copyAnnexSet } from '@/lib/services/annex-sets/copy-annex-set.ts';
import { listAnnexSets } from '@/lib/services/annex-sets/list-annex-sets.ts';
import { openAnnexSet } from '@/lib/services/annex-sets/open-annex-set.ts';
import { removeAnnexSet } from '@/lib/services/annex-sets/remove-annex-set.ts';
import { saveAnnexSet } from '@/lib/services/annex-sets/save-annex-set.ts';
import { exportAuditLog } from '@/lib/services/audit/export-audit-log.ts';
import { listAuditEvents } from '@/lib/services/audit/list-audit-events.ts';
import { verifyAuditLog } from '@/lib/services/audit/verify-audit-log.ts';
import { createTemplate } from '@/lib/services/templates/create-template.ts';
import { listTemplates } from '@/lib/services/templates/list-templates.ts';
import { removeTemplate } from '@/lib/services/templates/remove-template.ts';
import { updateTemplate } from '@/lib/services/templates/update-template.ts';
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
import type { PermissionCase, Subject } from './permission-case.ts';

const names = { name: '新名', fullName: '新的全称' };
const clerkOf = ({ unitId }: Subject) => [{ role: 'CLERK' as const, unitIds: [unitId] }];

const words = { title: '测算依据', text: '请补充测算依据。' };

/** Units, users, the audit log and templates of remarks: what belongs to no budget. */
export const ADMINISTRATION_CASES: readonly PermissionCase[] = [
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
      createUnit(actor, { departmentId, code: `${unitCode.slice(0, -3)}900`, kind: 'ADMINISTRATIVE', ...names }),
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
  {
    service: 'exportAuditLog',
    action: 'audit.read',
    call: (actor) => exportAuditLog(actor, { filter: {}, format: 'csv' }),
  },
  {
    service: 'verifyAuditLog',
    action: 'audit.read',
    call: (actor) => verifyAuditLog(actor),
  },
  { service: 'listAuditEvents', action: 'audit.read', call: (actor) => listAuditEvents(actor, {}) },
  { service: 'listAnnexSets', action: 'annexSet.edit', call: (actor) => listAnnexSets(actor) },
  {
    service: 'openAnnexSet',
    action: 'annexSet.edit',
    permittedOutcome: 'NOT_FOUND',
    call: (actor) => openAnnexSet(actor, { annexSetId: randomUUID() }),
  },
  {
    service: 'copyAnnexSet',
    action: 'annexSet.edit',
    call: (actor, { freshCode }) => copyAnnexSet(actor, { annexSetId: 'shanghai', name: `公开表${freshCode}` }),
  },
  {
    service: 'saveAnnexSet',
    action: 'annexSet.edit',
    permittedOutcome: 'NOT_FOUND',
    call: (actor) => saveAnnexSet(actor, { annexSetId: randomUUID(), revision: 1, name: '公开表', edits: NO_EDITS }),
  },
  {
    service: 'removeAnnexSet',
    action: 'annexSet.edit',
    permittedOutcome: 'NOT_FOUND',
    call: (actor) => removeAnnexSet(actor, { annexSetId: randomUUID(), revision: 1 }),
  },
  { service: 'listTemplates', action: 'template.use', call: (actor) => listTemplates(actor) },
  {
    service: 'createTemplate',
    action: 'template.use',
    call: (actor) => createTemplate(actor, { shared: false, ...words }),
  },
  {
    service: 'createTemplate',
    action: 'template.manage',
    call: (actor) => createTemplate(actor, { shared: true, ...words }),
  },
  {
    service: 'updateTemplate',
    action: 'template.use',
    permittedOutcome: 'NOT_FOUND',
    call: (actor) => updateTemplate(actor, { templateId: randomUUID(), revision: 1, ...words }),
  },
  {
    service: 'removeTemplate',
    action: 'template.use',
    permittedOutcome: 'NOT_FOUND',
    call: (actor) => removeTemplate(actor, { templateId: randomUUID(), revision: 1 }),
  },
];
