import { accountOf } from '../fixtures/demonstration.ts';
import { pdfText, sheetRows } from '../fixtures/documents.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { exportAs } from '../pages/export-dialog.ts';
import { ProjectPage } from '../pages/project-page.ts';
import { ReviewPage } from '../pages/review-page.ts';

const PROJECT = '信访接待场所维修专项';
const REMARK = '办公费比上年增加较多，请核减到11.5万元以内。';
const REASON = '办公费偏高，请核减后重新报送。';
const ANSWER = '已核减为11.5万元，差额同步调减收入。';

const PROJECT_TEXTS = {
  项目名称: PROJECT,
  功能科目: '2010308',
  项目概况: '维修接待大厅和候访区，更换老化线路，增设无障碍通道。',
  立项依据: '区政府常务会议纪要〔2022〕31号。',
  当年绩效目标: '完成1处接待场所维修，来访群众满意度不低于90%。',
};

/** 经济科目, 资金来源, 上年结转, 金额: 300,000 元 in all. */
const COST_LINES = [
  ['30213', '一般公共预算', '', '24万元'],
  ['30227', '一般公共预算', '', '60000'],
];

/** 一级, 二级, 三级指标, 性质, 指标值, 度量单位, 权重. */
const INDICATORS = [
  ['产出', '数量', '完成维修的接待场所', '=', '1', '处', '40'],
  ['成本', '经济成本', '场所维修支出', '<=', '30', '万元', '20'],
  ['效益', '社会效益', '来访接待能力提升幅度', '>=', '20', '%', '20'],
];
const SATISFACTION = ['满意度', '服务对象', '来访群众满意度', '>=', '90', '%', '10'];

test('a budget is drafted, refused, submitted, returned, corrected, approved and exported', async ({
  newPage,
  signIn,
}) => {
  test.slow();
  const [clerk, reviewer] = [accountOf('clerk'), accountOf('reviewer')];
  const draft = new DraftPage(await newPage());
  const review = new ReviewPage(await newPage());

  await test.step('the clerk signs in, corrects a line and adds a project', async () => {
    await signIn(draft.page, clerk.username, clerk.password);
    await draft.page
      .getByRole('link', { name: /^309001/ })
      .first()
      .click();
    await correctLine(draft);
    await addProject(draft);
  });
  await test.step('is refused, mends what is missing, explains the warning and submits', async () => {
    await submitInVain(draft);
    await mend(draft);
    await submit(draft);
  });
  await test.step('the reviewer comments on a line and returns the budget', async () => {
    await signIn(review.page, reviewer.username, reviewer.password);
    await review.openFromList('309001');
    await review.open('基本支出');
    await review.comment(review.lines('基本支出').getByRole('row').filter({ hasText: '30201' }), REMARK);
    await review.return(REASON);
  });
  await test.step('the clerk sees why, answers, corrects and resubmits: the explanation has come along', async () => {
    await answerAndCorrect(draft);
    await draft.submit();
    await expect(draft.page.getByRole('banner').getByText('已提交')).toBeVisible();
  });
  await test.step('the reviewer sees the answer and what has changed, and approves', () => approve(review));
  await test.step('the approved workbook holds the new figures', async () => {
    await draft.page.reload();
    await expect(draft.page.getByRole('banner').getByText('已审核（批复）')).toBeVisible();
    await expectInWorkbook(draft);
  });
  await test.step('and so do the PDF and the JSON', async () => {
    await expectInPdf(draft);
    await expectInJson(draft);
  });
  await test.step('the history says who changed which line', async () => {
    await draft.open('版本与历史');
    const change = '修改基本支出 2010308 信访事务 · 30201 办公费：金额 120,000.00 元 → 115,000.00 元';
    await expect(draft.page.getByRole('list', { name: '操作记录' })).toContainText(change);
  });
});

async function correctLine(draft: DraftPage): Promise<void> {
  await expect(draft.page.getByRole('heading', { name: '收入预算' })).toBeVisible();
  await draft.open('基本支出');
  await draft.grid('基本支出').type('30201', '金额（元）', '120000');
  await draft.grid('基本支出').expectText('30201', '金额（元）', '120,000.00');
  await draft.expectSaved();
}

/** A whole project but for its indicator of satisfaction. */
async function addProject(draft: DraftPage): Promise<void> {
  await draft.open('项目支出');
  await draft.page.getByRole('button', { name: '新增项目' }).click();
  const project = new ProjectPage(draft.page);
  await project.fill(PROJECT_TEXTS);
  for (const line of COST_LINES) await project.costLines.addRow(line);
  for (const indicator of INDICATORS) await project.indicators.addRow(indicator);
  await expect(draft.page.getByText('成本指标合计 300,000.00 元，与项目金额一致')).toBeVisible();
  await draft.expectSaved();
}

async function submitInVain(draft: DraftPage): Promise<void> {
  const dialog = await draft.submitInVain();
  await expect(dialog).toContainText(`项目“${PROJECT}”缺少满意度指标，请补充。`);
  await expect(dialog).toContainText('310,000元');
  await dialog.getByRole('button', { name: /缺少满意度指标/ }).click();
  await expect(draft.page.getByRole('heading', { name: PROJECT })).toBeVisible();
}

