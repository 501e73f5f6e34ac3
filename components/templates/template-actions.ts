import type { CommentTemplate, RemarkAnchor, RemarkPlace } from '@/lib/domain/review/comment-template.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { NewTemplate, TemplateChange, TemplateRemoval } from '@/lib/schemas/templates.ts';

/** What is asked of the server about 常用意见. */
export interface TemplateActions {
  readonly listTemplates: () => Promise<Answer<readonly CommentTemplate[]>>;
  readonly createTemplate: (input: NewTemplate) => Promise<Answer<CommentTemplate>>;
  readonly updateTemplate: (input: TemplateChange) => Promise<Answer<unknown>>;
  readonly removeTemplate: (input: TemplateRemoval) => Promise<Answer<unknown>>;
}

/** Present where the reader may use templates. */
export interface Templates {
  readonly actions: TemplateActions;
  /** Whether the reader keeps the bureau's shared ones too. */
  readonly mayShare: boolean;
}

/** Templates where remarks are written, which know the place they are filled from. */
export interface RemarkTemplates extends Templates {
  readonly placeOf: (on: RemarkAnchor) => RemarkPlace;
}
