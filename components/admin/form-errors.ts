import type { Problem } from '@/lib/domain/problem.ts';

/** Where a sentence stands: under a field, or above the form. */
export interface FormErrors {
  readonly fields: Readonly<Record<string, string>>;
  readonly form: string | null;
}

export const NO_ERRORS: FormErrors = { fields: {}, form: null };

/** Codes that are about one field of a form. */
const FIELD_OF_CODE: Partial<Readonly<Record<Problem['code'], string>>> = {
  USERNAME_TAKEN: 'username',
  CODE_TAKEN: 'code',
};

/**
 * Puts the sentences of a refusal where they belong.
 *
 * @param fieldNames the form's fields; an issue on `$.grants[0].unitIds` stands at `grants[0].unitIds`, else at `grants`
 */
export function formErrors(problem: Problem, message: string, fieldNames: readonly string[]): FormErrors {
  const ofCode = FIELD_OF_CODE[problem.code];
  if (ofCode !== undefined && fieldNames.includes(ofCode)) return { fields: { [ofCode]: message }, form: null };
  if (problem.code !== 'INVALID_INPUT') return { fields: {}, form: message };
  const fields: Record<string, string> = {};
  const others: string[] = [];
  for (const issue of problem.issues) {
    const path = issue.path.replace(/^\$\.?/, '');
    const name = fieldNames.find((field) => field === path) ?? fieldNames.find((field) => path.startsWith(field));
    if (name === undefined) others.push(issue.message);
    else fields[name] ??= issue.message;
  }
  return { fields, form: others.length > 0 ? others.join('') : null };
}
