import { randomUUID } from 'node:crypto';
import { DEFAULT_YEAR_SETTINGS } from '@/lib/domain/workflow/year-settings.ts';
import { openAttachment } from '@/lib/services/attachments/open-attachment.ts';
import { uploadAttachment } from '@/lib/services/attachments/upload-attachment.ts';
import { acceptBudget } from '@/lib/services/budgets/accept-budget.ts';
import { approveBudget } from '@/lib/services/budgets/approve-budget.ts';
import { beginRound } from '@/lib/services/budgets/begin-round.ts';
import { confirmBudget } from '@/lib/services/budgets/confirm-budget.ts';
import { createBudget } from '@/lib/services/budgets/create-budget.ts';
import { declineBudget } from '@/lib/services/budgets/decline-budget.ts';
import { explainFinding } from '@/lib/services/budgets/explain-finding.ts';
import { judgeExplanation } from '@/lib/services/budgets/judge-explanation.ts';
import { listBudgets } from '@/lib/services/budgets/list-budgets.ts';
import { listHistory } from '@/lib/services/budgets/list-history.ts';
import { markOpened } from '@/lib/services/budgets/mark-opened.ts';
import { openAdjustment } from '@/lib/services/budgets/open-adjustment.ts';
import { openBudget } from '@/lib/services/budgets/open-budget.ts';
import { readNews } from '@/lib/services/budgets/read-news.ts';
import { readRowHistory } from '@/lib/services/budgets/read-row-history.ts';
import { readState } from '@/lib/services/budgets/read-state.ts';
import { readVersion } from '@/lib/services/budgets/read-version.ts';
import { returnBudget } from '@/lib/services/budgets/return-budget.ts';
import { saveChanges } from '@/lib/services/budgets/save-changes.ts';
import { submitBudget } from '@/lib/services/budgets/submit-budget.ts';
import { unlockSections } from '@/lib/services/budgets/unlock-sections.ts';
import { withdrawBudget } from '@/lib/services/budgets/withdraw-budget.ts';
import { addComment } from '@/lib/services/comments/add-comment.ts';
import { reopenComment } from '@/lib/services/comments/reopen-comment.ts';
import { resolveComment } from '@/lib/services/comments/resolve-comment.ts';
import { exportControlSheet } from '@/lib/services/control-figures/export-control-sheet.ts';
import { issueControlFigures } from '@/lib/services/control-figures/issue-control-figures.ts';
import { listControlTrail } from '@/lib/services/control-figures/list-control-trail.ts';
import { openControlSheet } from '@/lib/services/control-figures/open-control-sheet.ts';
import { previewControlFile } from '@/lib/services/control-figures/preview-control-file.ts';
import { prepareEdition } from '@/lib/services/editions/prepare-edition.ts';
import { publishEdition } from '@/lib/services/editions/publish-edition.ts';
import { withdrawEdition } from '@/lib/services/editions/withdraw-edition.ts';
import { exportBudget } from '@/lib/services/exports/export-budget.ts';
import { listExportParts } from '@/lib/services/exports/list-export-parts.ts';
import { importPackage } from '@/lib/services/imports/import-package.ts';
import { previewPackage } from '@/lib/services/imports/preview-package.ts';
import { listPastProjects } from '@/lib/services/projects/list-past-projects.ts';
import { assignUnits } from '@/lib/services/review/assign-units.ts';
import { exportIssues } from '@/lib/services/review/export-issues.ts';
import { openAssignments } from '@/lib/services/review/open-assignments.ts';
import { openReviewQueue } from '@/lib/services/review/open-review-queue.ts';
import { passBudget } from '@/lib/services/review/pass-budget.ts';
import { recheckVersion } from '@/lib/services/review/recheck-version.ts';
import { changeDeadline } from '@/lib/services/rounds/change-deadline.ts';
import { changeYear } from '@/lib/services/rounds/change-year.ts';
import { closeRound } from '@/lib/services/rounds/close-round.ts';
import { createYear } from '@/lib/services/rounds/create-year.ts';
import { extendRound } from '@/lib/services/rounds/extend-round.ts';
import { openRound } from '@/lib/services/rounds/open-round.ts';
import { openRoundBoard } from '@/lib/services/rounds/open-round-board.ts';
import { exportWorkbook } from '@/lib/services/workbooks/export-workbook.ts';
import { previewWorkbook } from '@/lib/services/workbooks/preview-workbook.ts';
import { ADMINISTRATION_CASES } from './administration-cases.ts';
import { DEPARTMENT_CASES } from './department-cases.ts';
import type { PermissionCase } from './permission-case.ts';

