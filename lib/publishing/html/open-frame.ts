import { Html, type HtmlPart, html } from './html.ts';
import { INDEX_PATH } from './open-paths.ts';
import { OPEN_STYLE } from './open-style.ts';

const SITE = '部门预算公开';

/** A page above this one; the page itself comes last, without an address. */
export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

interface OpenPage {
  /** Of the page; the site's name follows it. Blank: the page of the site itself. */
  readonly title: string;
  readonly description?: string;
  /** The address that stands for this page, e.g. `/open/2023/309001/2`, below `origin` where that is known. */
  readonly canonical?: string;
  /** Beside it in the head. */
  readonly head?: HtmlPart;
  readonly crumbs?: readonly Crumb[];
  readonly body: Html;
}

/** A whole public page: no script, its styles in it, so that it is one answer that any cache may keep. */
export function openPage({ title, description = '', canonical, head = null, crumbs = [], body }: OpenPage): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title === '' ? SITE : `${title} · ${SITE}`}</title>
${description !== '' && html`<meta name="description" content="${description}">`}
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">`}
<link rel="icon" href="data:,">
<style>${new Html(OPEN_STYLE)}</style>
${head}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site"><div class="wide"><a class="name" href="${INDEX_PATH}">${SITE}</a><nav aria-label="网站"><a href="${INDEX_PATH}">公开目录</a><a href="/api/open/v1/openapi.json">数据接口</a></nav></div></header>
<main id="main">
${crumbs.length > 0 && crumbsHtml(crumbs)}
${body}
</main>
<footer><p>页面按公开时定稿的文件展示，内容不作改动；各文件可用其 SHA-256 校验值核对。</p><p>本网站不使用脚本和 Cookie。开放数据接口说明：<a href="/api/open/v1/openapi.json">OpenAPI</a></p></footer>
</body>
</html>
`.text;
}

function crumbsHtml(crumbs: readonly Crumb[]): Html {
  return html`<nav class="crumbs" aria-label="当前位置"><ol>${crumbs.map(({ label, href }) =>
    href === undefined ? html`<li aria-current="page">${label}</li>` : html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>`;
}

/** What is said in the place of a page that there is not. */
export function openProblemPage(message: string): string {
  return openPage({
    title: '未找到',
    head: html`<meta name="robots" content="noindex">`,
    body: html`<h1>未找到</h1>
<p class="alert">${message}</p>
<p>地址可能有误，或者该单位该年度的预算还没有公开。请从<a href="${INDEX_PATH}">公开目录</a>查找，或按部门、单位、项目名称查询：</p>
${searchForm({ words: '', year: null, years: [] })}`,
  });
}

interface SearchForm {
  readonly words: string;
  readonly year: number | null;
  /** Years that one may choose; none: of any year. */
  readonly years: readonly number[];
}

/** Looks for names; works by an address, so that a result can be kept and passed on. */
export function searchForm({ words, year, years }: SearchForm): Html {
  return html`<form class="search" action="${INDEX_PATH}" method="get" role="search">
<label>部门、单位或项目名称<input type="search" name="q" value="${words}" maxlength="50" placeholder="多个词用空格隔开"></label>
${
  years.length > 0 &&
  html`<label>年度<select name="year"><option value="">全部年度</option>${years.map(
    (option) => html`<option value="${option}"${option === year && html` selected`}>${option}年</option>`,
  )}</select></label>`
}
<button type="submit">查询</button>
</form>`;
}
