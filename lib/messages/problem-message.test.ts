import { describe, expect, it } from 'vitest';
import type { Problem, ProblemCode } from '@/lib/domain/problem.ts';
import { problemMessage } from './problem-message.ts';

/** One of each code, so that a code without its sentence is missed here as well as by the compiler. */
const EXAMPLES: { readonly [C in ProblemCode]: Extract<Problem, { code: C }> } = {
  SIGNED_OUT: { code: 'SIGNED_OUT' },
  FORBIDDEN: { code: 'FORBIDDEN' },
  NOT_FOUND: { code: 'NOT_FOUND' },
  INVALID_INPUT: { code: 'INVALID_INPUT', issues: [{ path: '$.name', message: '请填写名称。' }] },
  TOO_LARGE: { code: 'TOO_LARGE', maxBytes: 2_097_152 },
  TOO_MANY_REQUESTS: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 61 },
  STALE: { code: 'STALE', conflicts: [], profileChanged: false },
  CONTENT_CHANGED: { code: 'CONTENT_CHANGED', contentRevision: 3 },
  NOT_A_DRAFT: { code: 'NOT_A_DRAFT', state: 'SUBMITTED' },
  STATE_CHANGED: { code: 'STATE_CHANGED', state: 'APPROVED' },
  HAS_ERRORS: { code: 'HAS_ERRORS', findings: [] },
  WARNINGS_UNEXPLAINED: { code: 'WARNINGS_UNEXPLAINED', findings: [] },
  OWN_WORK: { code: 'OWN_WORK' },
  NOT_CLEAN: { code: 'NOT_CLEAN', blemishes: ['2条意见未处理'] },
  LAST_UNIT: { code: 'LAST_UNIT', reviewerName: '审核一' },
  ROUND_NOT_OPEN: { code: 'ROUND_NOT_OPEN', roundLabel: '一上' },
  DEADLINE_PASSED: { code: 'DEADLINE_PASSED', deadlineAt: '2026-11-30T09:30:00.000Z' },
  CONFIRMATION_REQUIRED: { code: 'CONFIRMATION_REQUIRED' },
  CONFIRMATION_NOT_REQUIRED: { code: 'CONFIRMATION_NOT_REQUIRED' },
  ALREADY_OPENED: { code: 'ALREADY_OPENED', byName: '业务科室审核人', at: '2026-11-30T09:30:00.000Z' },
  NOT_THIS_ROUND: { code: 'NOT_THIS_ROUND', roundLabel: '一上' },
  EXPLANATIONS_REFUSED: { code: 'EXPLANATIONS_REFUSED', count: 2 },
  SECTION_LOCKED: { code: 'SECTION_LOCKED', sections: ['basic', 'projects'] },
  COMMENT_REQUIRED: { code: 'COMMENT_REQUIRED' },
  BUDGET_EXISTS: { code: 'BUDGET_EXISTS', unitName: '信访办（本级）', year: 2023 },
  BUDGET_DECIDED: { code: 'BUDGET_DECIDED', unitName: '信访办（本级）', year: 2023, state: 'APPROVED' },
  OTHER_UNIT: { code: 'OTHER_UNIT', expectedUnitCode: '309001', unitCode: '310001' },
  REASONS_REQUIRED: { code: 'REASONS_REQUIRED' },
  WORKBOOK_UNREADABLE: { code: 'WORKBOOK_UNREADABLE', fault: { reason: 'DAMAGED' } },
  FILE_TYPE: { code: 'FILE_TYPE', fileName: '立项.exe' },
  FILE_STORE_FAILED: { code: 'FILE_STORE_FAILED' },
  YEAR_NOT_OPEN: { code: 'YEAR_NOT_OPEN', year: 2031 },
  YEAR_EXISTS: { code: 'YEAR_EXISTS', year: 2031 },
  ROUND_REFUSED: { code: 'ROUND_REFUSED', reason: 'EARLIER_FIRST' },
  NO_ROUND_TO_BEGIN: { code: 'NO_ROUND_TO_BEGIN', state: 'ACCEPTED' },
  BAD_CREDENTIALS: { code: 'BAD_CREDENTIALS' },
  ACCOUNT_DISABLED: { code: 'ACCOUNT_DISABLED' },
  LOCKED: { code: 'LOCKED', until: '2026-11-23T01:59:30.000Z' },
  PASSWORD_TOO_SHORT: { code: 'PASSWORD_TOO_SHORT', minLength: 10 },
  PASSWORD_WRONG: { code: 'PASSWORD_WRONG' },
  PASSWORD_COMMON: { code: 'PASSWORD_COMMON' },
  PASSWORD_HOLDS_USERNAME: { code: 'PASSWORD_HOLDS_USERNAME' },
  PASSWORD_UNCHANGED: { code: 'PASSWORD_UNCHANGED' },
  PASSWORD_CHANGE_REQUIRED: { code: 'PASSWORD_CHANGE_REQUIRED' },
  FOREIGN_ORIGIN: { code: 'FOREIGN_ORIGIN' },
  USERNAME_TAKEN: { code: 'USERNAME_TAKEN', username: 'wang.fang' },
  CODE_TAKEN: { code: 'CODE_TAKEN', unitCode: '309001' },
  LAST_ADMIN: { code: 'LAST_ADMIN' },
  OWN_ACCOUNT: { code: 'OWN_ACCOUNT' },
  ROLES_CONFLICT: { code: 'ROLES_CONFLICT' },
  SOURCES_CHANGED: { code: 'SOURCES_CHANGED' },
  NOT_PUBLISHABLE: { code: 'NOT_PUBLISHABLE', unmet: [{ check: 'checks', isMet: false, open: 2 }] },
  EDITIONS_CHANGED: { code: 'EDITIONS_CHANGED' },
  RECORD_CHANGED: { code: 'RECORD_CHANGED' },
  ANNEX_SET_USED: { code: 'ANNEX_SET_USED', year: 2026, begun: true },
  TOO_MANY_TEMPLATES: { code: 'TOO_MANY_TEMPLATES', limit: 100, shared: false },
  CONTROL_EXCEEDED: {
    ...{ code: 'CONTROL_EXCEEDED', unitName: '信访办', what: '项目支出' },
    ...{ limitFen: '100', allocatedFen: '150', others: 1 },
  },
  UNAVAILABLE: { code: 'UNAVAILABLE' },
  UNEXPECTED: { code: 'UNEXPECTED', errorId: '3F2A91C0' },
  EXPORT_FAILED: { code: 'EXPORT_FAILED', annex: '3' },
  EXPORT_UNPRINTABLE: { code: 'EXPORT_UNPRINTABLE', characters: ['𠮷'], places: ['附件12-3'] },
  MONEY_NOT_A_NUMBER: { code: 'MONEY_NOT_A_NUMBER', text: 'abc' },
  MONEY_SCIENTIFIC_NOTATION: { code: 'MONEY_SCIENTIFIC_NOTATION', text: '1e9' },
  MONEY_NEGATIVE: { code: 'MONEY_NEGATIVE', text: '-5' },
  MONEY_TOO_PRECISE: { code: 'MONEY_TOO_PRECISE', text: '12.345', maxDecimals: 2 },
  MONEY_TOO_LARGE: { code: 'MONEY_TOO_LARGE', text: '9'.repeat(5000) },
};

describe('problemMessage', () => {
  it.each(Object.values(EXAMPLES))('$code: a whole Chinese sentence of readable length', (problem) => {
    const message = problemMessage(problem);
    expect(message).toMatch(/^[\u4e00-\u9fff“0-9].*。$/su);
    expect(message).not.toMatch(/undefined|null|NaN|\[object/);
    expect(message.length).toBeLessThan(120);
  });

  it('no two codes say the same', () => {
    const messages = Object.values(EXAMPLES).map(problemMessage);
    expect(new Set(messages).size).toBe(messages.length);
  });

  it('says until when a lock lasts, on the clock in China, rounded up', () => {
    expect(problemMessage(EXAMPLES.LOCKED)).toContain('10:00');
  });

  it('names three faults of an input and counts the rest', () => {
    const issues = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ path: '$', message: `请填写${name}。` }));
    expect(problemMessage({ code: 'INVALID_INPUT', issues })).toBe('请填写甲。请填写乙。请填写丙。另有 2 处需要改正。');
  });
});
