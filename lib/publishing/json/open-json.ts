import type {
  EditionChange,
  EditionFileSummary,
  EditionSummary,
  PublicEdition,
} from '@/lib/domain/editions/edition.ts';
import { formatExact } from '@/lib/domain/money/format.ts';
import { filePath } from '../html/open-paths.ts';

interface ListedEdition extends PublicEdition {
  readonly summary: EditionSummary;
  readonly projectNames: readonly string[];
}

interface WholeEdition extends ListedEdition {
  readonly changes: readonly EditionChange[];
  readonly files: readonly EditionFileSummary[];
}

/** What the API says of an edition in a list; of a withdrawn one no figure. Amounts are exact yuan as decimal text. */
export function editionListItem(edition: ListedEdition): object {
  const { year, unitCode, unitName, departmentCode, departmentName, isMerged, unitCount, title, number, state } =
    edition;
  const { publishedAt, withdrawnAt, withdrawReason, summary, projectNames } = edition;
  return {
    id: `${year}/${unitCode}/${number}`,
    ...{ year, unitCode, unitName, departmentCode, departmentName, isMerged, unitCount },
    ...{ title, number, state, publishedAt },
    ...(state === 'WITHDRAWN'
      ? { withdrawnAt, withdrawReason }
      : { expenditure: yuan(summary.expenditureFen), projectNames }),
    url: `/api/open/v1/editions/${year}/${unitCode}/${number}`,
  };
}

interface EditionListPage {
  readonly editions: readonly ListedEdition[];
  /** On all pages. */
  readonly total: number;
  readonly page: number;
  readonly perPage: number;
  readonly q: string;
  readonly year?: number | undefined;
  readonly department?: string | undefined;
}

/** A page of the list, with the address of the next one where there is one. */
export function editionListJson({ editions, total, page, perPage, q, year, department }: EditionListPage): object {
  const next = new URLSearchParams({
    ...(q === '' ? {} : { q }),
    ...(year === undefined ? {} : { year: `${year}` }),
    ...(department === undefined ? {} : { department }),
    ...{ page: `${page + 1}`, perPage: `${perPage}` },
  });
  return {
    ...{ total, page, perPage },
    next: page * perPage < total ? `/api/open/v1/editions?${next}` : null,
    editions: editions.map(editionListItem),
  };
}

/** An edition whole: figures, changes and files with their digests. */
export function editionJson(edition: WholeEdition): object {
  const { state, contact, changeNote, changes, files, summary } = edition;
  const item = { ...editionListItem(edition), contact };
  if (state === 'WITHDRAWN') return item;
  return {
    ...item,
    ...{ changeNote, changes },
    figures: {
      general: amountJson(summary.general),
      basic: amountJson(summary.basic),
      project: amountJson(summary.project),
      functions: summary.functions.map(amountJson),
      generalFunctions: (summary.generalFunctions ?? []).map(amountJson),
      threePublic: summary.threePublic.map(amountJson),
    },
    files: files.map((file) => ({ ...file, url: filePath(edition, file) })),
  };
}

function amountJson({ key, label, amountFen, priorFen }: EditionSummary['general']): object {
  return { key, label, amount: yuan(amountFen), prior: priorFen === null ? null : yuan(priorFen) };
}

function yuan(fen: string): string {
  return formatExact(BigInt(fen), 'yuan');
}
