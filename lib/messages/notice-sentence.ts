import type { NoticeDetail, NoticeKind } from '../domain/notices/notice.ts';
import type { Role } from '../domain/workflow/roles.ts';
import { ROUND_KIND_LABELS } from '../domain/workflow/round.ts';
import { formatInstant } from './format-instant.ts';

/** What of a notice its sentence is worded from. */
export interface WordedNotice {
  readonly kind: NoticeKind;
  readonly role: Role;
  readonly detail: NoticeDetail;
}

/** The sentence that tells a notice: never an amount, the name of a project or what somebody wrote. */
export function noticeSentence({ kind, role, detail }: WordedNotice): string {
  const { unitName = '', number = 1, openRemarks = 0 } = detail;
  const budget = budgetName(detail);
  switch (kind) {
    case 'budget.submitted':
      return number > 1 ? `${budget}修改后重新送审，请审核。` : `${budget}已送审，请审核。`;
    case 'budget.proposed':
      return `${budget}已编制完成，请确认后送审。`;
    case 'budget.confirmed':
      return `${budget}已经单位负责人确认并送审。`;
    case 'budget.declined':
      return `${budget}被单位负责人退回，请修改后重新提交。`;
    case 'budget.returned':
      return `${budget}被财政局退回${openRemarks > 0 ? `，附 ${openRemarks} 条待处理的意见` : ''}，请按审核意见修改。`;
    case 'budget.withdrawn':
      return `${budget}已由单位撤回，无须再${role === 'UNIT_HEAD' ? '确认' : '审核'}。`;
    case 'budget.accepted':
      return `${budget}一上审核通过。`;
    case 'budget.approved':
      return `${budget}审核通过（批复）。`;
    case 'budget.unlocked':
      return `${budget}可以修改的范围已放开。`;
    case 'budget.adjustment-opened':
      return `${budget}已发起预算调整，请编制调整草稿。`;
    case 'control.issued':
      return `${budget}的控制数已下达或更改，请核对。`;
    case 'review.assigned':
      return `${unitName}的预算分配给您审核。`;
    case 'review.unassigned':
      return `${unitName}的预算不再由您审核。`;
    case 'comment.added':
    case 'comment.reopened':
    case 'explanation.refused':
      return remarkSentence(kind, detail);
    case 'edition.published':
    case 'edition.corrected':
    case 'edition.withdrawn':
    case 'edition.outdated':
    case 'publication.near':
    case 'publication.passed':
      return publicationSentence(kind, detail);
    default:
      return roundSentence(kind, detail);
  }
}

function remarkSentence(kind: 'comment.added' | 'comment.reopened' | 'explanation.refused', detail: NoticeDetail) {
  const { actorName = '', isReply = false } = detail;
  const budget = budgetName(detail);
  if (kind === 'explanation.refused') return `${budget}有说明未被认可，请补充或修改。`;
  if (kind === 'comment.reopened') return `${budget}的一条意见被重新打开，请处理。`;
  return isReply ? `${actorName}回复了${budget}的意见。` : `${actorName}对${budget}提出了意见。`;
}

type PublicationNotice = Extract<NoticeKind, `edition.${string}` | `publication.${string}`>;

function publicationSentence(kind: PublicationNotice, detail: NoticeDetail): string {
  const { unitName = '', year, departmentName, editionNumber = 1, deadlineAt } = detail;
  const whose = departmentName ? `${departmentName}（部门汇总）` : unitName;
  const budget = `${whose}${year === undefined ? '' : ` ${year} 年`}预算`;
  const until = deadlineAt ? `（${formatInstant(deadlineAt)}）` : '';
  switch (kind) {
    case 'edition.published':
      return `${budget}已向社会公开。`;
    case 'edition.corrected':
      return `${budget}已更正公开（第 ${editionNumber} 次）。`;
    case 'edition.withdrawn':
      return `${budget}第 ${editionNumber} 次公开已撤下。`;
    case 'edition.outdated':
      return `${unitName}预算调整已批复，${budget}公开的仍是调整前的数，请核对后更正公开。`;
    case 'publication.near':
      return `${budget}批复后尚未公开，须在批复后 20 日内${until}公开，请尽快办理。`;
    case 'publication.passed':
      return `${budget}超过批复后 20 日${until}仍未公开，请立即办理。`;
  }
}

type RoundNotice = 'round.opened' | 'round.changed' | 'round.extended' | 'deadline.near' | 'deadline.passed';

function roundSentence(kind: RoundNotice, detail: NoticeDetail): string {
  const { year, roundKind, deadlineAt = null, unitName = '' } = detail;
  const round = `${year ?? '本'} 年预算${roundKind ? ROUND_KIND_LABELS[roundKind] : '申报'}`;
  const until = deadlineAt === null ? '' : formatInstant(deadlineAt);
  switch (kind) {
    case 'round.opened':
      return `${round}已开放申报${until && `，送审截止时间为${until}`}。`;
    case 'round.changed':
      return until ? `${round}的送审截止时间改为${until}。` : `${round}不再设送审截止时间。`;
    case 'round.extended':
      return `${unitName} ${round}获准延期，送审截止时间为${until}。`;
    case 'deadline.near':
      return `${unitName} ${round}尚未送审，截止时间为${until}，请尽快送审。`;
    case 'deadline.passed':
      return `${unitName} ${round}未在截止时间（${until}）前送审，请与财政局预算科联系。`;
  }
}

function budgetName({ unitName = '', year, number }: NoticeDetail): string {
  return `${unitName}${year === undefined ? '' : ` ${year} 年`}预算${number !== undefined && number > 1 ? `第 ${number} 版` : ''}`;
}
