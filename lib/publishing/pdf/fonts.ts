import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** 宋体 and 黑体 as TrueType; Typst reads neither woff nor woff2. */
const PACKAGED_FOLDERS = [
  '@expo-google-fonts/noto-serif-sc/400Regular',
  '@expo-google-fonts/noto-serif-sc/700Bold',
  '@expo-google-fonts/noto-sans-sc/400Regular',
];

/** 楷体 comes compressed alone; this file holds the complete face, whatever its name says. */
const KAITI_SOURCE = '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2';
const KAITI_FILE = 'lxgw-wenkai-500-5.3.0.ttf';

let kaitiFolder: Promise<string> | undefined;

export interface FontFolders {
  readonly fontFolders: readonly string[];
  /** Whether the first of them is the bureau's own. */
  readonly ownFonts: boolean;
}

/**
 * The folders in which the compiler looks for fonts: first `FONTS_DIR`, where a bureau puts the faces that it owns
 * (仿宋_GB2312, 方正小标宋), then the free ones that are installed with the product.
 */
export async function fontFolders(projectRoot: string): Promise<FontFolders> {
  const own = process.env.FONTS_DIR;
  const ownFonts = own !== undefined && existsSync(own);
  const packages = path.join(projectRoot, 'node_modules');
  kaitiFolder ??= prepareKaiti(packages).catch((error: unknown) => {
    kaitiFolder = undefined;
    throw error;
  });
  const packaged = [...PACKAGED_FOLDERS.map((folder) => path.join(packages, folder)), await kaitiFolder];
  return { fontFolders: ownFonts ? [own, ...packaged] : packaged, ownFonts };
}

/** Decompresses 楷体 once and keeps it beside the packages, or in the temporary folder where those are read-only. */
async function prepareKaiti(packages: string): Promise<string> {
  const folders = [path.join(packages, '.cache', 'mingsuan-fonts'), path.join(tmpdir(), 'mingsuan-fonts')];
  const ready = folders.find((folder) => existsSync(path.join(folder, KAITI_FILE)));
  if (ready) return ready;
  // A megabyte of code that one start of all needs
  const { decompress } = await import('wawoff2');
  const font = await decompress(await readFile(path.join(packages, KAITI_SOURCE)));
  for (const folder of folders) {
    if (await tryWrite(folder, font)) return folder;
  }
  throw new Error(`no folder can be written for the fonts: ${folders.join(', ')}`);
}

/** Writes beside the final name and renames: another process never sees half a font. */
async function tryWrite(folder: string, font: Uint8Array): Promise<boolean> {
  const unfinished = path.join(folder, `${KAITI_FILE}.${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, font);
    await rename(unfinished, path.join(folder, KAITI_FILE));
    return true;
  } catch {
    return false;
  }
}
