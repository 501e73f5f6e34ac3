import { AlignmentType, type IFontAttributesProperties, type IStylesOptions, LineRuleType } from 'docx';

/** 三号, in half-points, as Word counts type sizes. */
export const BODY_SIZE = 32;
/** 22 lines on a type area of 225 mm (GB/T 9704), in twentieths of a point. */
export const LINE_PITCH = 579;

/**
 * What characters stand closer than they are broad, in twentieths of a point, so that 28 of them fill a line of 156 mm.
 * A grid of the page would say so too, but not every program reads it alike.
 */
const BODY_SPACING = -5;

/** Fonts are named, never embedded; where one is missing Word takes what `ALTERNATIVES` says. */
export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  lead: '楷体_GB2312',
  table: '宋体',
} as const;

/** What stands in for a font that a computer lacks, first come first served. */
export const ALTERNATIVES: Readonly<Record<(typeof FONTS)[keyof typeof FONTS], string>> = {
  方正小标宋简体: 'FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体,Noto Serif SC',
  仿宋_GB2312: '仿宋,FangSong,FangSong_GB2312,华文仿宋,Noto Serif SC',
  黑体: 'SimHei,华文黑体,Noto Sans SC',
  楷体_GB2312: '楷体,KaiTi,KaiTi_GB2312,华文楷体,LXGW WenKai',
  宋体: 'SimSun,华文宋体,Noto Serif SC',
};

/** A font for Chinese and Latin alike: figures stand in the font of the words around them. */
export function font(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

/** Style of an annex's title: a heading of the first level in Word's navigation, set as a title. */
export const ANNEX_TITLE_STYLE = 'AnnexTitle';

/** Style of an entry of 目录, its page included. */
export const CONTENTS_STYLE = 'ContentsEntry';

const EXACT_LINE = { line: LINE_PITCH, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const BLACK = '000000';

/** 仿宋 body in 三号, 黑体 and 楷体 headings, 小标宋 titles. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: font(FONTS.body), size: BODY_SIZE, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    title: {
      run: { font: font(FONTS.title), size: 44, color: BLACK },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT } },
    },
    heading1: {
      run: { font: font(FONTS.heading), size: BODY_SIZE, bold: false, color: BLACK },
      paragraph: { spacing: EXACT_LINE, indent: { firstLine: BODY_SIZE * 20 }, keepNext: true },
    },
    heading2: {
      run: { font: font(FONTS.lead), size: BODY_SIZE, bold: false, color: BLACK },
      paragraph: { spacing: EXACT_LINE, indent: { firstLine: BODY_SIZE * 20 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: ANNEX_TITLE_STYLE,
      name: '附件标题',
      basedOn: 'Heading1',
      next: 'Normal',
      quickFormat: true,
      run: { font: font(FONTS.title), size: 36 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        indent: { firstLine: 0 },
        spacing: { before: 120, after: 200, line: 480, lineRule: LineRuleType.AT_LEAST },
        keepNext: true,
        outlineLevel: 0,
      },
    },
    {
      id: CONTENTS_STYLE,
      name: '目录条目',
      basedOn: 'Normal',
      run: { size: 24 },
      paragraph: { spacing: { line: 390, lineRule: LineRuleType.EXACT } },
    },
    {
      id: 'BodyText',
      name: '正文（公文）',
      basedOn: 'Normal',
      quickFormat: true,
      run: { characterSpacing: BODY_SPACING },
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: EXACT_LINE,
        indent: { firstLine: BODY_SIZE * 20 },
      },
    },
  ],
};
