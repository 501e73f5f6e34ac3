import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { DraftStore } from './draft-store.ts';
import type { SaveChanges } from './save-changes.ts';

/** Stores of this browser window: leaving a budget and coming back finds what was not saved yet. */
const stores = new Map<string, DraftStore>();

/**
 * The store of a version in this window; once made it is used again, because the router may show a page that it loaded
 * before later saves. `refresh` brings it up to date. On the server each request has a store of its own.
 */
export function draftStoreFor(workspace: BudgetWorkspace, save: SaveChanges): DraftStore {
  if (typeof window === 'undefined') return new DraftStore(workspace, save);
  const existing = stores.get(workspace.version.id);
  if (existing) return existing;
  const store = new DraftStore(workspace, save);
  stores.set(workspace.version.id, store);
  return store;
}
