import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  HeadingLevel,
  InternalHyperlink,
  LineRuleType,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import type { AnnexPlan } from '../pdf/annex-plan.ts';
import type { DocumentPlan, NarrativeItem } from '../pdf/document-plan.ts';
import { xmlText } from '../xml-text.ts';
import { BODY_SIZE, FONTS, font, LINE_PITCH } from './look.ts';
import { textRuns } from './text-runs.ts';

/**
 * The title, then the narrative's headings and paragraphs; behind them, where no contents stand in front, the list of
 * annexes on a page of its own.
 */
export function narrativeBlocks(plan: DocumentPlan): Paragraph[] {
  const { title, annexes, contents } = plan;
  return [
    ...titleBlocks(title),
    ...narrativeParagraphs(plan),
    ...(annexes.length > 0 && !contents ? annexList(annexes) : []),
  ];
}

function narrativeParagraphs({ narrative, annexes, contents }: DocumentPlan): Paragraph[] {
  let headings = 0;
  return narrative.map((item) => {
    const paragraph = narrativeBlock(item);
    if (!contents || item.kind !== 'heading') return paragraph;
    // The numbers of the annexes' own bookmarks come first.
    const ordinal = annexes.length + headings + 1;
    paragraph.addChildElement(new BookmarkStart(headingBookmark(headings), ordinal));
    paragraph.addChildElement(new BookmarkEnd(ordinal));
    headings += 1;
    return paragraph;
  });
}

function titleBlocks(lines: readonly string[]): Paragraph[] {
  return [
    ...lines.map((line) => new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns([line]) })),
    new Paragraph({ spacing: { line: LINE_PITCH, lineRule: LineRuleType.EXACT } }),
  ];
}

function narrativeBlock(item: NarrativeItem): Paragraph {
  if (item.kind === 'heading') {
    const heading = item.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
    return new Paragraph({ heading, children: textRuns([item.text]) });
  }
  const lead = item.lead === '' ? [] : textRuns([item.lead], { font: font(FONTS.lead) });
  return new Paragraph({ style: 'BodyText', children: [...lead, ...textRuns([item.text])] });
}

/** 附件目录, each entry a link; Word can't know a page's number before it has laid the pages out. */
function annexList(annexes: readonly AnnexPlan[]): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      pageBreakBefore: true,
      spacing: { after: LINE_PITCH },
      children: textRuns(['附件目录'], { font: font(FONTS.heading), size: BODY_SIZE }),
    }),
    ...annexes.map(
      (annex) =>
        new Paragraph({
          spacing: { after: 120, line: 360, lineRule: LineRuleType.AT_LEAST },
          indent: { left: 1440, hanging: 1440 },
          tabStops: [{ type: 'left', position: 1440 }],
          children: [
            new InternalHyperlink({
              anchor: bookmarkOf(annex),
              children: [new TextRun({ size: 24, children: [xmlText(annex.number), new Tab(), xmlText(annex.title)] })],
            }),
          ],
        }),
    ),
  ];
}

/** Name of the bookmark of the narrative's heading at a place among them. */
export function headingBookmark(index: number): string {
  return `heading_${index + 1}`;
}

/** Word's bookmarks know letters, digits and `_`. */
export function bookmarkOf({ id }: AnnexPlan): string {
  return id.replace(/[^\p{L}\p{N}]/gu, '_');
}
