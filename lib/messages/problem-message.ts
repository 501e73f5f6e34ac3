import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { MoneyError } from '@/lib/domain/money/parse.ts';
import type { InputIssue, Problem } from '@/lib/domain/problem.ts';
import type { WorkbookFault } from '@/lib/domain/workbook/workbook-fault.ts';
import type { RoundRefusal } from '@/lib/domain/workflow/round-plan.ts';
import { VERSION_STATE_LABELS } from '@/lib/domain/workflow/transitions.ts';
import { unmetEditionCheck } from './edition-words.ts';
import { formatInstant } from './format-instant.ts';
import { sectionLockMessage } from './section-lock-message.ts';

const BYTES_PER_MEGABYTE = 1_048_576;

/** How much of a rejected text a sentence repeats: enough to recognise it, not a pasted page. */
const MAX_QUOTED_CHARACTERS = 20;

/**
 * The Chinese sentence for an expected failure: what is wrong and what to do next. The switch is exhaustive, so that a
 * new code without its sentence doesn't compile.
 */
export function problemMessage(problem: Problem): string {
  switch (problem.code) {
    case 'SIGNED_OUT':
      return '登录已失效，请重新登录。未保存的内容仍保留在本页面上，登录后会继续保存。';
    case 'FORBIDDEN':
      return '您当前的角色无权进行此操作。如需办理，请切换角色或联系系统管理员。';
    case 'NOT_FOUND':
      return '没有找到所要的内容，可能已被删除，或不在您负责的单位范围内。请返回列表重新选择。';
    case 'INVALID_INPUT':
      return invalidInputMessage(problem.issues);
    case 'TOO_LARGE':
      return `提交的内容超过 ${formatMegabytes(problem.maxBytes)} 兆字节的上限，未被接收。请分几次提交。`;
    case 'TOO_MANY_REQUESTS':
      return `操作过于频繁，请等待 ${formatWait(problem.retryAfterSeconds)}后再试。`;
    case 'STALE':
      return '保存期间，别人修改了同一处内容。请对照双方的数据，选择要保留的一份后再保存；您填写的内容没有丢失。';
    case 'CONTENT_CHANGED':
      return '预算内容在您打开页面之后又有修改。请刷新后核对最新内容，再进行此操作。';
    case 'HAS_ERRORS':
      return `校验发现 ${problem.findings.length} 处错误，改正后才能送审。请按错误列表逐条修改。`;
    case 'WARNINGS_UNEXPLAINED':
      return `还有 ${problem.findings.length} 条提醒没有填写说明。请逐条说明原因，或修改数据后再送审。`;
    case 'BUDGET_EXISTS':
      return `${problem.unitName} ${problem.year} 年的预算已经存在。请打开已有的预算；需要整体替换草稿时，请明确选择“替换”。`;
    case 'BUDGET_DECIDED':
      return `${problem.unitName} ${problem.year} 年的预算${VERSION_STATE_LABELS[problem.state]}，不能用导入的数据替换。`;
    case 'OTHER_UNIT':
      return `文件中的单位是 ${problem.unitCode}，与当前单位 ${problem.expectedUnitCode} 不符，没有导入。请选择本单位的文件。`;
    case 'YEAR_EXISTS':
      return `${problem.year} 年度已经开设，没有重复开设。请在年度列表中选择它。`;
    case 'YEAR_NOT_OPEN':
      return `${problem.year} 年的预算编制尚未开放，或已经截止。请与财政局预算科联系。`;
    case 'WORKBOOK_UNREADABLE':
      return workbookMessage(problem.fault);
    case 'CONTROL_EXCEEDED':
      return controlMessage(problem);
    case 'REASONS_REQUIRED':
      return '这项增减须在“上年数”页面逐项填写原因，各项原因的金额合计应等于增减额，不能只写说明。';
    case 'FILE_TYPE':
      return `“${problem.fileName}”不能作为附件：只接收 PDF、Word（.doc、.docx）和图片（.png、.jpg），且扩展名要与内容相符。请转换格式后重新上传。`;
    case 'FILE_STORE_FAILED':
      return '附件存储服务暂时无法连接，文件没有保存或取出。请稍后重试，或联系系统管理员。';
    case 'UNAVAILABLE':
      return '数据库暂时无法连接，此操作没有执行。您填写的内容仍在页面上，请稍后重试。';
    case 'UNEXPECTED':
      return `系统出错，编号 ${problem.errorId}。您填写的内容仍在页面上，请稍后重试；仍不成功时，请把编号告诉系统管理员。`;
    case 'EXPORT_UNPRINTABLE':
      return unprintableMessage(problem.characters, problem.places);
    case 'EXPORT_FAILED':
      if (problem.reason === 'ENGINE_MISSING') {
        return '这台服务器没有安装 PDF 排版组件，暂时不能导出 PDF。请改用 Excel 等格式，并联系系统管理员。';
      }
      return problem.annex
        ? `附件 ${problem.annex} 导出失败，其余内容未受影响。请重试；仍不成功时请联系系统管理员。`
        : '导出失败，预算数据未受影响。请重试；仍不成功时请联系系统管理员。';
    default:
      if (isMoneyError(problem)) return moneyMessage(problem);
      return isWorkflowProblem(problem) ? workflowMessage(problem) : identityMessage(problem);
  }
}

