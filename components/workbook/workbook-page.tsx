'use client';

import { Loader } from '@mantine/core';
import dynamic from 'next/dynamic';
import { patiently } from '@/components/ui/patiently.ts';
import { PlainPage } from '@/components/workspace/plain-page.tsx';

/** The wizard comes when the page is opened, not with the workspace. */
const WorkbookImport = dynamic(
  () => patiently(() => import('./workbook-import.tsx')).then((module) => module.WorkbookImport),
  { loading: () => <Loader aria-label="正在打开" /> },
);

/** 从 Excel 导入: the template to take away, and its way back into the draft. */
export function WorkbookPage() {
  return (
    <PlainPage title="从 Excel 工作簿导入">
      <WorkbookImport />
    </PlainPage>
  );
}
