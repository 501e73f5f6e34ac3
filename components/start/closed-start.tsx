'use client';

import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { sectionNames } from '@/lib/messages/section-lock-message.ts';

/** Why nothing can be taken into the draft as a whole; null where it can. */
export function useClosedStart() {
  const { workspace, readOnly } = useDraft();
  const { lockedSections } = workspace.version;
  if (readOnly) return <EmptyState title="这一版不能修改" text="只有草稿可以写入内容，并且需要编制权限。" />;
  if (lockedSections.length === 0) return null;
  const text = `本次退回只要求修改部分内容，${sectionNames(lockedSections)}已锁定，不能整体导入。请在未锁定的页面中修改；确需整体导入时，请联系审核人放开。`;
  return <EmptyState title="部分内容已锁定" text={text} />;
}