const WORKFLOW_CODES = [
  'NOT_A_DRAFT',
  'STATE_CHANGED',
  'OWN_WORK',
  'NOT_CLEAN',
  'LAST_UNIT',
  'ROUND_NOT_OPEN',
  'DEADLINE_PASSED',
  'CONFIRMATION_REQUIRED',
  'CONFIRMATION_NOT_REQUIRED',
  'ALREADY_OPENED',
  'NOT_THIS_ROUND',
  'EXPLANATIONS_REFUSED',
  'SECTION_LOCKED',
  'COMMENT_REQUIRED',
  'ROUND_REFUSED',
  'NO_ROUND_TO_BEGIN',
  'NOT_PUBLISHABLE',
  'EDITIONS_CHANGED',
  'SOURCES_CHANGED',
] as const;

type WorkflowProblem = Extract<Problem, { code: (typeof WORKFLOW_CODES)[number] }>;

function isWorkflowProblem(problem: Problem): problem is WorkflowProblem {
  return (WORKFLOW_CODES as readonly string[]).includes(problem.code);
}

/** Submission, review and what stands against them. */
function workflowMessage(problem: WorkflowProblem): string {
  switch (problem.code) {
    case 'NOT_A_DRAFT':
      return `该版本${VERSION_STATE_LABELS[problem.state]}，不能再修改。请在最新的草稿中修改。`;
    case 'STATE_CHANGED':
      return stateChangedMessage(problem);
    case 'OWN_WORK':
      return '不能审核自己编制或提交的预算。请由其他审核人员办理。';
    case 'NOT_CLEAN':
      return `没有通过：${problem.blemishes.join('，')}。请逐条审核，或单独勾选后再通过。`;
    case 'LAST_UNIT':
      return `${problem.reviewerName}只剩这些单位，不能全部移出。请先为其分配其他单位；不再担任审核人的，请由系统管理员取消其角色。`;
    case 'ROUND_NOT_OPEN':
      return `${problem.roundLabel ?? '申报'}目前没有开放，不能送审。草稿已保存；需要补报时，请与财政局预算科联系。`;
    case 'DEADLINE_PASSED':
      return `送审截止时间（${formatInstant(problem.deadlineAt)}）已过，不能送审。草稿已保存；请向财政局预算科申请延期。`;
    case 'CONFIRMATION_REQUIRED':
      return '本单位的预算须经单位负责人确认后才送达财政局。请刷新页面，改用“送单位负责人确认”。';
    case 'CONFIRMATION_NOT_REQUIRED':
      return '本单位的预算不需要单位负责人确认。请刷新页面，直接送审。';
    case 'ALREADY_OPENED':
      return `${problem.byName}已于${formatInstant(problem.at)}开始审核，不能再撤回。需要修改时，请联系审核人退回。`;
    case 'NOT_THIS_ROUND':
      return `该版本属于${problem.roundLabel}，不能进行此操作。请刷新后重试。`;
    case 'EXPLANATIONS_REFUSED':
      return `有 ${problem.count} 条说明未被认可，不能通过。请退回单位修改，或重新认可这些说明。`;
    case 'SECTION_LOCKED':
      return sectionLockMessage(problem.sections);
    case 'COMMENT_REQUIRED':
      return '请填写意见后再提交。';
    case 'ROUND_REFUSED':
      return ROUND_REFUSAL_MESSAGES[problem.reason];
    case 'NO_ROUND_TO_BEGIN':
      return problem.state === 'ACCEPTED'
        ? '下一轮申报尚未开放，不能开始编制。请等候财政局预算科通知。'
        : `该版本${VERSION_STATE_LABELS[problem.state]}，一上审核通过后才能开始下一轮编制。`;
    case 'NOT_PUBLISHABLE':
      return `不能公开：${problem.unmet.map(unmetEditionCheck).join('；')}。`;
    case 'EDITIONS_CHANGED':
      return '公开情况刚有变化：别人已经公开或撤下，此操作未执行。请刷新后核对。';
    case 'SOURCES_CHANGED':
      return '单位的批复版本或内部往来的说明刚有变化，此操作未执行。请刷新后核对各单位和附件，再公开。';
  }
}

