import type { InputIssue } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { contentOfChanges, type StartContent } from '@/lib/domain/start/start-part.ts';

/** Why a package cannot be taken: a sentence, or each fault with its path in the file. */
export interface PackageFault {
  readonly message: string;
  readonly issues: readonly InputIssue[];
}

const UNREACHABLE = '没有连上服务器，数据包没有读入。请检查网络后再试一次。';

export interface PackageRead {
  readonly content: StartContent;
  /** What the package says that is not taken over, a sentence each. */
  readonly notes: readonly string[];
}

/** Has the server read a package for a draft; nothing is written by it. */
export async function readPackage(budgetId: string, text: string): Promise<Result<PackageRead, PackageFault>> {
  try {
    const { packagePreviewSchema } = await import('@/lib/schemas/changes.ts');
    const response = await fetch(`/api/v1/budgets/${encodeURIComponent(budgetId)}/package-preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) return fail(faultOf(answer));
    const { changes, notes } = packagePreviewSchema.parse(answer);
    return ok({ content: contentOfChanges(changes), notes });
  } catch {
    return fail({ message: UNREACHABLE, issues: [] });
  }
}

function faultOf(answer: unknown): PackageFault {
  const { message, issues } = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  return {
    message: typeof message === 'string' ? message : UNREACHABLE,
    issues: Array.isArray(issues) ? issues.filter(isIssue) : [],
  };
}

function isIssue(value: unknown): value is InputIssue {
  if (typeof value !== 'object' || value === null) return false;
  return 'path' in value && typeof value.path === 'string' && 'message' in value && typeof value.message === 'string';
}
