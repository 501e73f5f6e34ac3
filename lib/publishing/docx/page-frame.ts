import {
  AlignmentType,
  convertMillimetersToTwip,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { DocumentPlan } from '../pdf/document-plan.ts';
import { FONTS, font } from './look.ts';
import { textRuns } from './text-runs.ts';

type Frame = 'front' | 'narrative' | 'portrait' | 'landscape';

interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly header: number;
  readonly footer: number;
}

/** In millimetres, as the PDF has them; A4. */
const MARGINS: Readonly<Record<Frame, Margins>> = {
  front: { top: 37, bottom: 35, left: 28, right: 26, header: 14, footer: 23 },
  narrative: { top: 37, bottom: 35, left: 28, right: 26, header: 14, footer: 23 },
  portrait: { top: 28, bottom: 25, left: 20, right: 20, header: 15, footer: 11 },
  landscape: { top: 24, bottom: 22, left: 18, right: 18, header: 11, footer: 9 },
};
const SHORT_SIDE = 210;
const LONG_SIDE = 297;

/**
 * The properties of a section's pages; each section begins a page.
 *
 * @param start number of its first page; left out: the pages are counted on
 */
export function pageOf(frame: Frame, start?: number): ISectionOptions['properties'] {
  const margins = Object.fromEntries(
    Object.entries(MARGINS[frame]).map(([side, millimetres]) => [side, convertMillimetersToTwip(millimetres)]),
  );
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      ...(start === undefined ? {} : { pageNumbers: { start } }),
      // The library turns the sheet itself: width is the short side whatever the orientation.
      size: {
        width: convertMillimetersToTwip(SHORT_SIDE),
        height: convertMillimetersToTwip(LONG_SIDE),
        orientation: frame === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: margins,
    },
  };
}

/** Width of the type area in twentieths of a point. */
export function typeWidth(frame: Frame): number {
  const { left, right } = MARGINS[frame];
  return convertMillimetersToTwip((frame === 'landscape' ? LONG_SIDE : SHORT_SIDE) - left - right);
}

/**
 * The header with the mark of a draft and the footer with the page's number; the sections behind the first one
 * inherit them.
 */
export function pageFurniture({ draft }: DocumentPlan): Pick<ISectionOptions, 'headers' | 'footers'> {
  const footers = { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) };
  return { ...draftHeaders(draft), footers };
}

/** The header alone: cover and contents bear no number. */
export function frontFurniture({ draft }: DocumentPlan): Pick<ISectionOptions, 'headers' | 'footers'> {
  const empty = () => new Footer({ children: [new Paragraph({})] });
  return { ...draftHeaders(draft), footers: { default: empty(), even: empty() } };
}

function draftHeaders(draft: DocumentPlan['draft']): Pick<ISectionOptions, 'headers'> {
  if (draft === null) return {};
  const header = () => new Header({ children: [draftHeader(draft)] });
  return { headers: { default: header(), even: header() } };
}

function draftHeader({ mark, word }: NonNullable<DocumentPlan['draft']>): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      ...textRuns([mark], { font: font(FONTS.heading), size: 18, color: '464646' }),
      new TextWatermark({ text: word, font: FONTS.heading, color: 'EDEDED', width: 360, height: 180 }),
    ],
  });
}

/** — n —, outside of the page: right on odd pages, left on even ones. */
function pageNumber(side: 'left' | 'right'): Footer {
  const look = { font: font(FONTS.table), size: 28 };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: { left: 280, right: 280 },
        spacing: { line: 320, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ ...look, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
