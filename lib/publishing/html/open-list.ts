import type { EditionSummary, PublicEdition } from '@/lib/domain/editions/edition.ts';
import { foundProjects } from '@/lib/domain/editions/search-words.ts';
import { type Html, html } from './html.ts';
import { departmentPath, unitYearPath } from './open-paths.ts';
import { changePercent, dateOf, wanYuan } from './open-words.ts';

export interface ListedEdition extends PublicEdition {
  readonly summary: EditionSummary;
  readonly projectNames: readonly string[];
}

interface EditionList {
  readonly editions: readonly ListedEdition[];
  /** What the table is of, for those who do not see where it stands. */
  readonly label: string;
  /** The words that were looked for, folded. */
  readonly words?: readonly string[];
  /** Whether each edition names its department; of one department alone the page does. */
  readonly withDepartment: boolean;
}

const SHOWN_PROJECTS = 5;

/** Editions as a table: whose, how much, compared with last year. A telephone shows the first of these columns. */
export function editionListHtml({ editions, label, words = [], withDepartment }: EditionList): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="list">
<caption class="unit">单位：万元</caption>
<thead><tr><th scope="col">单位</th>${withDepartment && html`<th scope="col" class="extra">主管部门</th>`}<th scope="col">支出合计</th><th scope="col" class="extra">一般公共预算<wbr>财政拨款支出</th><th scope="col"><abbr title="一般公共预算财政拨款支出比上年增减">比上年</abbr></th><th scope="col" class="extra">“三公”经费</th><th scope="col" class="extra">公开日期</th></tr></thead>
<tbody>${editions.map((edition) => rowHtml(edition, words, withDepartment))}</tbody></table></div>`;
}

function rowHtml(edition: ListedEdition, words: readonly string[], withDepartment: boolean): Html {
  const { unitName, departmentName, isMerged, state, number, publishedAt, summary } = edition;
  const department =
    withDepartment && html`<td class="extra"><a href="${departmentPath(edition)}">${departmentName}</a></td>`;
  const name = html`<th scope="row"><a href="${unitYearPath(edition)}">${unitName}${isMerged && '（部门汇总）'}</a>${projectsHtml(edition, words)}</th>`;
  if (state === 'WITHDRAWN') {
    return html`<tr>${name}${department}<td colspan="2">已撤下</td><td class="extra" colspan="3"></td></tr>`;
  }
  const { expenditureFen, general, threePublic } = summary;
  const change = general.priorFen === null ? '–' : changePercent(BigInt(general.amountFen), BigInt(general.priorFen));
  return html`<tr>${name}${department}<td class="n">${wanYuan(expenditureFen)}</td><td class="n extra">${wanYuan(general.amountFen)}</td><td class="n">${change}</td><td class="n extra">${wanYuan(threePublic.at(-1)?.amountFen ?? '0')}</td><td class="extra day">${dateOf(publishedAt)}${number > 1 && html`<br>第${number}次公开`}</td></tr>`;
}

function projectsHtml({ state, projectNames, unitName, departmentName }: ListedEdition, words: readonly string[]) {
  if (state === 'WITHDRAWN') return null;
  const found = foundProjects(projectNames, words, [unitName, departmentName]);
  if (found.length === 0) return null;
  const more = found.length > SHOWN_PROJECTS ? `等${found.length}个项目` : '';
  return html`<br><span class="found">项目：${found.slice(0, SHOWN_PROJECTS).join('、')}${more}</span>`;
}