/** The round of 2023 as somebody saw it who is out of date. */
const SEEN_ROUND = { year: 2023, ordinal: 1, revision: 99 };

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
    action: 'control.read',
    call: (actor) => openControlSheet(actor, { year: 2023 }),
  },
  {
    service: 'issueControlFigures',
    action: 'control.manage',
    call: (actor, { unitId }) => {
      const figure = {
        category: 'PROJECT',
        item: '',
        source: 'GENERAL_PUBLIC',
        amountFen: 100n,
        seenFen: null,
      } as const;
      return issueControlFigures(actor, { year: 2023, note: '', changes: [{ unitId, ...figure }] });
    },
  },
  {
    service: 'openRoundBoard',
    action: 'round.read',
    isList: true,
    call: (actor) => openRoundBoard(actor, { year: 2023 }),
  },
  {
    service: 'createYear',
    action: 'round.manage',
    permittedOutcome: 'YEAR_EXISTS',
    call: (actor) => createYear(actor, { year: 2023, scheme: 'SINGLE_SUBMISSION', ...DEFAULT_YEAR_SETTINGS }),
  },
  {
    service: 'changeYear',
    action: 'round.manage',
    permittedOutcome: 'RECORD_CHANGED',
    call: (actor) =>
      changeYear(actor, { year: 2023, revision: 99, scheme: 'SINGLE_SUBMISSION', ...DEFAULT_YEAR_SETTINGS }),
  },
  {
    service: 'changeDeadline',
    action: 'round.manage',
    permittedOutcome: 'RECORD_CHANGED',
    call: (actor) => changeDeadline(actor, { ...SEEN_ROUND, deadlineAt: null }),
  },
  {
    service: 'openRound',
    action: 'round.manage',
    permittedOutcome: 'RECORD_CHANGED',
    call: (actor) => openRound(actor, SEEN_ROUND),
  },
  {
    service: 'closeRound',
    action: 'round.manage',
    permittedOutcome: 'RECORD_CHANGED',
    call: (actor) => closeRound(actor, SEEN_ROUND),
  },
  {
    service: 'extendRound',
    action: 'round.manage',
    call: (actor, { unitId }) =>
      extendRound(actor, { year: 2023, ordinal: 1, unitIds: [unitId], until: new Date('2099-01-01'), reason: '补报' }),
  },
  {
    service: 'beginRound',
    action: 'budget.edit',
    permittedOutcome: 'NO_ROUND_TO_BEGIN',
    call: (actor, { budgetId, versionId }) => beginRound(actor, { budgetId, versionId }),
  },
  {
    service: 'openAdjustment',
    action: 'budget.adjust',
    permittedOutcome: 'STATE_CHANGED',
    call: (actor, { budgetId, versionId }) => openAdjustment(actor, { budgetId, versionId, reason: '追加' }),
  },
  {
    service: 'exportControlSheet',
    action: 'control.read',
    call: (actor) => exportControlSheet(actor, { year: 2023, source: 'GENERAL_PUBLIC' }),
  },
  {
    service: 'previewControlFile',
    action: 'control.manage',
    permittedOutcome: 'WORKBOOK_UNREADABLE',
    call: (actor) => previewControlFile(actor, { year: 2023, bytes: new Uint8Array() }),
  },
  {
    service: 'listControlTrail',
    action: 'budget.history',
    call: (actor, { unitId }) => listControlTrail(actor, { unitId, year: 2023 }),
  },
  {
    service: 'explainFinding',
    action: 'budget.explain',
    call: (actor, { budgetId, versionId }) =>
      explainFinding(actor, { budgetId, versionId, findingKey: 'C1:revenue', text: '说明' }),
  },
  {
    service: 'judgeExplanation',
    action: 'budget.judge',
    state: 'SUBMITTED',
    permittedOutcome: 'NOT_FOUND',
    call: (actor, { budgetId, versionId }) =>
      judgeExplanation(actor, { budgetId, versionId, subject: 'C1:revenue', verdict: 'ACCEPTED', text: '' }),
  },
  {
    service: 'judgeExplanation',
    action: 'budget.judge',
    state: 'SUBMITTED',
    permittedOutcome: 'NOT_FOUND',
    call: (actor, { budgetId, versionId }) =>
      judgeExplanation(actor, { budgetId, versionId, subject: 'reasons:total', verdict: 'REFUSED', text: '不充分' }),
  },
  {
    service: 'submitBudget',
    action: 'budget.submit',
    permittedOutcome: 'HAS_ERRORS',
    call: (actor, { budgetId, versionId }) => submitBudget(actor, { budgetId, versionId, contentRevision: 1 }),
  },
  {
    service: 'withdrawBudget',
    action: 'budget.withdraw',
    state: 'SUBMITTED',
    call: (actor, { budgetId, versionId }) => withdrawBudget(actor, { budgetId, versionId }),
  },
  {
    service: 'confirmBudget',
    action: 'budget.confirm',
    state: 'CONFIRMING',
    permittedOutcome: 'HAS_ERRORS',
    call: (actor, { budgetId, versionId }) => confirmBudget(actor, { budgetId, versionId }),
  },
  {
    service: 'declineBudget',
    action: 'budget.confirm',
    state: 'CONFIRMING',
    call: (actor, { budgetId, versionId }) => declineBudget(actor, { budgetId, versionId, comment: '请核对' }),
  },
  {
    service: 'markOpened',
    action: 'budget.return',
    state: 'SUBMITTED',
    call: (actor, { budgetId, versionId }) => markOpened(actor, { budgetId, versionId }),
  },
  {
    service: 'unlockSections',
    action: 'budget.return',
    call: (actor, { budgetId, versionId }) => unlockSections(actor, { budgetId, versionId, sections: ['basic'] }),
  },
  {
    service: 'acceptBudget',
    action: 'budget.approve',
    state: 'SUBMITTED',
    permittedOutcome: 'NOT_THIS_ROUND',
    call: (actor, { budgetId, versionId }) => acceptBudget(actor, { budgetId, versionId }),
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
    permittedOutcome: 'HAS_ERRORS',
    call: (actor, { budgetId, versionId }) => approveBudget(actor, { budgetId, versionId }),
  },
  {
    service: 'openReviewQueue',
    action: 'review.queue',
    isList: true,
    call: (actor) => openReviewQueue(actor, { year: 2023 }),
  },
  {
    service: 'recheckVersion',
    action: 'budget.judge',
    state: 'SUBMITTED',
    call: (actor, { budgetId, versionId }) => recheckVersion(actor, { budgetId, versionId }),
  },
  {
    service: 'passBudget',
    action: 'budget.approve',
    state: 'SUBMITTED',
    permittedOutcome: 'NOT_CLEAN',
    call: (actor, { budgetId, versionId }) => passBudget(actor, { budgetId, versionId, evenIfNotClean: false }),
  },
  { service: 'openAssignments', action: 'review.assign', call: (actor) => openAssignments(actor) },
  {
    service: 'assignUnits',
    action: 'review.assign',
    permittedOutcome: 'NOT_FOUND',
    call: (actor, { userId, unitId }) =>
      assignUnits(actor, { reviewerId: userId, operation: 'add', unitIds: [unitId] }),
  },
  {
    service: 'exportIssues',
    action: 'review.queue',
    state: 'SUBMITTED',
    permittedOutcome: 'NOT_FOUND',
    call: (actor, { versionId }) => exportIssues(actor, { versionIds: [versionId] }),
  },
  {
    service: 'addComment',
    action: 'budget.comment',
    call: (actor, { budgetId, versionId }) => addComment(actor, { budgetId, versionId, text: '意见' }),
  },
  {
    service: 'reopenComment',
    action: 'budget.comment',
    call: (actor, { commentId }) => reopenComment(actor, { commentId }),
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
    service: 'listExportParts',
    action: 'budget.export',
    call: (actor, { budgetId }) => listExportParts(actor, { budgetId }),
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
  {
    service: 'prepareEdition',
    action: 'budget.read',
    call: (actor, { budgetId }) => prepareEdition(actor, { budgetId }),
  },
  {
    service: 'publishEdition',
    action: 'edition.publish',
    permittedOutcome: 'NOT_PUBLISHABLE',
    call: (actor, { budgetId, versionId }) =>
      publishEdition(actor, {
        ...{ budgetId, versionId, seenNumber: 0, secrecyReviewedBy: 'UNIT_HEAD', contact: '办公室', changeNote: '' },
      }),
  },
  {
    service: 'withdrawEdition',
    action: 'edition.publish',
    permittedOutcome: 'NOT_FOUND',
    call: (actor, { budgetId }) => withdrawEdition(actor, { budgetId, editionId: randomUUID(), reason: '有误' }),
  },
  { service: 'listHistory', action: 'budget.history', call: (actor, { budgetId }) => listHistory(actor, { budgetId }) },
  {
    service: 'readRowHistory',
    action: 'budget.history',
    call: (actor, { budgetId, rowKey }) => readRowHistory(actor, { budgetId, collection: 'revenue', rowKey }),
  },
  ...DEPARTMENT_CASES,
  ...ADMINISTRATION_CASES,
];
