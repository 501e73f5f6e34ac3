import type { Answer } from '@/lib/messages/answer.ts';
import type { SubmissionScheme } from '@/lib/schemas/rounds.ts';

interface YearFields {
  readonly year: number;
  readonly changeThresholdPercent: number;
  readonly projectWeightTotal: number;
  readonly overallWeightTotal: number;
  readonly scheme: SubmissionScheme;
}

interface RoundSeen {
  readonly roundId: string;
  readonly revision: number;
}

/** What the budget office does to years and rounds; times are ISO 8601. */
export interface RoundActions {
  readonly createYear: (input: YearFields) => Promise<Answer<unknown>>;
  readonly updateYear: (input: YearFields & { readonly revision: number }) => Promise<Answer<unknown>>;
  readonly openRound: (
    input: RoundSeen & { readonly deadlineAt: string | null },
  ) => Promise<Answer<{ readonly carried: number }>>;
  readonly closeRound: (input: RoundSeen) => Promise<Answer<unknown>>;
  readonly setDeadline: (input: RoundSeen & { readonly deadlineAt: string | null }) => Promise<Answer<unknown>>;
  readonly extendRound: (input: {
    readonly roundId: string;
    readonly unitIds: string[];
    readonly until: string;
    readonly reason: string;
  }) => Promise<Answer<{ readonly count: number }>>;
}
