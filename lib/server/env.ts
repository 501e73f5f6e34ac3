import * as z from 'zod';

const MIN_SECRET_LENGTH = 32;

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    NEXTAUTH_SECRET: z.string({ error: 'NEXTAUTH_SECRET is not set' }).min(1, 'NEXTAUTH_SECRET is not set'),
    /** Where users reach the system, e.g. https://budget.example.gov.cn; without it each request's own host counts. */
    NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: 'NEXTAUTH_URL is no http(s) address' }).optional(),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV === 'production' && env.NEXTAUTH_SECRET.length < MIN_SECRET_LENGTH) {
      context.addIssue({ code: 'custom', message: `NEXTAUTH_SECRET is shorter than ${MIN_SECRET_LENGTH} characters` });
    }
  });

export interface ServerEnv {
  readonly authSecret: string;
  /** Whether users reach the system by https, so that cookies must be marked Secure. */
  readonly isHttps: boolean;
  /** The address that people type, without a path; blank: not told. */
  readonly origin: string;
}

/**
 * The settings that sign-in needs, checked. Read at the first request, not at import: a build has none of them.
 *
 * @throws with every fault named; the system must not run with a secret that can be guessed
 */
export function serverEnv(): ServerEnv {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('; '));
  // Without a fixed address next-auth must take the host of the request, or it would answer for localhost:3000 alone.
  if (parsed.data.NEXTAUTH_URL === undefined) process.env.AUTH_TRUST_HOST ??= 'true';
  return {
    authSecret: parsed.data.NEXTAUTH_SECRET,
    isHttps: parsed.data.NEXTAUTH_URL?.startsWith('https://') ?? false,
    origin: parsed.data.NEXTAUTH_URL ? new URL(parsed.data.NEXTAUTH_URL).origin : '',
  };
}
