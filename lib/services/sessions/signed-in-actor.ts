import type { Actor, Role } from '@/lib/domain/workflow/roles.ts';

/** Who is signed in, in the role they act in now. Read anew from the database for each request. */
export interface SignedInActor extends Actor {
  readonly sessionId: string;
  readonly username: string;
  readonly displayName: string;
  /** Every role they hold and may switch to, in the order of `ROLES`. */
  readonly roles: readonly Role[];
  /** They signed in with a one-time password and may do nothing but choose their own. */
  readonly mustChangePassword: boolean;
}
