import {
  AlignmentType,
  InternalHyperlink,
  LeaderType,
  LineRuleType,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { DocumentPlan, NarrativeItem } from '../pdf/document-plan.ts';
import { xmlText } from '../xml-text.ts';
import { CONTENTS_STYLE, FONTS, font, LINE_PITCH } from './look.ts';
import { bookmarkOf, headingBookmark } from './narrative-blocks.ts';
import { typeWidth } from './page-frame.ts';
import { textRuns } from './text-runs.ts';

type NarrativeHeading = Extract<NarrativeItem, { kind: 'heading' }>;

/** The title page; none where it is not wanted. */
export function coverBlocks({ cover }: DocumentPlan): Paragraph[] {
  if (cover === null) return [];
  const line = (text: string, before: number, size: number, face: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before, line: 1000, lineRule: LineRuleType.AT_LEAST },
      children: textRuns([text], { font: font(face), size }),
    });
  return [
    ...cover.lines.map((text, index) => line(text, index === 0 ? 2700 : 0, 60, FONTS.title)),
    line(cover.date, 6000, 36, FONTS.lead),
  ];
}

/**
 * 目录: the narrative's headings and the annexes, each a link with a field of its page. Word knows pages only when it has
 * laid them out: the document asks it to fill the fields in as it opens.
 */
export function contentsBlocks(plan: DocumentPlan, ownPage: boolean): Paragraph[] {
  if (!plan.contents) return [];
  const headings = narrativeHeadings(plan).map(({ text, level }, index) =>
    entry(xmlText(text), headingBookmark(index), level - 1),
  );
  const annexes = plan.annexes.map((annex) =>
    entry(`${xmlText(annex.number)}　${xmlText(annex.title)}`, bookmarkOf(annex), 0),
  );
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      pageBreakBefore: ownPage,
      spacing: { after: LINE_PITCH },
      children: textRuns(['目　录'], { font: font(FONTS.title), size: 44 }),
    }),
    ...headings,
    ...annexes,
  ];
}

function entry(text: string, anchor: string, depth: number): Paragraph {
  return new Paragraph({
    style: CONTENTS_STYLE,
    indent: { left: depth * 480 },
    tabStops: [{ type: TabStopType.RIGHT, position: typeWidth('narrative'), leader: LeaderType.MIDDLE_DOT }],
    children: [
      new InternalHyperlink({ anchor, children: [new TextRun({ children: [text, new Tab()] })] }),
      new PageReference(anchor),
    ],
  });
}

function narrativeHeadings({ narrative }: DocumentPlan): NarrativeHeading[] {
  return narrative.filter((item) => item.kind === 'heading');
}
