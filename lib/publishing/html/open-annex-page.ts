import { leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import type { AnnexJson } from '../json/render-annex-json.ts';
import { annexHtml } from './annex-html.ts';
import { type AnnexOrder, sortableColumns } from './annex-order.ts';
import { dataLinksHtml } from './edition-files.ts';
import { type Html, html } from './html.ts';
import { type EditionStanding, editionCrumbs } from './open-edition-page.ts';
import { openPage } from './open-frame.ts';
import { annexPath, editionPath } from './open-paths.ts';
import { dayOf, editionName, withoutUnit } from './open-words.ts';

interface OpenAnnexPage extends EditionStanding {
  readonly annex: AnnexJson;
  /** Ids of all annexes of the edition, in their order. */
  readonly annexIds: readonly string[];
  /** Null: as it prints. */
  readonly order: AnnexOrder | null;
}

/** One annex of a published edition alone, which can be sorted by its columns without a script. */
export function openAnnexPage(page: OpenAnnexPage): string {
  const { edition, annex, order, origin, current } = page;
  const title = withoutUnit(annex.title, edition);
  const name = editionName(edition);
  const crumbs = editionCrumbs(edition);
  return openPage({
    title: `${annex.number} ${title} · ${name}`,
    description: `${name}公开的${annex.number}：${title}${annex.unit === '' ? '' : `（单位：${annex.unit}）`}，可按列排序，提供 CSV 和 JSON。`,
    canonical: `${origin}${annexPath(edition, annex.annex)}`,
    crumbs: [
      ...crumbs.slice(0, -1),
      { label: crumbs.at(-1)?.label ?? name, href: editionPath(edition) },
      { label: annex.number },
    ],
    body: html`${annexHtml({
      ...{ annex, title, level: 1, sorting: { order } },
      actions: html`<p class="meta"><a href="${editionPath(edition)}">${name}</a> · ${dayOf(edition.publishedAt)}公开</p>
${
  current.number !== edition.number &&
  html`<p class="alert">本次公开之后另有更正，以<a href="${editionPath(current)}">第${current.number}次公开</a>为准。</p>`
}
<p class="actions">下载本表：${dataLinksHtml(edition, annex)}</p>
${orderHtml(page)}`,
    })}
${neighboursHtml(page)}`,
  });
}

/** How the table is sorted now, in words, and the way back. */
function orderHtml({ edition, annex, order }: OpenAnnexPage): Html {
  if (sortableColumns(annex).size === 0) return html``;
  const column = leafColumns(annex.columns).find(({ key }) => key === order?.column);
  if (!order || !column) return html`<p class="hint">点列标题即可按该列排序；可以选中表格，复制到 Excel 或 WPS。</p>`;
  const isNested = annex.rows.some(({ level }) => level > 1);
  return html`<p class="hint" role="status">已按“${column.label}”${order.direction === 'desc' ? '从大到小' : '从小到大'}排列${isNested && '，下级科目随其上级，同级之间比较'}。<a href="${annexPath(edition, annex.annex)}">恢复原来的顺序</a></p>`;
}

/** The annexes before and after this one. */
function neighboursHtml({ edition, annex, annexIds }: OpenAnnexPage): Html {
  const at = annexIds.indexOf(annex.annex);
  const [before, after] = [at > 0 ? annexIds[at - 1] : undefined, annexIds[at + 1]];
  return html`<nav class="pager" aria-label="其他附表"><ul>${
    before !== undefined && html`<li><a rel="prev" href="${annexPath(edition, before)}">上一张</a></li>`
  }<li><a href="${editionPath(edition)}#annexes">全部附表</a></li>${
    after !== undefined && html`<li><a rel="next" href="${annexPath(edition, after)}">下一张</a></li>`
  }</ul></nav>`;
}
