import { accountOf } from '../fixtures/demonstration.ts';
import { stageFreeDepartment } from '../fixtures/department.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';

test('the budget office says what one unit pays another, and publishes the department', async ({ signedIn, page }) => {
  const code = await stageFreeDepartment();
  const shown = await signedIn(accountOf('budgetoffice'), '/departments?year=2023');
  const picture = (name: string) => shown.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });

  await test.step('the list leads to the department, which waits for the transfer', async () => {
    await expectAccessible(shown);
    await picture('list');
    await shown.getByRole('link', { name: new RegExp(`^${code} `) }).click();
    await expect(shown.getByText('单位002有 1 笔')).toBeVisible();
    await expect(shown.getByRole('button', { name: '公开', exact: true })).toHaveCount(0);
    await expectAccessible(shown);
    await expectNoSidewaysScroll(shown);
    await picture('asked');
  });
  await test.step('once the paying line is named, the transfer is counted once', async () => {
    await shown.getByRole('combobox', { name: '单位002的上级补助收入由谁付出' }).fill('其他收入');
    await shown.getByRole('option', { name: /其他收入 · 3,?000(\.00)? 元/ }).click();
    await expect(shown.getByRole('table', { name: '抵销的内部往来' })).toContainText(/3,?000/);
  });
  await test.step('it is published as one, with annex 4 unit by unit', async () => {
    await shown.getByRole('button', { name: '公开', exact: true }).click();
    const dialog = shown.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '保密审查由谁完成' }).click();
    await shown.getByRole('option', { name: '单位负责人' }).click();
    await dialog.getByLabel(/^已完成保密审查/).check();
    await dialog.getByLabel('联系科室').fill('办公室');
    await dialog.getByRole('button', { name: '确认公开' }).click();
    await expect(shown.getByRole('article', { name: '第 1 次公开' })).toContainText('汇总 2 个单位', {
      timeout: 60_000,
    });
    await expectAccessible(shown);
    await picture('published');
  });
  await test.step('anybody reads it', async () => {
    await page.goto(`/open/2023/${code}`);
    const annex = page.getByRole('region', { name: /“三公”经费预算表/ }).first();
    await expect(annex.getByText(`${code}001`)).toBeVisible();
    await expect(annex.getByText(`${code}002`)).toBeVisible();
  });
  await test.step('the annexes are seen before they are published', async () => {
    await shown.getByRole('link', { name: '预览汇总的说明与附件' }).click();
    await shown.getByRole('button', { name: /^附件4/ }).click();
    await expect(shown.getByText(`${code}002`)).toBeVisible();
    await expectAccessible(shown);
    await picture('annexes');
  });
});
