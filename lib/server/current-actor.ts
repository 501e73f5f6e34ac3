import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { type Action, PERMISSIONS } from '@/lib/domain/workflow/permissions.ts';
import type { Role } from '@/lib/domain/workflow/roles.ts';
import { readSession } from '@/lib/services/sessions/read-session.ts';
import type { SignedInActor } from '@/lib/services/sessions/signed-in-actor.ts';
import { safePath } from './safe-path.ts';
import { authOptions } from './session/auth-options.ts';

export type { SignedInActor };

/** A right of the permission table, or the explicit word that being signed in is enough. */
export type Requirement = Action | 'signed-in';

/**
 * Who is signed in, or null. The session row, the user and the acting role are read from the database, once in a
 * request: a revoked session, a disabled user or a withdrawn role ends at once.
 */
export const currentActor = cache(async (): Promise<SignedInActor | null> => {
  const session = await getServerSession(authOptions());
  return session?.sessionId ? readSession(session.sessionId) : null;
});

/** Whether the role has the right on some unit at least; on which, the service decides by `authorize`. */
export function roleMay(role: Role, requirement: Requirement): boolean {
  return requirement === 'signed-in' || PERMISSIONS[role][requirement] !== undefined;
}

/**
 * The gate of every page: sends to /sign-in who is signed out, to /first-password who must choose a password first, and to
 * /no-access whose role lacks the right.
 */
export async function requireActor(requirement: Requirement = 'signed-in'): Promise<SignedInActor> {
  const actor = await currentActor();
  if (!actor) redirect(await signInPath());
  if (actor.mustChangePassword) redirect('/first-password');
  if (!roleMay(actor.role, requirement)) redirect('/no-access');
  return actor;
}

/** Sign-in, and from there back to the page that was asked for (proxy.ts notes its address). */
async function signInPath(): Promise<string> {
  const path = safePath((await headers()).get('x-path'));
  return path === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ reason: 'ended', next: path })}`;
}
