import type { Change } from '@/lib/domain/budget/changes.ts';
import type { ChangeOrigin } from '@/lib/domain/workflow/change-origin.ts';
import type { Revisions } from '@/lib/domain/workflow/workspace.ts';
import type { SaveRequest } from '@/lib/schemas/changes.ts';
import { changeTarget, coalesceChanges } from './coalesce-changes.ts';
import type { SaveChanges, SaveFailure, StaleSave } from './save-changes.ts';

/** How long a save waits for more edits, so that a quick typist causes few of them. */
const GATHER_MS = 500;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;
/** A large paste goes in several requests, each well below what the server accepts. */
const CHANGES_PER_REQUEST = 5_000;

export type QueueState =
  | { readonly status: 'saved' | 'unsaved' | 'saving' }
  | { readonly status: 'failed'; readonly failure: SaveFailure; readonly retrying: boolean }
  | { readonly status: 'signed-out' }
  | { readonly status: 'conflict'; readonly stale: StaleSave };

interface SaveQueueOptions {
  readonly versionId: string;
  readonly revisions: Revisions;
  readonly save: SaveChanges;
  readonly newRequestId: () => string;
  /**
   * Called with the changes of each request that the server has applied, before `onChange`; `wrote` is false where the
   * answer does not show that anything was written: then its content revision may be another's save.
   */
  readonly onConfirmed: (changes: readonly Change[], wrote: boolean) => void;
  /** Called after every change of state or of what is unsaved. */
  readonly onChange: () => void;
}

/**
 * Carries the edits of one draft to the server, one request at a time and in order. Nothing leaves the queue before
 * the server has confirmed it; a request that got no answer is repeated under the same id.
 */
