import { groupBy } from '../group-by.ts';
import { type Check, defineCheck, type Issue } from './check.ts';
import type { Severity } from './finding.ts';
import type { TextField } from './text-fields.ts';
import {
  doubledWordIn,
  fold,
  halfWidthIn,
  placeholderIn,
  slipIn,
  strayPunctuationIn,
  unpairedIn,
  wrongDocumentYear,
} from './text-rules.ts';
import { listText } from './wording.ts';

interface TextRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly rule: string;
  /** The piece of the text that is wrong, null where none is. */
  readonly look: (text: string) => string | null;
  /** What to do about it. */
  readonly advice: string;
}

/** One finding a field: each has to be mended in its own place. */
function checkEachField({ look, advice, ...about }: TextRule): Check {
  return defineCheck({
    ...about,
    find: ({ texts }) =>
      texts.flatMap(({ name, text, place }): readonly Issue[] => {
        const piece = look(text);
        if (piece === null) return [];
        return [{ about: [placeName(place), piece], message: `${name}中有“${piece}”，${advice}。`, places: [place] }];
      }),
  });
}

/** One finding for all fields: a matter of form that is mended in one go. */
function checkAllFields({ look, advice, ...about }: TextRule): Check {
  return defineCheck({
    ...about,
    find: ({ texts }) => {
      const hits = texts.flatMap((field) => {
        const piece = look(field.text);
        return piece === null ? [] : [{ field, piece }];
      });
      const [first] = hits;
      if (!first) return [];
      const where = listText(
        hits.map(({ field }) => field.name),
        '处',
      );
      const pieces = listText(
        hits.map(({ piece }) => `“${piece}”`),
        '种',
      );
      const message = `${where}中有${pieces}，${advice}。`;
      const keys = hits.flatMap(({ field, piece }) => [placeName(field.place), piece]);
      return [{ about: keys, message, places: hits.map(({ field }) => field.place) }];
    },
  });
}

function placeName(place: TextField['place']): string {
  return place.kind === 'row'
    ? `${place.key} ${place.field ?? ''}`
    : place.kind === 'profile'
      ? place.field
      : place.kind;
}

const placeholders = checkEachField({
  id: 'text-placeholder',
  title: '文字中没有未填的占位符',
  severity: 'error',
  rule: '公开文本不得留有“XX”“××”“待填”等模板残留',
  look: placeholderIn,
  advice: '是未填完的占位内容，请补填或删除',
});

const unpaired = checkEachField({
  id: 'text-brackets',
  title: '括号、引号成对',
  severity: 'warning',
  rule: 'GB/T 15834—2011《标点符号用法》',
  look: unpairedIn,
  advice: '括号或引号不成对或全角、半角混用，请改正',
});

const strayPunctuation = checkEachField({
  id: 'text-punctuation',
  title: '标点不重复、无表格残留',
  severity: 'warning',
  rule: 'GB/T 15834—2011《标点符号用法》',
  look: strayPunctuationIn,
  advice: '标点重复或为表格残留，请改正',
});

const documentYears = checkAllFields({
  id: 'text-document-number',
  title: '发文字号的年份用六角括号',
  severity: 'note',
  rule: 'GB/T 9704—2012 7.2.5：年份用六角括号“〔〕”括入',
  look: wrongDocumentYear,
  advice: '发文字号的年份应写作〔2022〕的形式',
});

const halfWidth = checkAllFields({
  id: 'text-half-width',
  title: '中文之间用全角标点',
  severity: 'note',
  rule: 'GB/T 15834—2011《标点符号用法》',
  look: halfWidthIn,
  advice: '中文之间宜用全角标点',
});

const doubledWords = checkAllFields({
  id: 'text-doubled-word',
  title: '没有重复的词语',
  severity: 'note',
  rule: '文字校对',
  look: doubledWordIn,
  advice: '词语疑似重复，请核对',
});

const slips = checkAllFields({
  id: 'text-slip',
  title: '没有常见错字',
  severity: 'note',
  rule: '文字校对',
  look: (text) => {
    const slip = slipIn(text);
    return slip && `${slip.wrong}（应为${slip.right}）`;
  },
  advice: '疑为错字、漏字，请核对',
});

const shortenedIndicator = defineCheck({
  id: 'text-shortened-indicator',
  title: '同一项目的指标名称前后一致',
  severity: 'note',
  rule: '文字校对',
  find: ({ budget, indicatorsByProject }) =>
    budget.projects.flatMap((project): readonly Issue[] => {
      const indicators = indicatorsByProject.get(project.key) ?? [];
      const names = groupBy(indicators, ({ level3 }) => fold(level3));
      return [...names].flatMap(([name, rows]): readonly Issue[] => {
        // 运行维护 beside 运行维护费 are two things, 案 beside 案件 are one.
        const longer = [...names.keys()].find((other) => other.length === name.length + 1 && other.startsWith(name));
        if (longer === undefined || name.length < 4 || longer.endsWith('费')) return [];
        const message = `项目“${project.name}”的指标“${name}”与“${longer}”只差一字，请确认是否漏字。`;
        const places = rows.map(({ key }) => {
          return { kind: 'row', section: 'performance', collection: 'indicators', key, field: 'level3' } as const;
        });
        return [{ about: [project.key, name, longer], message, places }];
      });
    }),
});

export const TEXT_CHECKS = [
  placeholders,
  unpaired,
  strayPunctuation,
  documentYears,
  halfWidth,
  doubledWords,
  slips,
  shortenedIndicator,
];
