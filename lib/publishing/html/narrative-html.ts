import type {
  NarrativeDocument,
  NarrativeParagraph,
  NarrativeSection,
} from '@/lib/domain/narrative/narrative-document.ts';
import { type Html, html } from './html.ts';

/** The narrative below the headings of its page. */
export function narrativeHtml({ sections, closing }: NarrativeDocument): Html {
  return html`<div class="narrative">${sections.map(sectionHtml)}${closing.map(paragraphHtml)}</div>`;
}

function sectionHtml({ heading, level, paragraphs, sections }: NarrativeSection): Html {
  const title = level === 1 ? html`<h3>${heading}</h3>` : html`<h4>${heading}</h4>`;
  return html`<section>${title}${paragraphs.map(paragraphHtml)}${sections.map(sectionHtml)}</section>`;
}

function paragraphHtml({ lead, runs }: NarrativeParagraph): Html {
  return html`<p>${lead ? html`<b>${lead}</b>` : ''}${runs.map(({ text }) => text)}</p>`;
}
