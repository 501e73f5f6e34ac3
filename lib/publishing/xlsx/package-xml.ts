import { escapeMarkup } from '../xml-text.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { columnLetters } from './sum-formula.ts';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const FORMATS = 'http://schemas.openxmlformats.org';
export const MAIN_NAMESPACE = `${FORMATS}/spreadsheetml/2006/main`;
const RELATIONSHIPS = `${FORMATS}/officeDocument/2006/relationships`;
const PACKAGE = `${FORMATS}/package/2006`;
const PARTS = 'application/vnd.openxmlformats-officedocument';

/** What a file manager shows of a workbook. */
export interface WorkbookProperties {
  readonly title: string;
  /** Whose it is; null where that is not said. */
  readonly organisation: string | null;
  /** `YYYY-MM-DD`: when it was made and changed, as far as the file tells. */
  readonly date: string;
}

/** `[Content_Types].xml`: what each part of the package is. */
export function contentTypesXml(sheetCount: number): string {
  const override = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, `${PARTS}.spreadsheetml.worksheet+xml`),
  );
  return [
    `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', `${PARTS}.spreadsheetml.sheet.main+xml`),
    ...sheets,
    override('/xl/styles.xml', `${PARTS}.spreadsheetml.styles+xml`),
    override('/xl/sharedStrings.xml', `${PARTS}.spreadsheetml.sharedStrings+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/app.xml', `${PARTS}.extended-properties+xml`),
    '</Types>',
  ].join('');
}

/** `_rels/.rels`: where the workbook and its properties are. */
export function packageRelationsXml(): string {
  return relationsXml([
    [`${RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${RELATIONSHIPS}/extended-properties`, 'docProps/app.xml'],
  ]);
}

/** `xl/_rels/workbook.xml.rels`: the sheets first, so that the nth has the id `rIdn`. */
export function workbookRelationsXml(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) => [`${RELATIONSHIPS}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
  );
  return relationsXml([
    ...sheets,
    [`${RELATIONSHIPS}/styles`, 'styles.xml'],
    [`${RELATIONSHIPS}/sharedStrings`, 'sharedStrings.xml'],
  ]);
}

function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const items = relations.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** `docProps/core.xml`. */
export function corePropertiesXml({ title, organisation, date }: WorkbookProperties): string {
  const author = organisation === null ? null : escapeMarkup(organisation);
  const moment = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeMarkup(date)}T00:00:00Z</dcterms:${name}>`;
  return [
    `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeMarkup(title)}</dc:title>`,
    author === null ? '' : `<dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy>`,
    `${moment('created')}${moment('modified')}</cp:coreProperties>`,
  ].join('');
}

/** `docProps/app.xml`. */
export function applicationPropertiesXml(): string {
  return `${XML_DECLARATION}<Properties xmlns="${FORMATS}/officeDocument/2006/extended-properties"><Application>明算</Application></Properties>`;
}

/** `xl/workbook.xml`: the sheets, and the names by which their ranges are called. */
export function workbookXml(plans: readonly SheetPlan[]): string {
  const sheets = plans.map(
    ({ name }, index) => `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = [...plans.flatMap(ownNames), ...plans.flatMap(printNames)];
  return [
    `${XML_DECLARATION}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${sheets.join('')}</sheets>`,
    names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '',
    // The results are in the file; a program works them out again all the same, so that none is ever out of date
    '<calcPr fullCalcOnLoad="1"/>',
    '</workbook>',
  ].join('');
}

function ownNames({ name: sheet, names, columnWidths }: SheetPlan): readonly string[] {
  const last = columnLetters(columnWidths.length - 1);
  return names.map(
    ({ name, fromRow, toRow }) =>
      `<definedName name="${escapeMarkup(name)}">${range(sheet, `$A$${fromRow + 1}:$${last}$${toRow + 1}`)}</definedName>`,
  );
}

/** What of the sheet is printed, and which rows again on each page. */
function printNames({ name, rows, columnWidths, repeatedRows }: SheetPlan, index: number): readonly string[] {
  const local = (kind: string, place: string) =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}">${range(name, place)}</definedName>`;
  return [
    local('Print_Area', `$A$1:$${columnLetters(columnWidths.length - 1)}$${Math.max(1, rows.length)}`),
    ...(repeatedRows ? [local('Print_Titles', `$${repeatedRows.from + 1}:$${repeatedRows.to + 1}`)] : []),
  ];
}

/** With the sheet's name in quotes, which some names need and none minds. */
function range(sheet: string, place: string): string {
  return escapeMarkup(`'${sheet}'!${place}`);
}
