import { type Html, html } from './html.ts';
import { openPage, searchForm } from './open-frame.ts';
import { editionListHtml, type ListedEdition } from './open-list.ts';
import { INDEX_PATH, yearPath } from './open-paths.ts';

interface OpenIndex {
  /** Those of this page. */
  readonly editions: readonly ListedEdition[];
  /** How many there are on all pages. */
  readonly total: number;
  /** From 1 on. */
  readonly page: number;
  readonly perPage: number;
  /** What was typed, and the words it was read as. */
  readonly typed: string;
  readonly words: readonly string[];
  /** The year that is shown; null: all of them. */
  readonly year: number | null;
  /** Years that one may choose, newest first, with how many budgets were published. */
  readonly years: readonly { readonly year: number; readonly count: number }[];
  /** The address of the site without a path; blank: not known. */
  readonly origin: string;
}

/** The list of what is published, a year at a time or what a search found. */
export function openIndexPage(index: OpenIndex): string {
  const { typed, words, year, years, origin, page } = index;
  const isSearch = words.length > 0;
  const isNewest = year === null || year === years[0]?.year;
  const place =
    isSearch || (isNewest && page === 1) ? INDEX_PATH : page === 1 ? yearPath(year ?? 0) : pageHref(index, page);
  return openPage({
    title: isSearch ? `查询“${typed}”` : page > 1 ? `${year}年第${page}页` : year === null ? '' : `${year}年`,
    description: '各部门、各单位的预算情况说明、附表、图表和开放数据，按年度和部门查阅，按项目名称查询。',
    canonical: `${origin}${place}`,
    head: isSearch && html`<meta name="robots" content="noindex,follow">`,
    body: html`<h1>部门预算公开</h1>
<p class="lead">查阅各部门、各单位的预算：有多少钱、用在哪里、比上年增减多少。</p>
${searchForm({ words: typed, year: isSearch ? year : null, years: years.map((option) => option.year) })}
${isSearch ? resultHtml(index) : yearHtml(index)}`,
  });
}

/** A year's list, and the way to the other years. */
function yearHtml(index: OpenIndex): Html {
  const { year, years, total } = index;
  if (years.length === 0) return html`<p class="alert">还没有公开的预算。</p>`;
  return html`<nav aria-label="年度"><ul class="years">${years.map(
    (option) =>
      html`<li><a href="${yearPath(option.year)}"${option.year === year && html` aria-current="page"`}>${option.year}年<span class="count">${option.count}份</span></a></li>`,
  )}</ul></nav>
<h2>${year}年</h2>
${total === 0 ? html`<p class="alert">${year}年没有公开的预算，请另选年度。</p>` : pageHtml(index, [year ?? 0])}`;
}

function resultHtml(index: OpenIndex): Html {
  const { typed, year, total, editions } = index;
  if (total === 0) {
    return html`<p class="alert" role="status">没有找到与“${typed}”有关的公开内容${year !== null && `（${year}年）`}。</p>
<p>可以减少或改换词语，${year !== null && html`在<a href="${INDEX_PATH}?q=${encodeURIComponent(typed)}">全部年度</a>中查询，`}或从<a href="${INDEX_PATH}">公开目录</a>按部门查找。</p>`;
  }
  return html`<p role="status">与“${typed}”有关的公开内容${year !== null && `（${year}年）`}共 ${total} 项。</p>
${pageHtml(index, [...new Set(editions.map((edition) => edition.year))])}`;
}

/** A page of the list by year, and the way to the other pages. */
function pageHtml(index: OpenIndex, years: readonly number[]): Html {
  const { editions, words, page, total, perPage } = index;
  const pages = Math.ceil(total / perPage);
  if (editions.length === 0) {
    return html`<p class="alert">没有第 ${page} 页，共 ${pages} 页。<a href="${pageHref(index, 1)}">回到第 1 页</a></p>`;
  }
  return html`${years.map(
    (year) =>
      html`${words.length > 0 && html`<h2>${year}年</h2>`}${editionListHtml({
        ...{ label: `${year}年公开的预算`, words, withDepartment: true },
        editions: editions.filter((edition) => edition.year === year),
      })}`,
  )}${pages > 1 && pagerHtml(index, pages)}`;
}

function pagerHtml(index: OpenIndex, pages: number): Html {
  const { page, total } = index;
  const numbers = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  );
  return html`<nav class="pager" aria-label="分页"><p>共 ${total} 项，第 ${page} / ${pages} 页</p><ul>${
    page > 1 && html`<li><a rel="prev" href="${pageHref(index, page - 1)}">上一页</a></li>`
  }${numbers.map(
    (number, at) =>
      html`${at > 0 && number - (numbers[at - 1] ?? 0) > 1 && html`<li aria-hidden="true">…</li>`}<li><a href="${pageHref(index, number)}" aria-label="第${number}页"${number === page && html` aria-current="page"`}>${number}</a></li>`,
  )}${page < pages && html`<li><a rel="next" href="${pageHref(index, page + 1)}">下一页</a></li>`}</ul></nav>`;
}

function pageHref({ typed, year }: OpenIndex, page: number): string {
  const query = new URLSearchParams({
    ...(typed === '' ? {} : { q: typed }),
    ...(year === null ? {} : { year: `${year}` }),
    ...(page === 1 ? {} : { page: `${page}` }),
  });
  return `${INDEX_PATH}?${query}`;
}
