import type { Role } from '@/lib/domain/workflow/roles.ts';
import type { Answer } from '@/lib/messages/answer.ts';

/** Who is signed in, as the top bar shows them. */
export interface ShellUser {
  readonly displayName: string;
  readonly roleLabel: string;
  /** The roles they may switch to. */
  readonly otherRoles?: readonly { readonly role: Role; readonly label: string }[];
}

/** What the user menu does; a failure comes back as an answer with its sentence. */
export type SignOutAction = () => Promise<Answer<unknown>>;
export type SwitchRoleAction = (input: { role: Role }) => Promise<Answer<unknown>>;
