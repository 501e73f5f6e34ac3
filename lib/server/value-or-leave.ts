import { notFound, redirect } from 'next/navigation';
import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';

/** What a page reads: the value, or the page that says why there is none. */
export function valueOrLeave<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value;
  switch (result.error.code) {
    case 'SIGNED_OUT':
      return redirect('/sign-in');
    case 'FORBIDDEN':
      return redirect('/no-access');
    case 'NOT_FOUND':
      return notFound();
    default:
      throw new Error(problemMessage(result.error));
  }
}
