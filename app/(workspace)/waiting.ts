import { WAITING_KINDS, type Waiting, type WaitingKind } from '@/lib/domain/notices/waiting.ts';
import type { SignedInActor } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { whatWaits } from '@/lib/services/notices/what-waits.ts';

export type WaitingParams = Promise<{ readonly waiting?: string | string[] }>;

interface WaitingPage {
  readonly waiting: readonly Waiting[];
  readonly chosen: WaitingKind | null;
  /** Of a page's budgets those that the address asks for with `?waiting=…`; all where it asks for nothing that waits. */
  readonly narrow: <T extends { readonly budgetId: string | null }>(budgets: readonly T[]) => readonly T[];
}

/** What waits for the actor on a start page, and what the address narrows its list to. */
export async function waitingOf(actor: SignedInActor, params: WaitingParams): Promise<WaitingPage> {
  const waiting = valueOrLeave(await whatWaits(actor));
  const { waiting: asked } = await params;
  const chosen = WAITING_KINDS.find((kind) => kind === asked && waiting.some((item) => item.kind === kind)) ?? null;
  const ids = new Set(waiting.find(({ kind }) => kind === chosen)?.budgetIds);
  return {
    waiting,
    chosen,
    narrow: (budgets) =>
      ids.size === 0 ? budgets : budgets.filter((it) => it.budgetId !== null && ids.has(it.budgetId)),
  };
}
