import type { Budget, Collection } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { SaveRequest } from '@/lib/schemas/changes.ts';
import { encodeWire } from '@/lib/schemas/wire.ts';
import type { BadCell } from './bad-cells.ts';
import { newKey } from './new-key.ts';

/** What a window could not save, as it is kept in the browser. */
export interface KeptDraft {
  readonly keptAt: string;
  readonly changes: readonly Change[];
  readonly badCells: readonly BadCell[];
  /** The revisions that the changes were made on. */
  readonly revisions: SaveRequest['revisions'];
}

/** How edits are read; lib/schemas has it, and is loaded only when it is needed. */
export interface ChangeDecoder {
  readonly decodeChanges: (text: string) => readonly Change[] | null;
}

/** Each window keeps its own: two windows on one draft don't overwrite each other. */
const WINDOW_ID = newKey();
const PREFIX = 'mingsuan.unsaved.';

const ownKey = (versionId: string): string => `${PREFIX}${versionId}.${WINDOW_ID}`;

/**
 * Keeps what is unsaved of a version in this browser, so that a crash or a closed window loses nothing. Needs
 * nothing that would have to be fetched: the network may be what is missing.
 *
 * @returns false when the browser refuses to keep it (its store is full or switched off)
 */
export function keepDraft(versionId: string, draft: KeptDraft): boolean {
  try {
    const changes = encodeWire(draft.changes);
    localStorage.setItem(ownKey(versionId), JSON.stringify({ ...draft, changes }));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what is kept under a key; without a key, what this window keeps of the version. */
export function forgetKeptDraft(versionId: string, key = ownKey(versionId)): void {
  try {
    localStorage.removeItem(key);
  } catch {
    /* A browser without a store has nothing to forget. */
  }
}

/** Where an earlier window left unsaved edits of a version; null when there are none. */
export function keptDraftKey(versionId: string): string | null {
  try {
    const own = ownKey(versionId);
    return Object.keys(localStorage).find((key) => key.startsWith(`${PREFIX}${versionId}.`) && key !== own) ?? null;
  } catch {
    return null;
  }
}

/** What is kept under a key; null when it can't be read. */
export function readKeptDraft(key: string, codec: ChangeDecoder): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { keptAt, changes, badCells, revisions } = kept as Record<string, unknown>;
    const decoded = typeof changes === 'string' ? codec.decodeChanges(changes) : null;
    if (typeof keptAt !== 'string' || !decoded || !Array.isArray(badCells) || !isRevisions(revisions)) return null;
    const cells = badCells.filter(isBadCell);
    return decoded.length + cells.length > 0 ? { keptAt, changes: decoded, badCells: cells, revisions } : null;
  } catch {
    return null;
  }
}

function isRevisions(value: unknown): value is SaveRequest['revisions'] {
  if (typeof value !== 'object' || value === null) return false;
  const { rows, profile } = value as Record<string, unknown>;
  return typeof rows === 'object' && rows !== null && (profile === undefined || typeof profile === 'number');
}

function isBadCell(cell: unknown): cell is BadCell {
  if (typeof cell !== 'object' || cell === null) return false;
  const { rowKey, field, text, reason } = cell as Record<string, unknown>;
  return [rowKey, field, text, reason].every((part) => typeof part === 'string');
}

/** The edits that can still be applied, in order: others' rows may be gone, one's own may have been saved after all. */
export function applicableChanges(budget: Budget, changes: readonly Change[]): readonly Change[] {
  const lists = new Map<Collection, Set<string>>();
  const keysOf = (collection: Collection): Set<string> => {
    const known = lists.get(collection) ?? new Set((budget[collection] as readonly Row[]).map(({ key }) => key));
    lists.set(collection, known);
    return known;
  };
  return changes.filter((change) => {
    if (change.op === 'profile') return true;
    const keys = keysOf(change.collection);
    const key = change.op === 'insert' ? change.row.key : change.key;
    if (keys.has(key) === (change.op === 'insert')) return false;
    if (change.op === 'insert') keys.add(key);
    else if (change.op === 'delete') keys.delete(key);
    return true;
  });
}