export class SaveQueue {
  state: QueueState = { status: 'saved' };
  revisions: Revisions;
  readonly #options: SaveQueueOptions;
  #waiting: readonly Change[] = [];
  /** Where what waits came from, by its target; what was typed is missing. */
  readonly #origins = new Map<string, ChangeOrigin>();
  #sent: SaveRequest | null = null;
  #sending = false;
  #retries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SaveQueueOptions) {
    this.#options = options;
    this.revisions = options.revisions;
  }

  /** What the server has not confirmed yet, in order. */
  get unsaved(): readonly Change[] {
    return this.#sent ? coalesceChanges([...this.#sent.changes, ...this.#waiting]) : this.#waiting;
  }

  /** What waits for its turn; what is on its way, or may have arrived without an answer, is not in it. */
  get waiting(): readonly Change[] {
    return this.#waiting;
  }

  /** Whether a request is under way, or went without an answer: until it is sent again nobody knows whether it arrived. */
  get hasUnconfirmed(): boolean {
    return this.#sent !== null;
  }

  /** @param origin where the changes came from, for the record */
  push(changes: readonly Change[], origin?: ChangeOrigin): void {
    if (origin) for (const change of changes) this.#origins.set(changeTarget(change), origin);
    this.#waiting = coalesceChanges([...this.#waiting, ...changes]);
    if (this.state.status === 'conflict' || this.state.status === 'signed-out') this.#options.onChange();
    else if (this.#sending) this.#options.onChange();
    else if (this.#sent === null && this.#waiting.length === 0) this.#enter({ status: 'saved' });
    else {
      this.#enter({ status: 'unsaved' });
      this.#sendIn(GATHER_MS);
    }
  }

  /** Sends what is waiting now; also after a failure. Does nothing while a conflict is open or a save is under way. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#sending || this.state.status === 'conflict') return;
    this.#sent ??= this.#nextRequest();
    if (!this.#sent) return;
    this.#sending = true;
    this.#enter({ status: 'saving' });
    const outcome = await this.#options.save(this.#sent);
    this.#sending = false;
    if (outcome.ok) this.#confirmed(outcome.value);
    else this.#refused(outcome.error);
  }

  /**
   * Replaces what waits to be saved of one target.
   *
   * @param target as `changeTarget` names it
   * @param change what shall still be saved of it, null for nothing
   * @param revision the revision that is now known, null for a row that the server does not have, undefined: as before
   */
  settle(target: string, change: Change | null, revision: number | null | undefined): void {
    this.#waiting = this.#waiting.filter((waiting) => changeTarget(waiting) !== target);
    if (change) this.#waiting = [...this.#waiting, change];
    if (revision === undefined) return;
    if (target === 'profile') {
      if (revision !== null) this.revisions = { ...this.revisions, profile: revision };
      return;
    }
    const key = target.slice(target.indexOf('/') + 1);
    const { [key]: _, ...rows } = this.revisions.rows;
    this.revisions = { ...this.revisions, rows: revision === null ? rows : { ...rows, [key]: revision } };
  }

  /** The revisions that were read of what `changes` touch. */
  seenRevisions(changes: readonly Change[]): SaveRequest['revisions'] {
    const rows: Record<string, number> = {};
    for (const change of changes) {
      if (change.op !== 'update' && change.op !== 'delete') continue;
      const revision = this.revisions.rows[change.key];
      if (revision !== undefined) rows[change.key] = revision;
    }
    return changes.some(({ op }) => op === 'profile') ? { rows, profile: this.revisions.profile } : { rows };
  }

  /**
   * Goes on saving once what was refused is merged.
   *
   * @param milliseconds how long to wait before
   */
  resume(milliseconds = 0): void {
    if (this.#sending || this.#sent !== null) return;
    this.#enter({ status: this.#waiting.length === 0 ? 'saved' : 'unsaved' });
    if (this.#waiting.length > 0) this.#sendIn(milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #nextRequest(): SaveRequest | null {
    if (this.#waiting.length === 0) return null;
    const changes = this.#waiting.slice(0, CHANGES_PER_REQUEST);
    this.#waiting = this.#waiting.slice(CHANGES_PER_REQUEST);
    return {
      requestId: this.#options.newRequestId(),
      versionId: this.#options.versionId,
      changes,
      revisions: this.seenRevisions(changes),
      ...this.#originsOf(changes),
    };
  }

  /** Where the changes that go now came from; nothing where all of them were typed. */
  #originsOf(changes: readonly Change[]): Pick<SaveRequest, 'origins'> {
    const origins: Partial<Record<ChangeOrigin, string[]>> = {};
    for (const change of changes) {
      const target = changeTarget(change);
      const origin = this.#origins.get(target);
      if (!origin) continue;
      const keys = origins[origin] ?? [];
      keys.push(target.slice(target.indexOf('/') + 1));
      origins[origin] = keys;
    }
    return Object.keys(origins).length > 0 ? { origins } : {};
  }

  #confirmed(saved: Revisions): void {
    const rows = { ...this.revisions.rows, ...saved.rows };
    const changes = this.#sent?.changes ?? [];
    for (const change of changes) if (change.op === 'delete') delete rows[change.key];
    for (const change of changes) this.#origins.delete(changeTarget(change));
    /* The profile's revision may be another's save that this window has not seen: taken over, it would hide that. */
    const profile = changes.some(({ op }) => op === 'profile') ? saved.profile : this.revisions.profile;
    const wrote = Object.keys(saved.rows).length > 0 || profile !== this.revisions.profile;
    this.revisions = { rows, profile, content: saved.content };
    this.#sent = null;
    this.#options.onConfirmed(changes, wrote);
    this.#retries = 0;
    this.#enter({ status: this.#waiting.length === 0 ? 'saved' : 'unsaved' });
    if (this.#waiting.length > 0) this.#sendIn(0);
  }

  #refused(failure: SaveFailure): void {
    if (failure.code === 'SIGNED_OUT') {
      this.#enter({ status: 'signed-out' });
    } else if (mayPass(failure)) {
      this.#retries += 1;
      this.#enter({ status: 'failed', failure, retrying: true });
      this.#sendIn(Math.min(FIRST_RETRY_MS * 2 ** (this.#retries - 1), LAST_RETRY_MS));
    } else {
      this.#waiting = this.unsaved;
      this.#sent = null;
      this.#enter(
        failure.code === 'STALE'
          ? { status: 'conflict', stale: failure }
          : { status: 'failed', failure, retrying: false },
      );
    }
  }

  #sendIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #enter(state: QueueState): void {
    this.state = state;
    this.#options.onChange();
  }
}

/** Failures that a later attempt may not meet. */
function mayPass(failure: SaveFailure): boolean {
  if (failure.code === 'UNREACHABLE') return true;
  return failure.code === 'REFUSED' && ['UNAVAILABLE', 'UNEXPECTED', 'TOO_MANY_REQUESTS'].includes(failure.problemCode);
}
