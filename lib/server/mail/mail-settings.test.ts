import { describe, expect, it } from 'vitest';
import { mailSettings } from './mail-settings.ts';

const GOOD = {
  NODE_ENV: 'test',
  SMTP_URL: 'smtp://mail.example:25',
  MAIL_FROM: '明算 <mingsuan@example.gov.cn>',
} as const;

describe('the settings of mail', () => {
  it('are none without a mail server', () => {
    expect(mailSettings({ NODE_ENV: 'test' })).toBeNull();
    expect(mailSettings({ NODE_ENV: 'test', SMTP_URL: '' })).toBeNull();
  });

  it('have ten minutes between two mails unless told', () => {
    expect(mailSettings(GOOD)).toEqual({
      ...{ smtpUrl: GOOD.SMTP_URL, from: GOOD.MAIL_FROM, intervalMs: 600_000, origin: null },
    });
    const told = mailSettings({ ...GOOD, MAIL_INTERVAL_MINUTES: '30', NEXTAUTH_URL: 'https://budget.example/' });
    expect(told).toMatchObject({ intervalMs: 1_800_000, origin: 'https://budget.example' });
  });

  it.each([
    [{ MAIL_FROM: '' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a\r\nBcc: x@y' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'https://mail.example' }, 'SMTP_URL'],
    [{ MAIL_INTERVAL_MINUTES: '0' }, 'MAIL_INTERVAL_MINUTES'],
    [{ MAIL_INTERVAL_MINUTES: 'often' }, 'MAIL_INTERVAL_MINUTES'],
  ])('refuse %o', (changed, named) => {
    expect(() => mailSettings({ ...GOOD, ...changed })).toThrow(named);
  });
});
