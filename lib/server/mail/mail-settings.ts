import * as z from 'zod';

const MAX_INTERVAL_MINUTES = 24 * 60;
const INTERVAL_FAULT = `MAIL_INTERVAL_MINUTES is no number of minutes from 1 to ${MAX_INTERVAL_MINUTES}`;

const schema = z
  .object({
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'SMTP_URL is no smtp:// or smtps:// address' }).optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^\r\n]*[^\s@]+@[^\s@]+$/, 'MAIL_FROM names no sender, e.g. mingsuan@example.gov.cn')
      .optional(),
    MAIL_INTERVAL_MINUTES: z
      .string()
      .regex(/^\d{1,4}$/, INTERVAL_FAULT)
      .transform(Number)
      .refine((minutes) => minutes >= 1 && minutes <= MAX_INTERVAL_MINUTES, INTERVAL_FAULT)
      .default(10),
    NEXTAUTH_URL: z.string().optional(),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, 'MAIL_FROM is not set');

export interface MailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  readonly intervalMs: number;
  /** Where people reach the system; null: not known. */
  readonly origin: string | null;
}

/**
 * How mail leaves, or null where no mail server is named.
 *
 * @throws with every fault named: mail that silently never leaves is worse than a server that does not start
 */
export function mailSettings(environment: NodeJS.ProcessEnv): MailSettings | null {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_INTERVAL_MINUTES: minutes, NEXTAUTH_URL: origin } = parsed.data;
  if (smtpUrl === undefined || from === undefined) return null;
  return { smtpUrl, from, intervalMs: minutes * 60_000, origin: origin?.replace(/\/+$/, '') ?? null };
}
