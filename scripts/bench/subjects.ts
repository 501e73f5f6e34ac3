import type { Browser, BrowserContext, Page } from '@playwright/test';
import { accountOf } from '../../e2e/fixtures/demonstration.ts';
import type { ServedProduct } from './product-server.ts';

/** One of the two grids under measurement: where it is, and what differs in how it is driven. */
export interface Subject {
  readonly name: string;
  readonly url: string;
  /** A browser window of its own, signed in where that is needed. */
  readonly openContext: (browser: Browser) => Promise<BrowserContext>;
  /** The cell of a column in the first row. */
  readonly firstCell: (column: string) => string;
  /** Opens what is watched beside the table; null where there is no such thing. */
  readonly openPreview: ((page: Page) => Promise<void>) | null;
}

/** A window of the users' old screens. */
const WINDOW = { viewport: { width: 1366, height: 650 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

export function productSubject({ url, path }: ServedProduct): Subject {
  return {
    name: '明算',
    url: `${url}${path}`,
    openContext: async (browser) => {
      const context = await browser.newContext(WINDOW);
      await signIn(context, url);
      return context;
    },
    firstCell: (column) => `[role="grid"][aria-label="基本支出"] [data-kind="line"] [data-column="${column}"] >> nth=0`,
    openPreview,
  };
}

export function peerSubject(url: string): Subject {
  return {
    name: 'AG Grid',
    url,
    openContext: (browser) => browser.newContext(WINDOW),
    firstCell: (column) => `[row-index="0"] [col-id="${column}"]`,
    openPreview: null,
  };
}

async function signIn({ request }: BrowserContext, url: string): Promise<void> {
  const { username, password } = accountOf('clerk');
  const { csrfToken } = (await (await request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const form = { username, password, csrfToken, callbackUrl: '/', json: 'true' };
  const answer = await request.post(`${url}/api/auth/callback/credentials`, { form });
  if (!answer.ok()) throw new Error(`the clerk can't sign in: ${await answer.text()}`);
}

/** Opens the annex that follows the edits beside the grid, by the words on the screen. */
async function openPreview(page: Page): Promise<void> {
  const preview = page.getByRole('complementary', { name: '附件预览', exact: true });
  if (!(await preview.isVisible())) await page.getByRole('button', { name: '附件预览', exact: true }).click();
  await preview.getByRole('table').first().waitFor();
}
