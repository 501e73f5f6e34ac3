import type { Metadata } from 'next';
import { TemplateLists } from '@/components/templates/template-lists.tsx';
import { requireActor, roleMay } from '@/lib/server/current-actor.ts';
import { valueOrLeave } from '@/lib/server/value-or-leave.ts';
import { listTemplates as list } from '@/lib/services/templates/list-templates.ts';
import { createTemplate, listTemplates, removeTemplate, updateTemplate } from '../../reviews/template-actions.ts';
import { WorkspaceShell } from '../../workspace-shell.tsx';

export const metadata: Metadata = { title: '常用意见' };

/** The reader's own templates of remarks and the bureau's. */
export default async function TemplatesPage() {
  const actor = await requireActor('template.use');
  const templates = valueOrLeave(await list(actor));
  return (
    <WorkspaceShell actor={actor} title="常用意见">
      <TemplateLists
        initial={templates}
        actions={{ listTemplates, createTemplate, updateTemplate, removeTemplate }}
        mayShare={roleMay(actor.role, 'template.manage')}
      />
    </WorkspaceShell>
  );
}
