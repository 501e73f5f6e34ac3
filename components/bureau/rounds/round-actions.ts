import type { input } from 'zod';
import type { Answer } from '@/lib/messages/answer.ts';
import type {
  changeDeadlineSchema,
  changeYearSchema,
  createYearSchema,
  extendRoundSchema,
  roundActSchema,
} from '@/lib/schemas/rounds.ts';

/** What the screen of the rounds asks of the server. */
export interface RoundActions {
  readonly createYear: (input: input<typeof createYearSchema>) => Promise<Answer<unknown>>;
  readonly changeYear: (input: input<typeof changeYearSchema>) => Promise<Answer<unknown>>;
  readonly changeDeadline: (input: input<typeof changeDeadlineSchema>) => Promise<Answer<unknown>>;
  readonly openRound: (input: input<typeof roundActSchema>) => Promise<Answer<{ readonly carried: number }>>;
  readonly closeRound: (input: input<typeof roundActSchema>) => Promise<Answer<unknown>>;
  readonly extendRound: (input: input<typeof extendRoundSchema>) => Promise<Answer<{ readonly count: number }>>;
}