const ROUND_REFUSAL_MESSAGES: Readonly<Record<RoundRefusal, string>> = {
  ALREADY_OPEN: '这一轮申报已经开放，不必重复开放。',
  NOT_OPEN: '这一轮申报目前没有开放，不能结束。',
  NOT_OPENED_YET: '这一轮申报还没有开放过，不能延期。请直接修改截止时间。',
  EARLIER_FIRST: '前一轮申报还没有开放过。请按一上、二上的顺序开放。',
  LATER_OPENED: '后一轮申报已经开放过，不能再开放这一轮。个别单位补报，请批准延期。',
  SCHEME_FIXED: '本年度已有申报开放过，不能再更改申报方式。',
  ANNEXES_FIXED: '本年度已有申报开放过或已有预算，不能再更改公开表和取整方式。',
};

/** Who was faster and with what, so that the one who came second knows whom to ask. */
function stateChangedMessage({ state, byName, at }: Extract<Problem, { code: 'STATE_CHANGED' }>): string {
  const label = VERSION_STATE_LABELS[state];
  const who = byName && at ? `${byName}已于${formatInstant(at)}办理，` : '';
  return `${who}该版本的状态已变为“${label}”，此操作未执行。请刷新后查看。`;
}

/** Why a file cannot be imported as a workbook; nothing was written in any case. */
function workbookMessage(fault: WorkbookFault): string {
  switch (fault.reason) {
    case 'NOT_A_WORKBOOK':
      return '这个文件不是 Excel 工作簿，没有导入。请选择 .xlsx 或 .xls 文件；其他格式请先用 Excel 或 WPS 另存为 .xlsx。';
    case 'DAMAGED':
      return '这个文件已损坏或不完整，没有导入。请用 Excel 或 WPS 打开并另存为 .xlsx，再重新选择。';
    case 'PASSWORD':
      return '这个文件设有打开密码，没有导入。请在 Excel 或 WPS 中取消密码后保存，再重新选择。';
    case 'UNPACKS_TOO_LARGE':
      return '这个文件展开后过大，没有导入。请删去不需要的工作表、图片和空白格式，或拆成几个文件。';
    case 'TOO_MANY_ROWS':
      return `工作表“${quote(fault.sheetName)}”超过 ${fault.maxRows} 行，没有导入。请拆成几个文件分次导入。`;
    case 'TOO_MANY_SHEETS':
      return `这个文件的工作表超过 ${fault.maxSheets} 张，没有导入。请只保留要导入的工作表。`;
    case 'NOTHING_KNOWN':
      return `没有找到可以导入的工作表（文件中有：${fault.sheetNames.slice(0, 5).map(quote).join('、')}）。请使用系统导出的模板，或把工作表改为模板中的名称。`;
  }
}

type IdentityProblem = Extract<
  Problem,
  {
    code:
      | 'BAD_CREDENTIALS'
      | 'ACCOUNT_DISABLED'
      | 'LOCKED'
      | `PASSWORD_${string}`
      | 'FOREIGN_ORIGIN'
      | 'USERNAME_TAKEN'
      | 'CODE_TAKEN'
      | 'LAST_ADMIN'
      | 'OWN_ACCOUNT'
      | 'ROLES_CONFLICT'
      | 'RECORD_CHANGED'
      | 'TOO_MANY_TEMPLATES'
      | 'ANNEX_SET_USED';
  }
>;