/** The missing indicator; the revenue that covers the new expenditure; the warning that the new figures raise. */
async function mend(draft: DraftPage): Promise<void> {
  await new ProjectPage(draft.page).indicators.addRow(SATISFACTION);
  await expect(draft.page.getByText('权重合计 90 / 90')).toBeVisible();
  await draft.open('收入预算');
  await draft.grid('收入').type('2010308', '金额（元）', '8252688');
  await draft.expectSaved();
  const dialog = await draft.submitInVain();
  await expect(dialog).toContainText('1 条提醒须改正或写明原因');
  await dialog.getByRole('button', { name: '到校验页逐条处理' }).click();
  await draft.explain('没有编制政府采购预算', '维修和委托事项均低于分散采购限额标准，由单位自行采购。');
}

async function submit(draft: DraftPage): Promise<void> {
  await draft.submit();
  await expect(draft.page.getByRole('banner').getByText('已提交')).toBeVisible();
  await expect(draft.submitButton).toBeHidden();
  await draft.open('基本支出');
  await expect(draft.page.getByRole('button', { name: '撤销' })).toBeHidden();
  await draft.grid('基本支出').select('30201', '金额（元）');
  await expect(draft.grid('基本支出').input).not.toBeEditable();
}

async function answerAndCorrect(draft: DraftPage): Promise<void> {
  const { page } = draft;
  await page.reload();
  const notice = page.getByRole('status', { name: '退回说明' });
  await expect(notice).toContainText(REASON);
  await expect(notice).toContainText('待处理 1 条');
  await notice.getByRole('button', { name: '审核意见' }).click();
  const remark = page.getByRole('article', { name: '审核意见' }).filter({ hasText: REMARK });
  await remark.getByRole('button', { name: '回复' }).click();
  await remark.getByLabel('回复内容').fill(ANSWER);
  await remark.getByRole('button', { name: '保存回复' }).click();
  await expect(remark).toContainText(ANSWER);
  await remark.getByRole('button', { name: /30201/ }).click();
  await draft.grid('基本支出').type('30201', '金额（元）', '１１５０００');
  await draft.open('收入预算');
  await draft.grid('收入').type('2010308', '金额（元）', '8,247,688.00元');
  await draft.expectSaved();
}

async function approve(review: ReviewPage): Promise<void> {
  await review.page.reload();
  await review.openFromList('309001');
  await expect(review.remark(REMARK)).toContainText(ANSWER);
  await review.open('基本支出');
  const lines = review.lines('基本支出').getByRole('row');
  const line = lines.filter({ hasText: '30201' });
  await expect(line.getByRole('deletion')).toHaveText('120,000.00');
  await expect(line.getByRole('insertion')).toHaveText('115,000.00');
  await expect(lines.filter({ hasText: /已改|新增|已删/ })).toHaveCount(1);
  await review.remark(REMARK).getByRole('button', { name: '标为已解决' }).click();
  await expect(review.remark(REMARK)).toBeHidden();
  await review.approve();
}

async function expectInWorkbook(draft: DraftPage): Promise<void> {
  const { name, bytes } = await exportAs(draft.page, 'Excel（XLSX）');
  expect(name).toBe('309001信访办（本级）2023年部门预算.xlsx');
  const basic = await sheetRows(bytes, '附件3');
  expect(basic.find((row) => row.includes('办公费'))).toContain(11.5);
  const projects = await sheetRows(bytes, '附件10');
  expect(projects.find((row) => row.includes(PROJECT))).toContain(30);
  const whole = await sheetRows(bytes, '附件8');
  expect(whole.find((row) => row.includes('合计'))).toContain(968.1);
  const sheet = await sheetRows(bytes, '附件12_10');
  expect(sheet.flat()).toContain('来访群众满意度');
}

async function expectInPdf(draft: DraftPage): Promise<void> {
  const { name, bytes } = await exportAs(draft.page, 'PDF');
  expect(name).toBe('309001信访办（本级）2023年部门预算.pdf');
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  const text = await pdfText(bytes);
  if (text === null) {
    test.info().annotations.push({ type: 'not checked', description: 'text of the PDF: poppler is not installed' });
    return;
  }
  expect(text).toMatch(/30201\s+办公费\s+11\.50/);
  expect(text).toContain(PROJECT);
  expect(text).toContain('968.10');
  expect(text).not.toContain('草稿');
}

/** By the address that other systems use, in the session of the browser. */
async function expectInJson({ page }: DraftPage): Promise<void> {
  const [, budgetId] = /\/budgets\/([^/]+)/.exec(page.url()) ?? [];
  const answer = await page.request.get(`/api/v1/budgets/${budgetId}/exports?format=json&annexes=3`);
  const annex = (await answer.json()) as { rows: Record<string, unknown>[] };
  expect(annex.rows.map((row) => JSON.stringify(row)).find((row) => row.includes('30201'))).toContain('11.5');
}
