import type { Metadata } from 'next';
import { WorkbookPage } from '@/components/workbook/workbook-page.tsx';
import { requireActor } from '@/lib/server/current-actor.ts';

export const metadata: Metadata = { title: '从 Excel 导入' };

export default async function StartFromWorkbookPage() {
  await requireActor('budget.read');
  return <WorkbookPage />;
}
