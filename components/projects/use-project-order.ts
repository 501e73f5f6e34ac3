'use client';

import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { moveProjectChange } from '@/lib/domain/projects/arrange-projects.ts';
import type { Project } from '@/lib/domain/projects/project.ts';
import { projectTitle } from './new-project.ts';

/** Moves projects up and down their list, by Alt with an arrow or by dragging; the keyboard stays with the project. */
export function useProjectOrder() {
  const { budget, edit } = useDraft();
  const { projects } = budget;
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [announcement, announce] = useState('');
  const refocus = useRef<HTMLElement | null>(null);
  /* The browser takes the keyboard from an element that is put elsewhere. */
  useLayoutEffect(() => {
    refocus.current?.focus();
    refocus.current = null;
  });

  const move = (project: Project, to: number) => {
    const change = moveProjectChange(projects, project.key, to);
    if (!change) return false;
    edit([change], `移动项目“${projectTitle(project)}”`);
    const place = Math.max(0, Math.min(projects.length - 1, to)) + 1;
    announce(`“${projectTitle(project)}”已移到第 ${place} 位，共 ${projects.length} 个。`);
    return true;
  };

  const rowProps = (project: Project, index: number) => ({
    'data-dragged': dragged === project.key || undefined,
    'data-over': over === project.key && dragged !== project.key ? true : undefined,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (!event.altKey || step === 0) return;
      event.preventDefault();
      if (move(project, index + step) && event.target instanceof HTMLElement) refocus.current = event.target;
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      setOver(project.key);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const moved = projects.find(({ key }) => key === dragged);
      if (moved) move(moved, index);
      setDragged(null);
      setOver(null);
    },
  });

  const handleProps = (project: Project) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', projectTitle(project));
      setDragged(project.key);
    },
    onDragEnd: () => {
      setDragged(null);
      setOver(null);
    },
  });
  return { rowProps, handleProps, announcement };
}
