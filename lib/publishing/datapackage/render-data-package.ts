import { eachAnnex } from '../annex-error.ts';
import type { Publication } from '../publication.ts';
import { annexData } from './annex-data.ts';
import { type DataTable, dataResource } from './data-resource.ts';

export interface DataPackageFile {
  /** All files lie in one folder: the descriptor names the others by their bare names. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The annex that the file holds; null for the descriptor and the lines. */
  readonly annex: string | null;
}

/** Names the package, e.g. `budget-309001-2023`: lower-case letters, digits, `.`, `_` and `-`. */
export interface DataPackageNames {
  readonly name: string;
  /** The lines of the budget; null where only annexes are wanted. */
  readonly lines: DataTable | null;
}

const ABOUT =
  '部门预算开放数据：预算明细（lines）与各附件。附件的数字与印发的表格一致，四舍五入一次；明细为精确到分的元。以等号等开头、会被电子表格当作公式的文字前加一个撇号。';

/**
 * A Frictionless data package: `datapackage.json`, one CSV of the budget's lines and one an annex, each with its schema,
 * size and hash; nothing where there is nothing to hold: a package without data is none.
 */
export function renderDataPackage(publication: Publication, { name, lines }: DataPackageNames): DataPackageFile[] {
  const annexes = eachAnnex(publication.tables, (table) => ({
    annex: table.annex,
    resource: dataResource(annexData(table)),
  }));
  const all = [...(lines ? [{ annex: null, resource: dataResource(lines) }] : []), ...annexes];
  if (all.length === 0) return [];
  const descriptor = descriptorOf(
    publication,
    name,
    all.map(({ resource }) => resource.descriptor),
  );
  return [
    { name: 'datapackage.json', bytes: new TextEncoder().encode(descriptor), annex: null },
    ...all.map(({ annex, resource: { path, bytes } }) => ({ name: path, bytes, annex })),
  ];
}

function descriptorOf(publication: Publication, name: string, resources: readonly unknown[]): string {
  const { titleLines, organisation, year, versionLabel, stateLabel, draft, date } = publication;
  const descriptor = {
    profile: 'tabular-data-package',
    name,
    title: titleLines.join(''),
    description: ABOUT,
    created: `${date}T00:00:00Z`,
    contributors: [{ title: organisation, role: 'publisher' }],
    countryCode: 'CN',
    fiscalPeriod: { start: `${year}-01-01`, end: `${year}-12-31` },
    edition: { version: versionLabel, state: stateLabel, draft },
    resources,
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
}
