import { database } from '@/lib/db/client.ts';
import {
  countPublicEditions,
  type ListedPublicEdition,
  listEditionsOfYear,
  listPublicEditions,
  listPublicYears,
  type PublicFile,
  type PublicSearch,
  readPublicFiles,
  type WholePublicEdition,
} from '@/lib/db/open-edition-repository.ts';
import { searchWords } from '@/lib/domain/editions/search-words.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { AnnexJson } from '@/lib/publishing/json/render-annex-json.ts';

/** What anybody may read without sign-in: published editions, and of withdrawn ones that they were. */

export interface OpenEditionPlace {
  readonly year: number;
  readonly unitCode: string;
  /** The one that holds when left out: the newest published, else the newest. */
  readonly number?: number | undefined;
}

export interface OpenEdition {
  readonly edition: WholePublicEdition;
  /** All editions of the unit's year, newest first. */
  readonly editions: readonly WholePublicEdition[];
  /** The edition that holds. */
  readonly current: WholePublicEdition;
}

/** What is said of an edition beside its documents, which are read from its frozen files. */
export interface OpenDocuments {
  readonly annexes: readonly AnnexJson[];
  readonly narrative: NarrativeDocument | null;
}

/** What somebody looks for, as it was typed. */
export interface OpenSearch extends Omit<PublicSearch, 'words'> {
  readonly typed?: string | undefined;
}

export interface OpenSearchPage {
  readonly editions: readonly ListedPublicEdition[];
  /** On all pages. */
  readonly total: number;
  readonly words: readonly string[];
}

/** Every edition that holds and is looked for, newest year first. */
export async function searchOpenEditions(search: OpenSearch): Promise<readonly ListedPublicEdition[]> {
  return listPublicEditions(database(), publicSearch(search));
}

/** A page of them, from 1 on. */
export async function searchOpenPage(
  search: OpenSearch,
  { page, perPage }: { readonly page: number; readonly perPage: number },
): Promise<OpenSearchPage> {
  const wanted = publicSearch(search);
  const total = await countPublicEditions(database(), wanted);
  const editions = await listPublicEditions(database(), wanted, { limit: perPage, offset: (page - 1) * perPage });
  return { editions, total, words: wanted.words ?? [] };
}

/** The years of which anything was published, newest first, with how many units it was. */
export async function listOpenYears(): Promise<readonly { readonly year: number; readonly count: number }[]> {
  return listPublicYears(database());
}

function publicSearch({ typed = '', ...search }: OpenSearch): PublicSearch {
  return { ...search, words: searchWords(typed) };
}

export async function readOpenEdition(place: OpenEditionPlace): Promise<Result<OpenEdition, Problem>> {
  const editions = await listEditionsOfYear(database(), place.unitCode, place.year);
  const current = editions.find(({ state }) => state === 'PUBLISHED') ?? editions[0];
  const edition = place.number === undefined ? current : editions.find(({ number }) => number === place.number);
  if (!edition || !current) return fail({ code: 'NOT_FOUND' });
  return ok({ edition, editions, current });
}

/** The narrative and the annexes as they were frozen; of a withdrawn edition nothing. */
export async function readOpenDocuments({ id }: Pick<WholePublicEdition, 'id'>): Promise<OpenDocuments> {
  const files = await readPublicFiles(database(), id, { format: 'json' });
  const parse = ({ content }: PublicFile): unknown => JSON.parse(new TextDecoder().decode(content));
  const narrative = files.find(({ part }) => part === 'narrative');
  return {
    annexes: files.filter(({ part }) => part !== 'narrative').map((file) => parse(file) as AnnexJson),
    narrative: narrative ? (parse(narrative) as NarrativeDocument) : null,
  };
}

/** One annex of an edition in its exchange form; null: withdrawn, and with it what it said. */
export async function readOpenAnnexTable(
  place: OpenEditionPlace,
  annex: string,
): Promise<Result<OpenEdition & { readonly annex: AnnexJson | null; readonly annexIds: readonly string[] }, Problem>> {
  const opened = await readOpenEdition(place);
  if (!opened.ok) return opened;
  const { edition } = opened.value;
  const tables = edition.files.filter(({ format, part }) => format === 'json' && part !== 'narrative');
  const named = tables.find(({ part }) => part === annex);
  if (!named) return fail({ code: 'NOT_FOUND' });
  const [file] = await readPublicFiles(database(), edition.id, { name: named.name });
  return ok({
    ...opened.value,
    annex: file ? (JSON.parse(new TextDecoder().decode(file.content)) as AnnexJson) : null,
    annexIds: tables.map(({ part }) => part),
  });
}

/** A frozen file, byte for byte. */
export async function readOpenFile(place: OpenEditionPlace, name: string): Promise<Result<PublicFile, Problem>> {
  const opened = await readOpenEdition(place);
  if (!opened.ok) return opened;
  const [file] = await readPublicFiles(database(), opened.value.edition.id, { name });
  return file ? ok(file) : fail({ code: 'NOT_FOUND' });
}

/** The frozen JSON of one annex. */
export async function readOpenAnnex(place: OpenEditionPlace, annex: string): Promise<Result<PublicFile, Problem>> {
  const opened = await readOpenEdition(place);
  if (!opened.ok) return opened;
  const named = opened.value.edition.files.find(({ format, part }) => format === 'json' && part === annex);
  return named ? readOpenFile(place, named.name) : fail({ code: 'NOT_FOUND' });
}
