import { useCallback, useState } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import type { CommentTemplate } from '@/lib/domain/review/comment-template.ts';
import type { TemplateActions } from './template-actions.ts';

interface TemplateList {
  /** Null: not read yet. */
  readonly templates: readonly CommentTemplate[] | null;
  /** Why the list did not come; the one that was there before stays. */
  readonly failure: string | null;
  /** Reads the list, again where it was read before. */
  readonly load: () => Promise<void>;
}

/** The reader's own templates and the bureau's, read when they are wanted. */
export function useTemplateList(
  listTemplates: TemplateActions['listTemplates'],
  initial: readonly CommentTemplate[] | null = null,
): TemplateList {
  const [templates, setTemplates] = useState(initial);
  const [failure, setFailure] = useState<string | null>(null);
  const load = useCallback(async () => {
    const answer = await callAction(listTemplates);
    if (answer.ok) setTemplates(answer.value);
    setFailure(answer.ok ? null : answer.message);
  }, [listTemplates]);
  return { templates, failure, load };
}

/** Whether every word of what is typed stands in a template. */
export function matchesTemplate({ title, text }: CommentTemplate, typed: string): boolean {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/);
  const searched = `${title} ${text}`.toLowerCase();
  return words.every((word) => searched.includes(word));
}
