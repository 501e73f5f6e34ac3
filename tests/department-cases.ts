import { randomUUID } from 'node:crypto';
import { answerTransfer } from '@/lib/services/editions/answer-transfer.ts';
import { listDepartmentYears } from '@/lib/services/editions/list-department-years.ts';
import { prepareDepartmentEdition } from '@/lib/services/editions/prepare-department-edition.ts';
import { previewDepartment } from '@/lib/services/editions/preview-department.ts';
import { publishDepartmentEdition } from '@/lib/services/editions/publish-department-edition.ts';
import { withdrawDepartmentEdition } from '@/lib/services/editions/withdraw-department-edition.ts';
import type { PermissionCase, Subject } from './permission-case.ts';

/** The code of the subject's department: that of its unit without the last three digits. */
const placeOf = ({ unitCode }: Subject) => ({ departmentCode: unitCode.slice(0, -3), year: 2023 });

const ANSWERS = { seenNumber: 0, secrecyReviewedBy: 'UNIT_HEAD', contact: '办公室', changeNote: '' } as const;

/** Use cases on a whole department, which ask for the right to each of its units. */
export const DEPARTMENT_CASES: readonly PermissionCase[] = [
  {
    service: 'listDepartmentYears',
    action: 'budget.read',
    isList: true,
    onDepartment: true,
    call: (actor) => listDepartmentYears(actor, { year: 2023 }),
  },
  {
    service: 'prepareDepartmentEdition',
    action: 'budget.read',
    onDepartment: true,
    call: (actor, subject) => prepareDepartmentEdition(actor, placeOf(subject)),
  },
  {
    service: 'previewDepartment',
    action: 'budget.read',
    onDepartment: true,
    call: (actor, subject) => previewDepartment(actor, placeOf(subject)),
  },
  {
    service: 'publishDepartmentEdition',
    action: 'edition.publish',
    onDepartment: true,
    permittedOutcome: 'NOT_PUBLISHABLE',
    call: (actor, subject) =>
      publishDepartmentEdition(actor, { ...placeOf(subject), ...ANSWERS, stamp: '0'.repeat(64) }),
  },
  {
    service: 'withdrawDepartmentEdition',
    action: 'edition.publish',
    onDepartment: true,
    permittedOutcome: 'NOT_FOUND',
    call: (actor, subject) =>
      withdrawDepartmentEdition(actor, { ...placeOf(subject), editionId: randomUUID(), reason: '有误' }),
  },
  {
    service: 'answerTransfer',
    action: 'edition.publish',
    onDepartment: true,
    permittedOutcome: 'NOT_FOUND',
    call: (actor, subject) => {
      const { budgetId: receiverBudgetId, rowKey: revenueKey } = subject;
      return answerTransfer(actor, { ...placeOf(subject), receiverBudgetId, revenueKey, revision: 0, payer: null });
    },
  },
];
