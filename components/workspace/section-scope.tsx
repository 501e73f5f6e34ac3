'use client';

import { type ReactNode, useMemo } from 'react';
import type { Section } from '@/lib/domain/checks/finding.ts';
import { DraftContext, isEditable, useDraft } from './draft-context.tsx';

interface SectionScopeProps {
  /** Null: what may be written whatever is locked, e.g. 增减原因. */
  section: Section | null;
  children: ReactNode;
}

/** Everything below is about one section: it only shows where a return left the section locked (只退回部分内容). */
export function SectionScope({ section, children }: SectionScopeProps) {
  const draft = useDraft();
  const { workspace } = draft;
  const isLocked = section !== null && workspace.version.lockedSections.includes(section);
  const readOnly = isLocked || !isEditable(workspace);
  const scoped = useMemo(() => (draft.readOnly === readOnly ? draft : { ...draft, readOnly }), [draft, readOnly]);
  return <DraftContext value={scoped}>{children}</DraftContext>;
}
