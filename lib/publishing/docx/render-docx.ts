import { Document, type ISectionOptions, Packer } from 'docx';
import { eachAnnex } from '../annex-error.ts';
import { type DocumentLayout, PLAIN_LAYOUT } from '../document-layout.ts';
import { type DocumentPlan, documentPlan } from '../pdf/document-plan.ts';
import type { Publication } from '../publication.ts';
import { xmlText } from '../xml-text.ts';
import { annexBlocks } from './annex-blocks.ts';
import { contentsBlocks, coverBlocks } from './front-blocks.ts';
import { STYLES } from './look.ts';
import { narrativeBlocks } from './narrative-blocks.ts';
import { frontFurniture, pageFurniture, pageOf } from './page-frame.ts';
import { settlePackage } from './settle-package.ts';

/**
 * The document for Word and WPS, laid out as the PDF is: real heading styles, real tables whose heading rows repeat,
 * upright and broad pages mixed. The same publication gives the same bytes.
 */
export async function renderDocx(publication: Publication, layout: DocumentLayout = PLAIN_LAYOUT): Promise<Uint8Array> {
  const plan = documentPlan(publication, layout);
  const front = [...coverBlocks(plan), ...contentsBlocks(plan, layout.cover)];
  const [first, ...others] = sections(plan, front.length > 0 ? 1 : undefined);
  const document = new Document({
    title: xmlText(plan.title.join('')),
    creator: xmlText(plan.organisation),
    lastModifiedBy: xmlText(plan.organisation),
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    ...(plan.contents ? { features: { updateFields: true } } : {}),
    sections: [
      ...(front.length > 0 ? [{ properties: pageOf('front'), children: front, ...frontFurniture(plan) }] : []),
      ...(first ? [{ ...first, ...pageFurniture(plan) }] : []),
      ...others,
    ],
  });
  return settlePackage(await Packer.toBuffer(document), publication.date);
}

/**
 * At least one, so that a document without parts still opens.
 *
 * @param start number of the first page where it is not the document's first
 */
function sections(plan: DocumentPlan, start: number | undefined): ISectionOptions[] {
  const annexes = eachAnnex(plan.annexes, (annex, index) => ({
    properties: pageOf(annex.orientation, plan.narrative.length === 0 && index === 0 ? start : undefined),
    children: annexBlocks(annex, index + 1),
  }));
  if (plan.narrative.length === 0 && annexes.length > 0) return annexes;
  return [{ properties: pageOf('narrative', start), children: narrativeBlocks(plan) }, ...annexes];
}
