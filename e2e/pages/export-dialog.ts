import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

export interface Downloaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Downloads a version in one format by the dialog 导出. */
export async function exportAs(page: Page, format: 'PDF' | 'Excel（XLSX）' | 'JSON'): Promise<Downloaded> {
  await page.getByRole('banner').getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: /^导出第/ });
  const formats = dialog.getByRole('group', { name: '文件格式' });
  await formats.getByRole('checkbox', { name: format }).waitFor();
  for (const box of await formats.getByRole('checkbox').all()) await box.uncheck();
  await formats.getByRole('checkbox', { name: format }).check();
  const arriving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出' }).click();
  const download = await arriving;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
