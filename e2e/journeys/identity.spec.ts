import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';

const ADMIN = ['admin', 'guanli-2023'] as const;
const AUDITOR = ['auditor', 'shenji-2023'] as const;
const OWN_PASSWORD = 'three-blue-lamps';
const SOME_ID = '0193d0a0-0000-7000-8000-000000000001';

/** Every state of these screens is looked at, the refusals too. */
async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test('a wrong password is said, what was typed stays, and the page asked for comes after sign-in', async ({ page }) => {
  await page.goto('/admin/units');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectSound(page);
  await page.getByLabel('用户名').fill(ADMIN[0]);
  await page.getByLabel('密码', { exact: true }).fill('not-the-password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '用户名或密码不正确' })).toBeVisible();
  await expect(page.getByLabel('用户名')).toHaveValue(ADMIN[0]);
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused();
  await expectSound(page);
  await page.keyboard.type(ADMIN[1]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/admin/units');
  await expectSound(page);

  await page.getByRole('button', { name: /的菜单/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('status').filter({ hasText: '您已退出登录' })).toBeVisible();
  await page.goto('/admin/units');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('an account of the demonstration is filled in by keyboard alone', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('用户名')).toBeFocused();
  await page.getByRole('button', { name: AUDITOR[0] }).press('Enter');
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue(AUDITOR[1]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/audit');
  await expect(page.getByRole('row').filter({ hasText: '登录' }).first()).toBeVisible();
  await expectSound(page);
  await page.goto('/admin/users');
  await expect(page).toHaveURL('/no-access');
  await expectSound(page);
});

test('a user is made, chooses a password, works, and is out the moment they are disabled', async ({
  page,
  newPage,
  signIn,
}) => {
  const username = `wang.${Date.now().toString(36)}`;
  await signIn(page, ...ADMIN);
  await page.goto('/admin/users');
  await expectSound(page);
  await page.getByRole('button', { name: '新建用户' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(dialog.getByText('请至少选择一个角色。')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: '用户名' })).toBeFocused();
  await expectSound(page);
  await dialog.getByRole('textbox', { name: '用户名' }).fill(username);
  await dialog.getByRole('textbox', { name: '姓名' }).fill('新来的经办');
  await dialog.getByRole('checkbox', { name: '单位经办' }).check();
  await dialog.getByRole('combobox', { name: '单位经办负责的单位' }).fill('309001');
  await page.getByRole('option', { name: /^309001/ }).click();
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  const oneTimePassword = await page.getByRole('textbox', { name: '一次性密码' }).inputValue();
  await page.getByRole('button', { name: '已记下，关闭' }).click();

  const other = await newPage();
  await signIn(other, username, oneTimePassword);
  await expect(other).toHaveURL('/first-password');
  await other.goto('/budgets');
  await expect(other).toHaveURL('/first-password');
  await expectSound(other);
  await other.getByLabel('一次性密码', { exact: true }).fill(oneTimePassword);
  await other.getByLabel('新密码', { exact: true }).fill('password123');
  await other.getByLabel('再次输入新密码', { exact: true }).fill('password123');
  await other.getByRole('button', { name: '修改密码' }).click();
  await expect(other.getByText('这个密码过于常见')).toBeVisible();
  await other.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
  await other.getByLabel('再次输入新密码', { exact: true }).fill(OWN_PASSWORD);
  await other.getByRole('button', { name: '修改密码' }).click();
  await expect(other).toHaveURL('/budgets');

  await page.getByRole('textbox', { name: '查找' }).fill(username);
  await page.getByRole('button', { name: `停用：${username}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
  await expect(page.getByText('用户已停用。')).toBeVisible();
  const late = await other.request.get(`/api/v1/budgets/${SOME_ID}/exports?formats=json`);
  expect(late.status()).toBe(401);
  expect(await late.json()).toMatchObject({ code: 'SIGNED_OUT' });
  await other.goto('/budgets');
  await expect(other).toHaveURL(/\/sign-in\?reason=ended/);
  await expect(other.getByText('登录已失效')).toBeVisible();
});

test.describe('without a session', () => {
  const PAGES = [
    '/',
    '/budgets',
    '/reviews',
    '/admin/users',
    '/admin/units',
    '/audit',
    '/account',
    `/budgets/${SOME_ID}`,
  ];

  for (const path of PAGES) {
    test(`${path} leads to sign-in, whatever header is sent`, async ({ request }) => {
      const header = 'middleware:middleware:middleware:middleware:middleware';
      const tries: readonly Record<string, string>[] = [{}, { rsc: '1' }, { 'x-middleware-subrequest': header }];
      for (const headers of tries) expect((await request.get(path, { headers })).url()).toContain('/sign-in');
      // A prefetch passes the proxy by; the page's own gate leaves nothing in it but the tree of routes.
      const prefetch = await request.get(path, { headers: { rsc: '1', 'next-router-prefetch': '1' } });
      expect(await prefetch.text()).not.toMatch(/[\u4e00-\u9fff]/);
    });
  }

  test('routes answer 401 in JSON, and refuse a foreign or missing Origin', async ({ request }) => {
    const path = `/api/v1/budgets/${SOME_ID}/changes`;
    const own = new URL((await request.get('/sign-in')).url()).origin;
    const answer = async (headers: Record<string, string>) => {
      const response = await request.post(path, { headers, data: {} });
      return `${response.status()} ${((await response.json()) as { code: string }).code}`;
    };
    expect(await answer({ origin: own })).toBe('401 SIGNED_OUT');
    expect(await answer({})).toBe('403 FOREIGN_ORIGIN');
    expect(await answer({ origin: 'null' })).toBe('403 FOREIGN_ORIGIN');
    expect(await answer({ origin: 'https://evil.example' })).toBe('403 FOREIGN_ORIGIN');
  });

  test('forged tokens are no session and break nothing', async ({ request }) => {
    const tokens = ['x', 'a.b.c', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c', '%', '%00', '{}', 'A'.repeat(3000)];
    for (const token of tokens) {
      const tries: readonly Record<string, string>[] = [
        { cookie: `mingsuan-session=${token}` },
        { authorization: `Bearer ${token}` },
      ];
      for (const headers of tries) {
        const page = await request.get('/admin/users', { headers, maxRedirects: 0 });
        expect(page.status()).toBe(307);
        const route = await request.get(`/api/v1/budgets/${SOME_ID}/exports?formats=json`, { headers });
        expect(route.status()).toBe(401);
      }
    }
  });

  test('no address leads out of the system', async ({ page, request }) => {
    for (const target of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const address = `/api/auth/signin?callbackUrl=${encodeURIComponent(target)}`;
      const response = await request.get(address, { maxRedirects: 0 });
      expect(response.headers().location ?? '').not.toMatch(/^(https?:)?\/\/evil/);
    }
    await page.goto('/sign-in?next=https%3A%2F%2Fevil.example%2F');
    await page.getByLabel('用户名').fill(AUDITOR[0]);
    await page.getByLabel('密码', { exact: true }).fill(AUDITOR[1]);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/audit');
  });

  test('every page carries a policy with a fresh nonce, and the headers that keep it apart', async ({ request }) => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const headers = (await request.get('/sign-in')).headers();
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("'strict-dynamic'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['x-powered-by']).toBeUndefined();
    }
    expect(nonces.size).toBe(3);
  });
});
