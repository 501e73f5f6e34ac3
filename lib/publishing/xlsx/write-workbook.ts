import { zipFiles } from '../zip/zip-files.ts';
import {
  applicationPropertiesXml,
  contentTypesXml,
  corePropertiesXml,
  packageRelationsXml,
  type WorkbookProperties,
  workbookRelationsXml,
  workbookXml,
} from './package-xml.ts';
import { SharedStrings } from './shared-strings.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { sheetXml, type WorkbookTables } from './sheet-xml.ts';
import { StyleTable } from './style-table.ts';

const encoder = new TextEncoder();

/**
 * The sheets as one XLSX file (ECMA-376, transitional): plain values, formulas with their results, the look of each cell,
 * print set-up. The same sheets and properties give the same bytes on every machine.
 *
 * @param plans at least one, each with a name of its own
 */
export function writeWorkbook(plans: readonly SheetPlan[], properties: WorkbookProperties): Uint8Array {
  const tables: WorkbookTables = { strings: new SharedStrings(), styles: new StyleTable() };
  const sheets = plans.map(
    (plan, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(plan, tables, index === 0)] as const,
  );
  // The tables are complete only when all sheets are written
  const parts = [
    ['[Content_Types].xml', contentTypesXml(plans.length)],
    ['_rels/.rels', packageRelationsXml()],
    ['docProps/core.xml', corePropertiesXml(properties)],
    ['docProps/app.xml', applicationPropertiesXml()],
    ['xl/workbook.xml', workbookXml(plans)],
    ['xl/_rels/workbook.xml.rels', workbookRelationsXml(plans.length)],
    ['xl/styles.xml', tables.styles.xml()],
    ['xl/sharedStrings.xml', tables.strings.xml()],
    ...sheets,
  ] as const;
  return zipFiles(
    parts.map(([name, xml]) => ({ name, bytes: encoder.encode(xml) })),
    properties.date,
  );
}
