import type { ReactNode } from 'react';
import { requireActor } from '@/lib/server/current-actor.ts';

/** A first gate only: a layout is not rendered again as one moves about, so each page asks for itself as well. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  await requireActor();
  return children;
}
