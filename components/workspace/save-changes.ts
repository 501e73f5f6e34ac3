import type { Result } from '@/lib/domain/result.ts';
import type { Revisions, RowConflict } from '@/lib/domain/workflow/workspace.ts';
import type { SaveRequest } from '@/lib/schemas/changes.ts';
import type { RemoteProfile } from './merge-remote.ts';

/** Somebody else saved what this save is about. */
export interface StaleSave {
  readonly code: 'STALE';
  readonly conflicts: readonly RowConflict[];
  /** The unit's facts and words as they stand now, where these are what somebody else changed. */
  readonly profile: RemoteProfile | null;
}

/** The server gave no answer; the same request may be sent again. */
export interface Unreachable {
  readonly code: 'UNREACHABLE';
}

/** Any other refusal, with its sentence. */
export interface RefusedSave {
  readonly code: 'REFUSED';
  readonly problemCode: string;
  readonly message: string;
}

export type SaveFailure = StaleSave | Unreachable | RefusedSave | { readonly code: 'SIGNED_OUT' };

/**
 * Carries changes to the server; its answer holds the revisions of what was touched. The application gives it to the
 * workspace, which talks to no server itself.
 */
export type SaveChanges = (request: SaveRequest) => Promise<Result<Revisions, SaveFailure>>;
