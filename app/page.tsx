import { redirect } from 'next/navigation';
import { requireActor } from '@/lib/server/current-actor.ts';
import { startPath } from './(workspace)/main-navigation.ts';

export default async function HomePage() {
  const actor = await requireActor();
  redirect(startPath(actor.role));
}
