import { AlignmentType, HeadingLevel, InternalHyperlink, LineRuleType, Paragraph, Tab, TextRun } from 'docx';
import type { AnnexPlan } from '../pdf/annex-plan.ts';
import type { DocumentPlan, NarrativeItem } from '../pdf/document-plan.ts';
import { xmlText } from '../xml-text.ts';
import { BODY_SIZE, FONTS, font, LINE_PITCH } from './look.ts';
import { textRuns } from './text-runs.ts';

/** The title, then the narrative's headings and paragraphs; behind them the list of annexes, on a page of its own. */
export function narrativeBlocks({ title, narrative, annexes }: DocumentPlan): Paragraph[] {
  return [...titleBlocks(title), ...narrative.map(narrativeBlock), ...(annexes.length > 0 ? annexList(annexes) : [])];
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

/** Word's bookmarks know letters, digits and `_`. */
export function bookmarkOf({ id }: AnnexPlan): string {
  return id.replace(/[^\p{L}\p{N}]/gu, '_');
}
