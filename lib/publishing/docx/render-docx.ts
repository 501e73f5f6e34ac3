import { Document, type ISectionOptions, Packer } from 'docx';
import { eachAnnex } from '../annex-error.ts';
import { type DocumentPlan, documentPlan } from '../pdf/document-plan.ts';
import type { Publication } from '../publication.ts';
import { xmlText } from '../xml-text.ts';
import { annexBlocks } from './annex-blocks.ts';
import { STYLES } from './look.ts';
import { narrativeBlocks } from './narrative-blocks.ts';
import { pageFurniture, pageOf } from './page-frame.ts';
import { settlePackage } from './settle-package.ts';

/**
 * The document for Word and WPS, laid out as the PDF is: real heading styles, real tables whose heading rows repeat,
 * upright and broad pages mixed. The same publication gives the same bytes.
 */
export async function renderDocx(publication: Publication): Promise<Uint8Array> {
  const plan = documentPlan(publication);
  const [first, ...others] = sections(plan);
  const document = new Document({
    title: xmlText(plan.title.join('')),
    creator: xmlText(plan.organisation),
    lastModifiedBy: xmlText(plan.organisation),
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: first ? [{ ...first, ...pageFurniture(plan) }, ...others] : [],
  });
  return settlePackage(await Packer.toBuffer(document), publication.date);
}

/** At least one, so that a document without parts still opens. */
function sections(plan: DocumentPlan): ISectionOptions[] {
  const annexes = eachAnnex(plan.annexes, (annex, index) => ({
    properties: pageOf(annex.orientation),
    children: annexBlocks(annex, index + 1),
  }));
  if (plan.narrative.length === 0 && annexes.length > 0) return annexes;
  return [{ properties: pageOf('narrative'), children: narrativeBlocks(plan) }, ...annexes];
}
