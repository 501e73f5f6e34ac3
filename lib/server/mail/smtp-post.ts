import { createTransport } from 'nodemailer';
import type { MailSender } from '@/lib/services/notices/send-mail.ts';
import type { MailSettings } from './mail-settings.ts';

/** A delivery that takes longer has failed: the next in line waits. */
const TIMEOUT_MS = 20_000;

/**
 * Hands mails to the mail server, TLS and sign-in by its address: `smtps://` is TLS from the start, `smtp://` turns to
 * TLS where the server offers it, and must where there is a password to protect (`?ignoreTLS=true` says otherwise).
 */
export function smtpPost({ smtpUrl, from }: Pick<MailSettings, 'smtpUrl' | 'from'>): MailSender['post'] {
  const transport = createTransport(withDefaults(smtpUrl));
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
}

/** What the address does not say itself; nodemailer takes options from nowhere else where it is given an address. */
function withDefaults(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const asked = url.searchParams;
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) {
    if (!asked.has(name)) asked.set(name, String(TIMEOUT_MS));
  }
  const needsTls = url.password !== '' && asked.get('ignoreTLS') !== 'true';
  if (needsTls && !asked.has('requireTLS')) asked.set('requireTLS', 'true');
  return url.href;
}
