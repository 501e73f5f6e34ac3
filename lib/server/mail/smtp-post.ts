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
  const url = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    ...(url.password !== '' && url.searchParams.get('ignoreTLS') !== 'true' ? { requireTLS: true } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
}
