import { standardNarrative } from '../narrative/build-narrative.ts';
import { CHONGQING_PHRASES } from '../narrative/chongqing-phrases.ts';
import { signOf } from '../narrative/figure.ts';
import { figureName } from '../narrative/figure-names.ts';
import { unitOfFigure } from '../narrative/figure-unit.ts';
import { allParagraphs, type NarrativeParagraph } from '../narrative/narrative-document.ts';
import type { NarrativePassage } from '../narrative/narrative-passage.ts';
import { passagesByParagraph } from '../narrative/own-wording.ts';
import { partsOfRuns } from '../narrative/paragraph-parts.ts';
import { type PassageParts, parsePassage, refsIn } from '../narrative/passage-text.ts';
import { defineCheck, type Issue, type NotRun, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { detailedFigures, distinctIssues, freeTexts } from './free-texts.ts';
import { passageName, passagePlace } from './text-fields.ts';
import { listText } from './wording.ts';

const NO_PASSAGE = notApplicable('没有自拟的段落。');

interface Worded {
  readonly passage: NarrativePassage;
  readonly label: string;
  readonly parts: PassageParts;
}

/** The wordings that are printed, each judged by itself. */
function judgePassages(
  { budget }: CheckContext,
  judge: (worded: Worded) => readonly Issue[],
): readonly Issue[] | NotRun {
  const passages = [...passagesByParagraph(budget).values()];
  if (passages.length === 0) return NO_PASSAGE;
  return distinctIssues(
    passages.flatMap(({ printed }) =>
      judge({ passage: printed, label: passageName(printed.paragraphId), parts: parsePassage(printed.text) }),
    ),
  );
}

function nameOf(ref: string, { edition, budget }: CheckContext): string {
  return figureName(ref, { edition, projects: budget.projects }) ?? ref;
}

const unknownFigures = defineCheck({
  id: 'narrative-unknown-figure',
  title: '自拟段落引用的数据都有',
  severity: 'error',
  rule: '说明文字中的数取自表内；缺少的数据不得公开',
  find: (context) => {
    const missing = new Set(
      allParagraphs(context.narrative).flatMap(({ runs }) =>
        runs.flatMap((run) => (run.kind === 'missing' ? [run.ref] : [])),
      ),
    );
    return judgePassages(context, ({ passage, label, parts }) => {
      const refs = refsIn(parts).filter((ref) => missing.has(ref));
      if (refs.length === 0) return [];
      const unheard = refs.filter((ref) => nameOf(ref, context) === ref);
      const [names, advice] =
        unheard.length > 0
          ? [unheard, '系统中没有这样的数据，请删去或换成别的数据']
          : [refs.map((ref) => nameOf(ref, context)), '现在没有这个数，请补填有关资料，或改写这一段'];
      const message = `${label}引用了“${listText(names, '个数据')}”，${advice}。`;
      return [{ about: [passage.paragraphId, ...refs], message, places: [passagePlace(passage)] }];
    });
  },
});

const duplicates = defineCheck({
  id: 'narrative-passage-doubled',
  title: '一个段落只有一份自拟文字',
  severity: 'warning',
  rule: '同一段落有几份自拟文字时，以最后一份为准',
  find: ({ budget }) => {
    const worded = [...passagesByParagraph(budget)];
    if (worded.length === 0) return NO_PASSAGE;
    return worded.flatMap(([id, { printed, others }]): readonly Issue[] => {
      if (others.length === 0) return [];
      const message = `${passageName(id)}有${others.length + 1}份自拟文字，公开文本只用最后一份，请删去其余的。`;
      const rows = [printed, ...others];
      return [{ about: [id, ...rows.map(({ key }) => key)], message, places: rows.map(passagePlace) }];
    });
  },
});

type Paragraphs = ReadonlyMap<string, NarrativeParagraph>;

const standards = new WeakMap<CheckContext, Paragraphs>();

/** The paragraphs in the template's words by id; built once for a run of the checks. */
function standardParagraphs(context: CheckContext): Paragraphs {
  const before = standards.get(context);
  if (before) return before;
  const { budget, edition } = context;
  const document = standardNarrative({ units: [budget], department: budget.department, year: budget.year, edition });
  const paragraphs = new Map(allParagraphs(document).map((paragraph) => [paragraph.id, paragraph]));
  standards.set(context, paragraphs);
  return paragraphs;
}

const unused = defineCheck({
  id: 'narrative-passage-unused',
  title: '自拟段落仍适用',
  severity: 'warning',
  rule: '“无……”的说法和有关段落随表内数据而定',
  find: (context) => {
    if (context.budget.passages.length === 0) return NO_PASSAGE;
    const standard = standardParagraphs(context);
    return judgePassages(context, ({ passage, label }) => {
      if (standard.has(passage.paragraphId)) return [];
      const message = `${label}有自拟文字，而按现在的数据公开文本中没有这一段，这份文字不会印出，请删去。`;
      return [{ about: [passage.paragraphId], message, places: [passagePlace(passage)] }];
    });
  },
});

/** Sums of money: what a sentence is about, unlike years, counts and comparisons. */
const isSum = (ref: string): boolean =>
  unitOfFigure(ref) === '万元' && !ref.startsWith('change.') && !ref.startsWith('prior.');

const outdated = defineCheck({
  id: 'narrative-passage-outdated',
  title: '自拟段落与标准文字所述一致',
  severity: 'warning',
  rule: '自拟文字应涵盖标准文字所引的数；表内已没有的，不再引用',
  find: (context) => {
    if (context.budget.passages.length === 0) return NO_PASSAGE;
    const standard = standardParagraphs(context);
    const figures = detailedFigures(context);
    return judgePassages(context, ({ passage, label, parts }) => {
      const paragraph = standard.get(passage.paragraphId);
      if (!paragraph) return [];
      const own = refsIn(parts).filter(isSum);
      const usual = refsIn(partsOfRuns(paragraph.runs)).filter(isSum);
      const places = [passagePlace(passage)];
      const gone = own.filter((ref) => signOf(figures.get(ref)) === 0 && !usual.includes(ref));
      const missed = usual.filter((ref) => signOf(figures.get(ref)) === 1 && !own.includes(ref));
      const issues: Issue[] = [];
      if (gone.length > 0) {
        const names = listText(gone.map((ref) => `“${nameOf(ref, context)}”`));
        const message = `${label}仍写有${names}，而表内已经没有这笔钱，请改写这一段或恢复标准文字。`;
        issues.push({ about: [passage.paragraphId, 'gone', ...gone], message, places });
      }
      if (missed.length > 0) {
        const names = listText(missed.map((ref) => `“${nameOf(ref, context)}”`));
        const message = `${label}没有写${names}，标准文字中有，请核对是否漏写。`;
        issues.push({ about: [passage.paragraphId, 'missed', ...missed], message, places, severity: 'note' });
      }
      return issues;
    });
  },
});

const DIRECTION = /(增加|增长|上升|减少|下降|降低|持平)(?:了|额|为|幅度)?(?:约)?$/;
const RISES = ['增加', '增长', '上升'];

const directions = defineCheck({
  id: 'narrative-direction',
  title: '增减的说法与数据一致',
  severity: 'error',
  rule: '增加、减少、持平的说法与本年数减上年数的符号一致',
  find: (context) => {
    const { figures } = context;
    return judgePassages(context, ({ passage, label, parts }) =>
      parts.flatMap((part, index): readonly Issue[] => {
        if (part.kind === 'text') return [];
        const name = /^(?:change|percent)\.(.+)$/.exec(part.ref)?.[1];
        const before = parts[index - 1];
        const said = before?.kind === 'text' ? DIRECTION.exec(before.text)?.[1] : undefined;
        const sign = signOf(figures.get(`change.${name}`));
        if (name === undefined || said === undefined || sign === null) return [];
        if ((said === '持平' ? 0 : RISES.includes(said) ? 1 : -1) === sign) return [];
        const is = sign === 1 ? '增加' : sign === -1 ? '减少' : '持平';
        const phrase = `moved.${name}` in CHONGQING_PHRASES ? '，或改用“插入数据”中带增减说法的数据' : '';
        const message = `${label}写的是“${said}”，而${nameOf(part.ref, context)}按表内数是${is}，请改正${phrase}。`;
        return [{ about: [passage.paragraphId, part.ref, said], message, places: [passagePlace(passage)] }];
      }),
    );
  },
});

const doubledUnits = defineCheck({
  id: 'narrative-unit',
  title: '数据的单位不重复、不写错',
  severity: 'error',
  rule: '说明文字的金额以万元为单位，由系统随数据带出',
  find: (context) =>
    judgePassages(context, ({ passage, label, parts }) =>
      parts.flatMap((part, index): readonly Issue[] => {
        const next = parts[index + 1];
        if (part.kind === 'text' || unitOfFigure(part.ref) !== '万元' || next?.kind !== 'text') return [];
        const typed = /^\s*(?:亿元|万(?!元)|元|百万|千元)/.exec(next.text)?.[0];
        if (typed === undefined) return [];
        const name = nameOf(part.ref, context);
        const message = `${label}在“${name}”后面又写了“${typed.trim()}”，单位“万元”已随数据带出，请删去手写的单位。`;
        return [{ about: [passage.paragraphId, part.ref, typed], message, places: [passagePlace(passage)] }];
      }),
    ),
});

/** An opening that promises a reason or a use, with nothing behind it. */
const EMPTY_REASON = /(?:主要(?:原因)?(?:是(?:因为|由于)?|为|系|用于)|原因(?:是|为|系))\s*[，。；、,.;]/;

const emptyReasons = defineCheck({
  id: 'narrative-reason-empty',
  title: '原因、用途没有空着',
  severity: 'error',
  rule: '增减变化须说明原因（财预〔2016〕143号）',
  find: (context) => {
    const texts = freeTexts(context);
    if (texts.length === 0) return notApplicable('没有自拟的说明文字。');
    return texts.flatMap(({ about, label, text, place }): readonly Issue[] => {
      const said = EMPTY_REASON.exec(text)?.[0];
      if (said === undefined) return [];
      const message = `${label}中“${said}”后面没有内容，请写明原因或用途。`;
      return [{ about: [about, said], message, places: [place] }];
    });
  },
});

export const PASSAGE_CHECKS = [unknownFigures, duplicates, unused, outdated, directions, doubledUnits, emptyReasons];
