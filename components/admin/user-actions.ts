import type { Answer } from '@/lib/messages/answer.ts';
import type { NewUser, PasswordReset, UserChange, UserDisabling } from '@/lib/schemas/user.ts';

/** What the users screen asks of the server. */
export interface UserActions {
  readonly createUser: (input: NewUser) => Promise<Answer<{ readonly oneTimePassword: string }>>;
  readonly updateUser: (input: UserChange) => Promise<Answer<unknown>>;
  readonly setUserDisabled: (input: UserDisabling) => Promise<Answer<unknown>>;
  readonly resetPassword: (input: PasswordReset) => Promise<Answer<string>>;
}
