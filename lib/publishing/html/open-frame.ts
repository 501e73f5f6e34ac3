import { Html, type HtmlPart, html } from './html.ts';
import { OPEN_STYLE } from './open-style.ts';

interface OpenPage {
  readonly title: string;
  readonly description?: string;
  /** Path of the address that stands for this page, e.g. `/open/2023/309001/2`. */
  readonly canonical?: string;
  /** Beside it in the head. */
  readonly head?: HtmlPart;
  readonly body: Html;
}

/** A whole public page: no script, its styles in it, so that it is one answer that any cache may keep. */
export function openPage({ title, description = '', canonical, head = null, body }: OpenPage): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
${description !== '' && html`<meta name="description" content="${description}">`}
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">`}
<style>${new Html(OPEN_STYLE)}</style>
${head}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site"><nav aria-label="网站"><a href="/open">部门预算公开</a></nav></header>
<main id="main">
${body}
</main>
<footer>数据按公开时的文件原样展示，可用文件的 SHA-256 校验。开放数据接口说明：<a href="/api/open/v1/openapi.json">OpenAPI</a>。</footer>
</body>
</html>
`.text;
}

/** What is said in the place of a page that there is not. */
export function openProblemPage(message: string): string {
  return openPage({
    title: '未找到 · 部门预算公开',
    body: html`<h1>未找到</h1><p>${message}</p><p><a href="/open">返回公开目录</a></p>`,
  });
}
