import type { Metadata } from 'next';
import { PackageStart } from '@/components/start/package-start.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '导入预算数据包' };

export default async function StartFromPackagePage() {
  await requireActor('budget.read');
  return <PackageStart />;
}
