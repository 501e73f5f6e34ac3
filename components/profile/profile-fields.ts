import { PROFILE_ROW } from '@/components/workspace/bad-cells.ts';
import {
  mapOk,
  profileChange,
  readCount,
  readLines,
  readMonth,
  readText,
} from '@/components/workspace/fields/field-values.ts';
import type { DraftField } from '@/components/workspace/fields/use-draft-field.ts';
import type { NarrativeInputs, UnitProfile } from '@/lib/domain/budget/profile.ts';
import { fail, ok } from '@/lib/domain/result.ts';
import { MAX_LENGTH } from '@/lib/schemas/max-length.ts';

type FieldOf<T, V> = { [F in keyof T]-?: T[F] extends V ? F : never }[keyof T] & string;

/** Fields of a form over the profile, each with what it reads and writes. */

export function countField(
  profile: UnitProfile,
  field: FieldOf<UnitProfile, number | null>,
  label: string,
): DraftField {
  return {
    rowKey: PROFILE_ROW,
    field,
    label,
    text: String(profile[field] ?? ''),
    write: (text) => mapOk(readCount(text), (value) => profileChange({ [field]: value })),
  };
}

export function monthField(profile: UnitProfile, field: 'staffAsOf' | 'vehiclesAsOf', label: string): DraftField {
  return {
    rowKey: PROFILE_ROW,
    field,
    label,
    text: profile[field],
    write: (text) => mapOk(readMonth(text), (value) => profileChange({ [field]: value })),
  };
}

/** One name a line. */
export function namesField(profile: UnitProfile, field: 'divisions' | 'institutions', label: string): DraftField {
  return {
    rowKey: PROFILE_ROW,
    field,
    label,
    text: profile[field].join('\n'),
    write: (text) => mapOk(readLines(text, 100), (value) => profileChange({ [field]: value })),
  };
}

export function narrativeField(
  profile: UnitProfile,
  field: FieldOf<NarrativeInputs, string>,
  label: string,
): DraftField {
  return {
    rowKey: PROFILE_ROW,
    field: `narrative.${field}`,
    label,
    text: profile.narrative[field],
    write: (text) =>
      mapOk(readText(text, narrativeLength(field)), (value) => narrativeChange(profile, { [field]: value })),
  };
}

/** 职能职责: one duty a line. */
export function dutiesField(profile: UnitProfile): DraftField {
  return {
    rowKey: PROFILE_ROW,
    field: 'narrative.duties',
    label: '主要职责（一行一条）',
    text: profile.narrative.duties.join('\n'),
    write: (text) => mapOk(readLines(text, MAX_LENGTH.sentence), (duties) => narrativeChange(profile, { duties })),
  };
}

/** 专业名词解释: a term a line, its definition after the first colon. */
export function termsField(profile: UnitProfile): DraftField {
  return {
    rowKey: PROFILE_ROW,
    field: 'narrative.terms',
    label: '专业名词解释（一行一条，名词与解释之间用冒号）',
    text: profile.narrative.terms.map(({ term, definition }) => `${term}：${definition}`).join('\n'),
    write: (text) => {
      const lines = readLines(text, MAX_LENGTH.sentence);
      if (!lines.ok) return lines;
      const terms = lines.value.map((line) => {
        const at = line.search(/[:：]/);
        return { term: line.slice(0, Math.max(at, 0)).trim(), definition: line.slice(at + 1).trim() };
      });
      const wrong = terms.findIndex(({ term, definition }) => term === '' || definition === '');
      if (wrong >= 0) return fail(`第 ${wrong + 1} 行应写成“名词：解释”。`);
      return ok(narrativeChange(profile, { terms }));
    },
  };
}

function narrativeChange(profile: UnitProfile, fields: Partial<NarrativeInputs>) {
  return profileChange({ narrative: { ...profile.narrative, ...fields } });
}

function narrativeLength(field: FieldOf<NarrativeInputs, string>): number {
  if (field === 'contactPhone') return MAX_LENGTH.label;
  return field === 'shortName' || field === 'contactOffice' ? MAX_LENGTH.name : MAX_LENGTH.paragraph;
}
