import { headers } from 'next/headers';
import type { z } from 'zod';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, type Result } from '@/lib/domain/result.ts';
import { type Answer, toAnswer } from '@/lib/messages/answer.ts';
import { admit } from './admit.ts';
import { checkOrigin } from './check-origin.ts';
import type { Requirement, SignedInActor } from './current-actor.ts';
import { parseInput } from './parse-input.ts';
import { unexpectedProblem } from './unexpected.ts';

interface ActionDefinition<S extends z.ZodType, T> {
  /** For the log: the action's name. */
  readonly name: string;
  /** The right that the acting role must have; the service still checks it for the unit concerned. */
  readonly permission: Requirement;
  /** Allowed to someone who signed in with a one-time password. */
  readonly duringPasswordChange?: boolean;
  readonly input: S;
  /** One call of a service, and what the framework needs after it (revalidatePath, redirect). */
  readonly run: (actor: SignedInActor, input: z.output<S>) => Promise<Result<T, Problem>>;
}

/**
 * Makes a server action: own origin → signed in → right of the permission table → valid input → one service call.
 * It never rejects: expected failures and bugs alike come back with a sentence in Chinese.
 */
export function defineAction<S extends z.ZodType, T>(
  definition: ActionDefinition<S, T>,
): (raw: z.input<S>) => Promise<Answer<T>> {
  return async (raw) => toAnswer(await runAction(definition, raw));
}

async function runAction<S extends z.ZodType, T>(
  definition: ActionDefinition<S, T>,
  raw: unknown,
): Promise<Result<T, Problem>> {
  try {
    const origin = checkOrigin(await headers());
    if (!origin.ok) return origin;
    const admitted = await admit(definition.permission, definition.duringPasswordChange);
    if (!admitted.ok) return admitted;
    const input = parseInput(definition.input, raw);
    if (!input.ok) return input;
    return await definition.run(admitted.value, input.value);
  } catch (error) {
    return fail(unexpectedProblem(error, `action ${definition.name}`));
  }
}
