import type { NarrativeParagraph, NarrativeSection } from '@/lib/domain/narrative/narrative-document.ts';
import { eachAnnex } from '../annex-error.ts';
import { draftMark, type Publication } from '../publication.ts';
import { escapeMarkup } from '../xml-text.ts';
import { annexSection } from './annex-section.ts';
import { STYLE } from './style.ts';

/**
 * The publication as one web page that needs nothing else: no script, no font, no picture is fetched. Tables have
 * captions and scoped headings; printed, each annex begins a page that stands as the PDF's does.
 */
export function renderHtml(publication: Publication): string {
  const { titleLines, organisation, versionLabel, stateLabel, date, tables } = publication;
  const title = escapeMarkup(titleLines.join(''));
  const mark = draftMark(publication);
  const about = `${organisation}　${versionLabel}（${stateLabel}）　${date}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeMarkup(organisation)}">
<title>${title}${mark === null ? '' : `（${escapeMarkup(mark)}）`}</title>
<style>
${STYLE}
</style>
</head>
<body>
<a class="skip" href="#content">跳到正文</a>
<header>
<h1>${titleLines.map(escapeMarkup).join('<br>')}</h1>
<p class="about">${escapeMarkup(about)}</p>${mark === null ? '' : `\n<p class="draft">${escapeMarkup(mark)}</p>`}
</header>
${contents(publication)}<main id="content">
${[narrative(publication), ...eachAnnex(tables, annexSection)].filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}

function contents({ narrative: words, tables }: Publication): string {
  const entries = [
    ...(words ? ['<li><a href="#narrative">部门预算情况说明</a></li>'] : []),
    ...tables.map(
      ({ annex, number, title }) => `<li><a href="#annex-${annex}">${escapeMarkup(`${number} ${title}`)}</a></li>`,
    ),
  ];
  return entries.length < 2 ? '' : `<nav aria-label="目录">\n<ol>\n${entries.join('\n')}\n</ol>\n</nav>\n`;
}

function narrative({ narrative: words }: Publication): string {
  if (!words) return '';
  const parts = [...words.sections.flatMap(sectionLines), ...words.closing.map(paragraph)];
  return `<section aria-labelledby="narrative">
<h2 id="narrative">部门预算情况说明</h2>
${parts.join('\n')}
</section>`;
}

/** The page's own title is the first level and 情况说明 the second, so that the narrative's headings begin at the third. */
function sectionLines({ heading, level, paragraphs, sections }: NarrativeSection): string[] {
  return [
    `<h${level + 2}>${escapeMarkup(heading)}</h${level + 2}>`,
    ...paragraphs.map(paragraph),
    ...sections.flatMap(sectionLines),
  ];
}

function paragraph({ lead, runs }: NarrativeParagraph): string {
  const words = escapeMarkup(runs.map(({ text }) => text).join(''));
  return `<p>${lead ? `<span class="lead">${escapeMarkup(lead)}</span>` : ''}${words}</p>`;
}
