import { describe, expect, it } from 'vitest';
import { NOTICE_KINDS } from '../domain/notices/notice.ts';
import { noticeMail } from './notice-mail.ts';
import { noticeSentence } from './notice-sentence.ts';

const detail = {
  ...{ unitName: '信访办', year: 2023, number: 2, actorName: '王芳', roundKind: 'FIRST_SUBMISSION' as const },
  ...{ deadlineAt: '2023-01-10T09:30:00.000Z', isReply: true },
};

describe('the sentence of a notice', () => {
  it.each(NOTICE_KINDS)('of %s is whole, with all facts and with none', (kind) => {
    expect(noticeSentence({ kind, role: 'CLERK', detail })).toMatch(/^[^{}]{6,}。$/);
    const bare = noticeSentence({ kind, role: 'CLERK', detail: {} });
    expect(bare).not.toMatch(/undefined|null|NaN|Invalid/);
  });

  it('says by whom, when and which version', () => {
    const say = (kind: (typeof NOTICE_KINDS)[number], more = {}) =>
      noticeSentence({ kind, role: 'REVIEWER', detail: { ...detail, ...more } });
    expect(say('budget.submitted')).toBe('信访办 2023 年预算第 2 版修改后重新送审，请审核。');
    expect(say('budget.submitted', { number: 1 })).toBe('信访办 2023 年预算已送审，请审核。');
    expect(say('budget.returned')).toBe('信访办 2023 年预算第 2 版被财政局退回，请按审核意见修改。');
    expect(say('budget.returned', { openRemarks: 3 })).toContain('被财政局退回，附 3 条待处理的意见，请按');
    expect(say('comment.added')).toBe('王芳回复了信访办 2023 年预算第 2 版的意见。');
    expect(say('comment.added', { isReply: false })).toBe('王芳对信访办 2023 年预算第 2 版提出了意见。');
    expect(say('round.changed')).toBe('2023 年预算一上的送审截止时间改为1月10日17:30。');
    expect(say('edition.published')).toBe('信访办 2023 年预算已向社会公开。');
    const ofDepartment = { departmentCode: '309', departmentName: '信访部门', editionNumber: 2 };
    expect(say('edition.corrected', ofDepartment)).toBe('信访部门（部门汇总） 2023 年预算已更正公开（第 2 次）。');
    expect(say('publication.near')).toContain('须在批复后 20 日内（1月10日17:30）公开');
    expect(say('round.changed', { deadlineAt: null })).toBe('2023 年预算一上不再设送审截止时间。');
  });
});

describe('the mail of notices', () => {
  it('links each to its place and breaks off where there are too many', () => {
    const notice = { kind: 'budget.returned', role: 'CLERK', detail, budgetId: 'b1' } as const;
    const mail = noticeMail(
      '王芳',
      Array.from({ length: 32 }, () => notice),
      'https://budget.example',
    );
    expect(mail.subject).toBe('明算：您有 32 项待办');
    expect(mail.text).toContain('https://budget.example/budgets/b1\n');
    expect(mail.text).toContain('另有 2 项，请登录系统查看。');
    expect(noticeMail('王芳', [notice], null).text).not.toContain('http');
  });
});
