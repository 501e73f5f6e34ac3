import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import { httpStatus } from './http-status.ts';
import { parseInput } from './parse-input.ts';
import { unexpectedProblem } from './unexpected.ts';

/** A cache before the server takes a rush for a minute; a browser asks each time, so that a withdrawal is known at once. */
const CACHE = 'public, max-age=0, s-maxage=60, must-revalidate';

/** The pages have no script at all; their styles stand in them. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Programs of other sites may read the data, without anybody's cookies. */
export const READABLE_ANYWHERE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' };

/** What a public route answers. */
export interface OpenAnswer {
  readonly status?: number;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every page is. */
export const PAGE = { mediaType: 'text/html; charset=utf-8' } as const;

interface OpenRouteDefinition<P extends z.ZodType, Q extends z.ZodType> {
  /** For the log: the route's path. */
  readonly name: string;
  readonly params?: P;
  readonly query?: Q;
  /** Draws what is said of a problem; without it JSON, which every site may read. */
  readonly problemPage?: (message: string) => string;
  /** One call of a service, drawn. */
  readonly run: (call: {
    readonly params: z.output<P>;
    readonly query: z.output<Q>;
  }) => Promise<Result<OpenAnswer, Problem>>;
}

type ProblemDrawing = Pick<OpenRouteDefinition<z.ZodType, z.ZodType>, 'problemPage'>;

/**
 * Makes a route that answers anybody, without looking at who asks: the same for all, so that every cache may keep it.
 * Each answer bears the digest of its bytes as ETag; who has it already gets 304.
 */
export function defineOpenRoute<P extends z.ZodType = z.ZodUnknown, Q extends z.ZodType = z.ZodUnknown>(
  definition: OpenRouteDefinition<P, Q>,
): (request: Request, context: { params: Promise<unknown> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const answered = await answer(definition, request, await context.params);
      return answered.ok ? respond(request, readable(definition, answered.value)) : refuse(definition, answered.error);
    } catch (error) {
      return refuse(definition, unexpectedProblem(error, `GET ${definition.name}`));
    }
  };
}

async function answer<P extends z.ZodType, Q extends z.ZodType>(
  definition: OpenRouteDefinition<P, Q>,
  request: Request,
  rawParams: unknown,
): Promise<Result<OpenAnswer, Problem>> {
  const params = parseInput<z.ZodType>(definition.params ?? z.unknown(), rawParams);
  // An address that cannot exist is one that does not
  if (!params.ok) return { ok: false, error: { code: 'NOT_FOUND' } };
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const query = parseInput<z.ZodType>(definition.query ?? z.unknown(), asked);
  if (!query.ok) return query;
  return definition.run({ params: params.value as z.output<P>, query: query.value as z.output<Q> });
}

function readable({ problemPage }: ProblemDrawing, answered: OpenAnswer): OpenAnswer {
  return problemPage ? answered : { ...answered, headers: { ...READABLE_ANYWHERE, ...answered.headers } };
}

function respond(request: Request, { status = 200, mediaType, body, headers }: OpenAnswer): Response {
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  const all: Record<string, string> = {
    ...{ 'content-type': mediaType, 'cache-control': CACHE, etag, 'x-content-type-options': 'nosniff' },
    ...(mediaType.startsWith('text/html') ? { 'content-security-policy': PAGE_POLICY } : {}),
    ...headers,
  };
  if (status === 200 && matches(request.headers.get('if-none-match'), etag)) {
    const { 'content-type': _none, ...kept } = all;
    return new Response(null, { status: 304, headers: kept });
  }
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers: all });
}

/** RFC 9110: a list of tags, weak ones compared as strong ones; `*` is any. */
function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

/** Not kept by any cache: what is missing now may be published in a minute. */
function refuse(definition: ProblemDrawing, problem: Problem): Response {
  const message = problem.code === 'NOT_FOUND' ? '没有找到所要的公开内容。' : problemMessage(problem);
  const status = httpStatus(problem.code);
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (!definition.problemPage) {
    const all = { ...headers, ...READABLE_ANYWHERE };
    return Response.json({ code: problem.code, message }, { status, headers: all });
  }
  return new Response(definition.problemPage(message), {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY },
  });
}
