import { test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';

test('a paste of a thousand rows is one step, and undone as one', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  const grid = draft.grid('基本支出');
  await grid.expectRows(34);
  await grid.toEnd();
  await grid.select('＋', '功能科目');
  const rows = Array.from(
    { length: 1_000 },
    (_, index) => `2010308\t\t30201\t\t一般公共预算\t\t${index + 1}.00\t第${index}项`,
  );
  await grid.paste(rows.join('\r\n'));
  await grid.expectRows(1_034);
  await draft.expectSaved();
  await page.keyboard.press('Control+z');
  await grid.expectRows(34);
  await draft.expectSaved();
  await page.keyboard.press('Control+y');
  await grid.expectRows(1_034);
  await page.keyboard.press('Control+z');
  await grid.expectRows(34);
  await draft.expectSaved();
  await page.reload();
  await grid.expectRows(34);
});