/** Sign-in, passwords, users, units and other records. */
function identityMessage(problem: IdentityProblem): string {
  switch (problem.code) {
    case 'BAD_CREDENTIALS':
      return '用户名或密码不正确，请核对后重新输入。';
    case 'ACCOUNT_DISABLED':
      return '该账号已停用，或尚未分配角色，不能登录。请联系系统管理员。';
    case 'LOCKED':
      return `密码连续输错次数过多，该用户名已暂停登录，请在 ${formatClock(problem.until)} 之后再试，或联系系统管理员重置密码。`;
    case 'PASSWORD_TOO_SHORT':
      return `密码至少需要 ${problem.minLength} 个字符，请加长。`;
    case 'PASSWORD_COMMON':
      return '这个密码过于常见或过于简单，容易被猜中。请换一个。';
    case 'PASSWORD_HOLDS_USERNAME':
      return '密码中不能包含用户名。请换一个。';
    case 'PASSWORD_UNCHANGED':
      return '新密码与原密码相同。请换一个新密码。';
    case 'PASSWORD_WRONG':
      return '原密码不正确，请重新输入。';
    case 'PASSWORD_CHANGE_REQUIRED':
      return '您正在使用一次性密码，请先修改密码，再进行其他操作。';
    case 'FOREIGN_ORIGIN':
      return '这个请求不是从本系统的页面发出的，未被执行。请打开本系统的页面重新操作。';
    case 'USERNAME_TAKEN':
      return `用户名“${quote(problem.username)}”已被使用。请换一个用户名。`;
    case 'CODE_TAKEN':
      return `编码 ${quote(problem.unitCode)} 已被使用。请核对编码，或打开已有的记录修改。`;
    case 'LAST_ADMIN':
      return '系统至少要保留一名可用的系统管理员。请先指定另一名系统管理员，再进行此操作。';
    case 'OWN_ACCOUNT':
      return '不能停用自己的账号，也不能取消自己的系统管理员角色。请由另一名系统管理员办理。';
    case 'ROLES_CONFLICT':
      return '系统管理员、审计与业务角色必须由不同的人担任（三权分立）。请只保留其中一类角色。';
    case 'RECORD_CHANGED':
      return '这条记录刚被别人修改过，您的修改没有保存。请关闭后重新打开，核对最新内容再修改。';
    case 'ANNEX_SET_USED':
      return problem.begun
        ? `${problem.year} 年度已用这套公开表开始申报，不能再修改或删除。需要改动时请复制一份，供以后的年度选用。`
        : `${problem.year} 年度选用了这套公开表，没有删除。请先在“申报轮次”中为该年度改选其他公开表。`;
    case 'TOO_MANY_TEMPLATES':
      return `${problem.shared ? '共用' : '自己'}的常用意见最多 ${problem.limit} 条，没有保存。请先删除不再使用的。`;
  }
}

function isMoneyError(problem: { readonly code: string }): problem is MoneyError {
  return problem.code.startsWith('MONEY_');
}

function moneyMessage(problem: MoneyError): string {
  const typed = `“${quote(problem.text)}”`;
  switch (problem.code) {
    case 'MONEY_NOT_A_NUMBER':
      return `${typed}不是金额。请填写数字，例如 12000.50。`;
    case 'MONEY_SCIENTIFIC_NOTATION':
      return `${typed}是科学记数法，容易看错位数。请写成普通数字，例如 12000.50。`;
    case 'MONEY_NEGATIVE':
      return `${typed}是负数，预算金额不能小于 0。请核对后填写正数；调减请直接修改原来的金额。`;
    case 'MONEY_TOO_PRECISE':
      return `${typed}的小数超过 ${problem.maxDecimals} 位，金额只精确到分。请四舍五入后填写。`;
    case 'MONEY_TOO_LARGE':
      return `${typed}超出了系统能处理的范围。请检查是否多写了位数，或把元写成了万元。`;
  }
}

/** Names up to three places; a screen lists the rest beside its fields. */
function invalidInputMessage(issues: readonly InputIssue[]): string {
  const sentences = issues.slice(0, 3).map((issue) => issue.message);
  const rest = issues.length - sentences.length;
  if (sentences.length === 0) return '填写的内容有误，请检查后重新提交。';
  return rest > 0 ? `${sentences.join('')}另有 ${rest} 处需要改正。` : sentences.join('');
}

/** Names the characters and where they stand, so that they can be found and replaced. */
function unprintableMessage(characters: readonly string[], places: readonly string[]): string {
  const named = characters.slice(0, 5).map((character) => `“${character}”`);
  const where = places.length > 0 ? `${places.slice(0, 3).join('、')}中的` : '文中的';
  return `${where}${named.join('')}等字符没有可用的字体，无法排入 PDF。请改用其他写法，或请系统管理员在字体目录中补充字体。`;
}

function quote(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_QUOTED_CHARACTERS ? text : `${characters.slice(0, MAX_QUOTED_CHARACTERS).join('')}…`;
}

function formatMegabytes(bytes: number): string {
  return String(Math.round((bytes / BYTES_PER_MEGABYTE) * 10) / 10);
}

function formatWait(seconds: number): string {
  return seconds < 60 ? `${Math.max(1, Math.ceil(seconds))} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}

/** An instant as the user's wall clock in China shows it, minutes rounded up so that waiting is never too short. */
function formatClock(iso: string): string {
  const roundedUp = new Date(Math.ceil(Date.parse(iso) / 60_000) * 60_000);
  return new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(roundedUp);
}

function controlMessage({
  unitName,
  what,
  limitFen,
  allocatedFen,
  others,
}: Extract<Problem, { code: 'CONTROL_EXCEEDED' }>): string {
  const [allocated, limit] = [allocatedFen, limitFen].map((amountFen) => formatForEntry(BigInt(amountFen), 'yuan'));
  const more = others > 0 ? `另有 ${others} 处同样的问题。` : '';
  return `${unitName}“${what}”细分到项目组、项目的控制数合计 ${allocated} 元，超过其控制数 ${limit} 元，没有下达。${more}请调整后再下达。`;
}
