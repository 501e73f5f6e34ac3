import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import pixelmatch from 'pixelmatch';
import { afterAll, describe, expect, test } from 'vitest';
import { exportFiles } from '@/lib/services/exports/export-files.ts';
import { demonstrationSet } from './demonstration-set.ts';
import { openPdf } from './pdf-reader.ts';
import { RENEW, RENEW_HINT } from './renew-golden.ts';

/** Pixels a point: letters are grey shapes, but rules, blocks and columns are in their places. */
const SCALE = 0.5;
/** How different a pixel must be in colour (0…1, as pixelmatch measures it; anti-aliasing is not counted) … */
const COLOUR_TOLERANCE = 0.2;
/** … and how many pixels of a page may be so: one in 2,000, about three letters. */
const AREA_TOLERANCE = 1 / 2000;

const KEPT = path.join(import.meta.dirname, 'fixtures/documents');

/** Pages of the demonstration budget with cover and contents. */
const PAGES = { cover: 1, contents: 2, narrative: 3, upright: 7, broad: 10, form: 19 } as const;

const files = await exportFiles(await demonstrationSet(), { formats: ['pdf'], options: ['cover', 'contents'] });
if (!files.ok) throw new Error(JSON.stringify(files.error));
const pdf = await openPdf(files.value[0]?.bytes ?? new Uint8Array());
afterAll(() => pdf.destroy());

async function drawPage(number: number): Promise<Canvas> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  // The reader's types know the canvas of a browser alone.
  const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  return canvas;
}

/** The share of pixels that differ; all of them where the sizes do. */
function difference(drawn: Canvas, kept: Canvas): number {
  const { width, height } = drawn;
  if (kept.width !== width || kept.height !== height) return 1;
  const pixels = (canvas: Canvas) => canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const differing = pixelmatch(pixels(drawn), pixels(kept), undefined, width, height, { threshold: COLOUR_TOLERANCE });
  return differing / (width * height);
}

async function keptPicture(file: string): Promise<Canvas> {
  const image = await loadImage(readFileSync(file));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas;
}

describe('pages of the PDF look as they are kept', () => {
  test.each(Object.entries(PAGES))('%s', async (name, number) => {
    const drawn = await drawPage(number);
    const file = path.join(KEPT, `${name}.png`);
    if (RENEW) {
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(file, drawn.toBuffer('image/png'));
    }
    expect(existsSync(file), RENEW_HINT).toBe(true);
    const share = difference(drawn, await keptPicture(file));
    if (share > AREA_TOLERANCE) {
      const place = path.join(mkdtempSync(path.join(tmpdir(), 'mingsuan-page-')), `${name}.png`);
      writeFileSync(place, drawn.toBuffer('image/png'));
      console.log(`${name} as it is now: ${place}`);
    }
    expect(share, RENEW_HINT).toBeLessThanOrEqual(AREA_TOLERANCE);
  });

  test('another page is told apart', async () => {
    const broad = await drawPage(PAGES.broad);
    const other = await drawPage(PAGES.broad + 3);
    expect(difference(broad, other)).toBeGreaterThan(10 * AREA_TOLERANCE);
  });
});
