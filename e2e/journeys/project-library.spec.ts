import { expectAccessible, expectNoSidewaysScroll, ZOOMED } from '../fixtures/expect-accessible.ts';
import { approveYearBefore } from '../fixtures/past-year.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { ProjectPage } from '../pages/project-page.ts';

const RECURRING = { name: '信访干部轮训', nature: 'RECURRING' } as const;
const ONE_OFF = { name: '接访大厅修缮', nature: 'ONE_OFF' } as const;

test('last year’s projects come back without their amounts, one-off ones only when asked for', async ({
  signedIn,
  office,
}) => {
  await approveYearBefore(office, [RECURRING, ONE_OFF]);
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/projects`);
  const draft = new DraftPage(page);
  const table = page.getByRole('table', { name: /^项目列表/ });
  const row = (name: string) => table.getByRole('row').filter({ hasText: name });
  const missing = page.getByRole('region', { name: '上年有、本年没有的项目' });
  await expect(row('疑难信访案件专项')).toContainText('持平');
  await expect(missing.getByRole('listitem')).toHaveCount(2);

  await test.step('all of last year’s at once', async () => {
    await page.getByRole('button', { name: '结转上年项目（1）' }).click();
    const notice = page.getByRole('alert').filter({ hasText: '已结转 1 个项目' });
    await expect(notice).toContainText('没有结转：接访大厅修缮（一次性项目）');
    await expect(row(RECURRING.name)).toContainText('36,000.00');
    await expect(row(RECURRING.name)).toContainText('待填金额');
    await expect(missing.getByRole('listitem')).toHaveText([/接访大厅修缮/]);
    await draft.expectSaved();
  });

  await test.step('is one step of undo', async () => {
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect(row(RECURRING.name)).toBeHidden();
    await draft.expectSaved();
  });

  await test.step('from the library, a one-off project by choice', async () => {
    await page.getByRole('button', { name: '从项目库选择…' }).click();
    const library = page.getByRole('dialog', { name: '从项目库选择' });
    await expect(library.getByRole('checkbox', { name: '选择“疑难信访案件专项”' })).toBeDisabled();
    await library.getByLabel('搜索项目').fill('修缮');
    await expect(library.getByRole('checkbox')).toHaveCount(1);
    await library.getByRole('checkbox', { name: '选择“接访大厅修缮”' }).check();
    await expect(library.getByRole('region', { name: '预览：接访大厅修缮' })).toContainText('30216 培训费');
    await library.getByLabel('搜索项目').fill('');
    await library.getByRole('button', { name: '全选可结转的（1）' }).click();
    await expect(library.getByText('其中 1 个是一次性或已到期的')).toBeVisible();
    await library.getByRole('button', { name: '结转所选项目' }).click();
    await expect(library).toBeHidden();
    await expect(row(ONE_OFF.name)).toContainText('待填金额');
    await expect(row(RECURRING.name)).toContainText('待填金额');
    await draft.expectSaved();
  });

  await test.step('stay where they are put by keyboard', async () => {
    const link = page.getByRole('link', { name: ONE_OFF.name });
    await link.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+ArrowUp');
    await expect(link).toBeFocused();
    await expect(page.getByText(`“${ONE_OFF.name}”已移到第`)).toBeAttached();
    await draft.expectSaved();
  });

  await test.step('and by mouse', async () => {
    await row(RECURRING.name).getByTitle(/^拖动/).dragTo(row('创建全国信访工作示范区专项'));
    await expect(table.getByRole('row').nth(2)).toContainText(RECURRING.name);
    const order = await table.getByRole('rowheader').allInnerTexts();
    await draft.expectSaved();
    await page.reload();
    await expect(table.getByRole('rowheader')).toHaveText(order.map((text) => new RegExp(text.split('\n')[0] ?? '')));
  });
});

test('a carried project is brought to agreement: costs from its lines, indicators from the library, its objective', async ({
  signedIn,
  office,
}) => {
  await approveYearBefore(office, [RECURRING]);
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/projects`);
  const draft = new DraftPage(page);
  const project = new ProjectPage(page);
  await page.getByRole('button', { name: '结转上年项目（1）' }).click();
  await page.getByRole('link', { name: RECURRING.name }).click();
  await expect(page.getByText('成本指标还没有填金额')).toBeHidden();

  await test.step('cost lines keep their codes; the cost indicator takes over their amount', async () => {
    await project.costLines.expectText(1, '经济科目名称', '培训费');
    await project.costLines.type(1, '金额（元）', '48000');
    await expect(page.getByText('成本指标还没有填金额，项目金额 48,000.00 元')).toBeVisible();
    await page.getByRole('button', { name: '按成本行生成成本指标' }).click();
    await expect(page.getByText('成本指标合计 48,000.00 元，与项目金额一致')).toBeVisible();
    await project.indicators.expectText(2, '三级指标', '培训总成本');
    await project.indicators.expectText(2, '指标值', '4.8');
  });

  await test.step('what is missing comes out of the library, with weights that come to the total', async () => {
    await expect(page.getByText('还差 30 分')).toBeVisible();
    await page.getByRole('button', { name: '从指标库选择…' }).click();
    const library = page.getByRole('dialog', { name: `从指标库选择：${RECURRING.name}` });
    await expect(library.getByLabel('项目类型')).toHaveValue('training');
    await expect(library.getByText('还缺：质量指标、时效指标、效益指标、满意度指标')).toBeVisible();
    await library.getByRole('button', { name: '各补一条' }).click();
    await library.getByRole('button', { name: '加入所选指标' }).click();
    await expect(page.getByText('权重合计 90 / 90')).toBeVisible();
    await project.indicators.expectRows(6);
    await project.indicators.type(1, '权重', '45');
    await expect(page.getByText('超出 5 分')).toBeVisible();
    await page.getByRole('button', { name: '按比例补齐到 90' }).click();
    await expect(page.getByText('权重合计 90 / 90')).toBeVisible();
  });

  await test.step('a number of the objective leads to the indicator that it contradicts', async () => {
    const numbers = page.getByRole('list', { name: '目标中的数字与指标' });
    await numbers.getByRole('button', { name: /120 人次 ≠ 指标 100 人次/ }).click();
    await expect(project.indicators.input).toBeFocused();
    await expect(project.indicators.input).toHaveValue('100');
    await page.keyboard.type('120');
    await page.keyboard.press('Enter');
    await expect(numbers.getByRole('button', { name: /120 人次 ＝ 指标/ })).toBeVisible();
    await draft.expectSaved();
  });
});

test('the libraries can be read by everybody, at 200 % zoom too', async ({ signedIn, office }) => {
  await approveYearBefore(office, [RECURRING, ONE_OFF]);
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/projects`);
  await expect(page.getByRole('table', { name: /^项目列表/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '从项目库选择…' }).click();
  const library = page.getByRole('dialog', { name: '从项目库选择' });
  await expect(library.getByRole('region', { name: `预览：${RECURRING.name}` })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(ZOOMED);
  await expect(library.getByRole('button', { name: '结转所选项目' })).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Escape');
  await expect(library).toBeHidden();
  await expect(page.getByRole('button', { name: '从项目库选择…' })).toBeFocused();

  await page.getByRole('link', { name: '疑难信访案件专项', exact: true }).click();
  await page.getByRole('button', { name: '从指标库选择…' }).click();
  const indicators = page.getByRole('dialog', { name: /^从指标库选择/ });
  await expect(indicators.getByRole('button', { name: '加入所选指标' })).toBeInViewport();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
