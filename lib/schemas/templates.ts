import { boolean, object, type output, string, uuid } from 'zod';
import { MAX_TITLE_LENGTH } from '../domain/review/comment-template.ts';
import { MAX_LENGTH, revisionField, text } from './fields.ts';

const words = {
  title: string('请填写标题')
    .trim()
    .min(1, '请填写标题，便于查找')
    .max(MAX_TITLE_LENGTH, `标题最多 ${MAX_TITLE_LENGTH} 个字`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u001f]*$/, '标题中不能有换行等控制字符')
    .refine((value) => value.isWellFormed(), '标题中有无法保存的特殊字符，请删除后重新输入'),
  text: string('请填写意见内容').trim().min(1, '请填写意见内容').pipe(text(MAX_LENGTH.comment)),
};

/** Names a template and the revision of it that somebody saw. */
const templateSeen = { templateId: uuid('常用意见标识无效，请刷新页面后重试'), revision: revisionField };

export const createTemplateSchema = object({ shared: boolean('请选择是否全局共用'), ...words });
export type NewTemplate = output<typeof createTemplateSchema>;

export const updateTemplateSchema = object({ ...templateSeen, ...words });
export type TemplateChange = output<typeof updateTemplateSchema>;

export const removeTemplateSchema = object(templateSeen);
export type TemplateRemoval = output<typeof removeTemplateSchema>;
