import type { Role } from '../domain/workflow/roles.ts';

/** A user as the administrator sees them. Times are ISO 8601 in UTC. */
export interface UserView {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
  readonly revision: number;
  readonly grants: readonly { readonly role: Role; readonly unitIds: readonly string[] }[];
  readonly disabledAt: string | null;
  /** Until when wrong passwords keep them out. */
  readonly lockedUntil: string | null;
  readonly mustChangePassword: boolean;
  readonly lastSignInAt: string | null;
}
