import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { buildNarrative } from '@/lib/domain/narrative/build-narrative.ts';
import {
  type NarrativeParagraph,
  type NarrativeSection,
  paragraphText,
} from '@/lib/domain/narrative/narrative-document.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';

interface ExpectedFigures {
  readonly paragraph: string;
  readonly figures: readonly (readonly [text: string, ref: string])[];
}

interface SourceParagraph {
  readonly id: string;
  readonly figures: readonly { readonly text: string; readonly kind: string }[];
}

interface SourceSection {
  readonly paragraphs: readonly SourceParagraph[];
  readonly sections: readonly SourceSection[];
}

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = process.env.GOLDEN_DIR ?? path.join(ROOT, '../shared/golden');
const EXPECTED = readJson<readonly ExpectedFigures[]>(path.join(ROOT, 'tests/fixtures/golden/narrative-figures.json'));

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** The paragraphs of a package's narrative in their order; the product's own sentence on 机关运行经费, not a typed one. */
async function paragraphsOf(file: string): Promise<readonly NarrativeParagraph[]> {
  let rows = 0;
  const read = parseBudgetPackage(readJson(file), () => `row-${++rows}`);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { department, year, units } = read.value;
  const document = buildNarrative({
    department,
    year,
    units: units.map(withoutOwnSentence),
    edition: await loadEdition(year),
  });
  const of = (section: NarrativeSection): readonly NarrativeParagraph[] => [
    ...section.paragraphs,
    ...section.sections.flatMap(of),
  ];
  return [...document.sections.flatMap(of), ...document.closing];
}

function withoutOwnSentence(budget: Budget): Budget {
  const { profile } = budget;
  return { ...budget, profile: { ...profile, narrative: { ...profile.narrative, operatingText: '' } } };
}

function figuresOf({ runs }: NarrativeParagraph): readonly (readonly [string, string])[] {
  return runs.flatMap((run) => (run.kind === 'figure' ? [[run.text, run.ref] as const] : []));
}

describe('the narrative of the demonstration', async () => {
  const paragraphs = await paragraphsOf(path.join(ROOT, 'prisma/demonstration/petition-office-2023.json'));

  it('quotes the published figures in their order, each bound to what it is', () => {
    const quoted = paragraphs
      .filter(({ id, runs }) => id !== 'contact' && runs.some(({ kind }) => kind === 'figure'))
      .map((paragraph) => ({ paragraph: paragraph.id, figures: figuresOf(paragraph) }));
    expect(quoted).toEqual(EXPECTED);
  });

  it('leaves no number of the year’s budget unbound', () => {
    for (const paragraph of paragraphs) {
      const free = paragraph.runs.flatMap(({ kind, text }) => (kind === 'text' ? [text] : [])).join('');
      expect(free, paragraphText(paragraph)).not.toMatch(/\d(?:\.\d+)?(?:万?元|人|辆)/);
    }
  });

  it('states 机关运行经费 rightly', () => {
    const operating = paragraphs.find(({ id }) => id === 'operating');
    expect(operating && paragraphText(operating)).toMatch(
      /^1\.机关运行经费。2023年一般公共预算财政拨款安排机关运行经费104\.19万元，主要用于/,
    );
  });
});

describe.runIf(existsSync(SOURCE))('the narrative of the published source', async () => {
  const paragraphs = existsSync(SOURCE) ? await paragraphsOf(path.join(SOURCE, 'input.json')) : [];
  const source = existsSync(SOURCE)
    ? readJson<{ sections: readonly SourceSection[]; closing: readonly SourceParagraph[] }>(
        path.join(SOURCE, 'narrative.json'),
      )
    : { sections: [], closing: [] };

  it('has its paragraphs and, but for 机关运行经费, its figures', () => {
    const of = (section: SourceSection): readonly SourceParagraph[] => [
      ...section.paragraphs,
      ...section.sections.flatMap(of),
    ];
    const published = [...source.sections.flatMap(of), ...source.closing];
    expect(paragraphs).toHaveLength(published.length);
    const texts = paragraphs.map((paragraph) => figuresOf(paragraph).map(([text]) => text));
    const expected = published.map(({ id, figures }) =>
      id === 'p14' ? ['2023', '104.19'] : figures.map(({ text }) => text),
    );
    expect(texts).toEqual(expected);
  });
});
