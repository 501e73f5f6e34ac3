import { noticePath } from '../domain/notices/notice.ts';
import { noticeSentence, type WordedNotice } from './notice-sentence.ts';

/** Sentences beyond these stand in the app alone. */
const MAX_SENTENCES = 30;

export interface NoticeMail {
  readonly subject: string;
  readonly text: string;
}

/**
 * The mail that tells somebody their notices, several together. Its subject names a number alone, its body what stands
 * in the list of the app: no amounts, no projects.
 *
 * @param origin where people reach the system; null: it is not known, so there are no links
 */
export function noticeMail(
  displayName: string,
  notices: readonly (WordedNotice & { readonly budgetId: string | null })[],
  origin: string | null,
): NoticeMail {
  const shown = notices.slice(0, MAX_SENTENCES);
  const lines = shown.map((notice, index) => {
    const link = origin === null ? '' : `\n   ${origin}${noticePath(notice)}`;
    return `${index + 1}. ${noticeSentence(notice)}${link}`;
  });
  const rest = notices.length - shown.length;
  return {
    subject: `明算：您有 ${notices.length} 项待办`,
    text: [
      `${displayName}，您好：`,
      lines.join('\n'),
      ...(rest > 0 ? [`另有 ${rest} 项，请登录系统查看。`] : []),
      ['本邮件由明算系统自动发出，请勿回复。', '不需要邮件时，请登录后在“账号与密码”中关闭。'].join('\n'),
      '',
    ].join('\n\n'),
  };
}
