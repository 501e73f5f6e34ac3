import type { Finding, Section } from './checks/finding.ts';
import type { EditionCheckResult } from './editions/edition-checks.ts';
import type { MoneyError } from './money/parse.ts';
import type { WorkbookFault } from './workbook/workbook-fault.ts';
import type { RoundRefusal } from './workflow/round-plan.ts';
import type { VersionState } from './workflow/transitions.ts';
import type { RowConflict } from './workflow/workspace.ts';

/** One place of an input that is wrong; `path` is a JSON path such as `$.basic[3].amountYuan`. */
export interface InputIssue {
  readonly path: string;
  /** A sentence in Chinese that says what is wrong and what to do. */
  readonly message: string;
}

/**
 * Every expected failure of a use case. A problem carries data alone; its Chinese sentence is in lib/messages, where
 * the compiler demands one for each code.
 */
export type Problem =
  | { readonly code: 'SIGNED_OUT' }
  | { readonly code: 'FORBIDDEN' }
  | { readonly code: 'NOT_FOUND' }
  | { readonly code: 'INVALID_INPUT'; readonly issues: readonly InputIssue[] }
  | { readonly code: 'TOO_LARGE'; readonly maxBytes: number }
  | { readonly code: 'TOO_MANY_REQUESTS'; readonly retryAfterSeconds: number }
  | { readonly code: 'STALE'; readonly conflicts: readonly RowConflict[]; readonly profileChanged: boolean }
  | { readonly code: 'CONTENT_CHANGED'; readonly contentRevision: number }
  | { readonly code: 'NOT_A_DRAFT'; readonly state: VersionState }
  /* Who was faster, and when, where it is known. */
  | {
      readonly code: 'STATE_CHANGED';
      readonly state: VersionState;
      readonly byName?: string | null;
      readonly at?: string | null;
    }
  | { readonly code: 'HAS_ERRORS'; readonly findings: readonly Finding[] }
  | { readonly code: 'WARNINGS_UNEXPLAINED'; readonly findings: readonly Finding[] }
  | { readonly code: 'OWN_WORK' }
  /* Why a budget wants a closer look before it is passed among many. */
  | { readonly code: 'NOT_CLEAN'; readonly blemishes: readonly string[] }
  | { readonly code: 'LAST_UNIT'; readonly reviewerName: string }
  | { readonly code: 'ROUND_NOT_OPEN'; readonly roundLabel: string | null }
  | { readonly code: 'DEADLINE_PASSED'; readonly deadlineAt: string }
  | { readonly code: 'CONFIRMATION_REQUIRED' }
  | { readonly code: 'CONFIRMATION_NOT_REQUIRED' }
  | { readonly code: 'ALREADY_OPENED'; readonly byName: string; readonly at: string }
  | { readonly code: 'NOT_THIS_ROUND'; readonly roundLabel: string }
  | { readonly code: 'EXPLANATIONS_REFUSED'; readonly count: number }
  | { readonly code: 'SECTION_LOCKED'; readonly sections: readonly Section[] }
  | { readonly code: 'COMMENT_REQUIRED' }
  | { readonly code: 'REASONS_REQUIRED' }
  | { readonly code: 'BUDGET_EXISTS'; readonly unitName: string; readonly year: number }
  | { readonly code: 'BUDGET_DECIDED'; readonly unitName: string; readonly year: number; readonly state: VersionState }
  | { readonly code: 'OTHER_UNIT'; readonly expectedUnitCode: string; readonly unitCode: string }
  | { readonly code: 'FILE_TYPE'; readonly fileName: string }
  | { readonly code: 'FILE_STORE_FAILED' }
  | { readonly code: 'WORKBOOK_UNREADABLE'; readonly fault: WorkbookFault }
  | { readonly code: 'YEAR_NOT_OPEN'; readonly year: number }
  | { readonly code: 'YEAR_EXISTS'; readonly year: number }
  | { readonly code: 'ROUND_REFUSED'; readonly reason: RoundRefusal }
  | { readonly code: 'NO_ROUND_TO_BEGIN'; readonly state: VersionState }
  | { readonly code: 'BAD_CREDENTIALS' }
  | { readonly code: 'ACCOUNT_DISABLED' }
  | { readonly code: 'LOCKED'; readonly until: string }
  | { readonly code: 'PASSWORD_TOO_SHORT'; readonly minLength: number }
  | { readonly code: 'PASSWORD_WRONG' }
  | { readonly code: 'USERNAME_TAKEN'; readonly username: string }
  | { readonly code: 'CODE_TAKEN'; readonly unitCode: string }
  | { readonly code: 'PASSWORD_COMMON' }
  | { readonly code: 'PASSWORD_HOLDS_USERNAME' }
  | { readonly code: 'PASSWORD_UNCHANGED' }
  | { readonly code: 'PASSWORD_CHANGE_REQUIRED' }
  | { readonly code: 'FOREIGN_ORIGIN' }
  | { readonly code: 'LAST_ADMIN' }
  | { readonly code: 'OWN_ACCOUNT' }
  | { readonly code: 'ROLES_CONFLICT' }
  | { readonly code: 'RECORD_CHANGED' }
  | { readonly code: 'NOT_PUBLISHABLE'; readonly unmet: readonly EditionCheckResult[] }
  /* Somebody published or withdrew meanwhile. */
  | { readonly code: 'EDITIONS_CHANGED' }
  /* What a department's edition adds up is not what its publisher has seen. */
  | { readonly code: 'SOURCES_CHANGED' }
  /* `begun`: units have already begun the year in that set; otherwise it was merely chosen. */
  | { readonly code: 'ANNEX_SET_USED'; readonly year: number; readonly begun: boolean }
  | { readonly code: 'TOO_MANY_TEMPLATES'; readonly limit: number; readonly shared: boolean }
  /* Amounts in fen; `what`: 项目支出 or the project group whose items come to more than its own control figure. */
  | {
      readonly code: 'CONTROL_EXCEEDED';
      readonly unitName: string;
      readonly what: string;
      readonly limitFen: string;
      readonly allocatedFen: string;
      /** How many more such sums there are. */
      readonly others: number;
    }
  /* Nobody's input: the database can't be reached, or a bug; the log holds the error under its id. */
  | { readonly code: 'UNAVAILABLE' }
  | { readonly code: 'UNEXPECTED'; readonly errorId: string }
  | { readonly code: 'EXPORT_FAILED'; readonly annex: string | null; readonly reason?: 'ENGINE_MISSING' }
  /* Characters that no font of the installation holds, and the parts of the document they stand in. */
  | { readonly code: 'EXPORT_UNPRINTABLE'; readonly characters: readonly string[]; readonly places: readonly string[] }
  | MoneyError;

export type ProblemCode = Problem['code'];
