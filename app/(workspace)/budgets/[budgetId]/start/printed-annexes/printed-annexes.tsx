'use client';

import { PrintedAnnexesStart, type ReadPrintedAnnexes } from '@/components/start/printed-annexes-start.tsx';

const read: ReadPrintedAnnexes = async (...input) => {
  const { parsePrintedAnnexes } = await import('@/lib/importing/printed-annex/parse-printed-annexes.ts');
  return parsePrintedAnnexes(...input);
};

/** Gives the screen the reader of pasted annexes, which is fetched when the page is there. */
export function PrintedAnnexes() {
  return <PrintedAnnexesStart read={read} />;
}
