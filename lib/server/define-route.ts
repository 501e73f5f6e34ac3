import * as z from 'zod';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import { admit } from './admit.ts';
import { checkOrigin } from './check-origin.ts';
import type { Requirement, SignedInActor } from './current-actor.ts';
import { jsonResponse, problemResponse } from './json-response.ts';
import { parseInput } from './parse-input.ts';
import { readJsonBody } from './read-body.ts';
import { unexpectedProblem } from './unexpected.ts';

const DEFAULT_MAX_BYTES = 2 * 1_048_576;

interface RouteDefinition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  /** For the log: the route's path. */
  readonly name: string;
  /** The right that the acting role must have; the service still checks it for the unit concerned. */
  readonly permission: Requirement;
  /** The segments of the path, e.g. `z.object({ budgetId: z.uuid() })`. */
  readonly params?: P;
  /** The query string; a key given twice is an array. */
  readonly query?: Q;
  /** The JSON body; without it none is read. */
  readonly body?: B;
  readonly maxBytes?: number;
  /** One call of a service. A `Response` as value is sent as it is (a download); anything else as JSON. */
  readonly run: (call: {
    readonly actor: SignedInActor;
    readonly params: z.output<P>;
    readonly query: z.output<Q>;
    readonly body: z.output<B>;
    readonly request: Request;
  }) => Promise<Result<unknown, Problem>>;
}

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * Makes a route handler: own origin (unless it only reads) → signed in → right of the permission table → valid path,
 * query and body → one service call. Failures are `{ code, message, … }` with their HTTP status; bigint is a string.
 */
export function defineRoute<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(definition: RouteDefinition<P, Q, B>): Handler {
  return async (request, context) => {
    try {
      const outcome = await runRoute(definition, request, context);
      if (!outcome.ok) return problemResponse(outcome.error);
      return outcome.value instanceof Response ? outcome.value : jsonResponse(outcome.value);
    } catch (error) {
      return problemResponse(unexpectedProblem(error, `${request.method} ${definition.name}`));
    }
  };
}

async function runRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  definition: RouteDefinition<P, Q, B>,
  request: Request,
  context: { params: Promise<unknown> },
): Promise<Result<unknown, Problem>> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const origin = checkOrigin(request.headers);
    if (!origin.ok) return origin;
  }
  const admitted = await admit(definition.permission);
  if (!admitted.ok) return admitted;
  const params = parseInput<z.ZodType>(definition.params ?? z.unknown(), await context.params);
  if (!params.ok) return params;
  const query = parseInput<z.ZodType>(definition.query ?? z.unknown(), queryObject(request));
  if (!query.ok) return query;
  const body = await readValidBody(definition, request);
  if (!body.ok) return body;
  return definition.run({
    actor: admitted.value,
    params: params.value as z.output<P>,
    query: query.value as z.output<Q>,
    body: body.value as z.output<B>,
    request,
  });
}

async function readValidBody(
  definition: { readonly body?: z.ZodType; readonly maxBytes?: number },
  request: Request,
): Promise<Result<unknown, Problem>> {
  if (!definition.body) return ok(undefined);
  const raw = await readJsonBody(request, definition.maxBytes ?? DEFAULT_MAX_BYTES);
  return raw.ok ? parseInput(definition.body, raw.value) : raw;
}

function queryObject(request: Request): Record<string, string | string[]> {
  const parameters = new URL(request.url).searchParams;
  return Object.fromEntries(
    Array.from(new Set(parameters.keys()), (key) => {
      const values = parameters.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
