import type { Db } from '@/lib/db/client.ts';
import { countOpenThreads } from '@/lib/db/comment-repository.ts';
import {
  createNotices,
  findDisplayName,
  findRoundFacts,
  findVersionFacts,
  listRoleHolders,
} from '@/lib/db/notice-repository.ts';
import { findUnit } from '@/lib/db/unit-repository.ts';
import type { NoticeDetail, NoticeKind } from '@/lib/domain/notices/notice.ts';
import { type Occasion, type Recipient, recipientsOf } from '@/lib/domain/notices/recipients.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';

type VersionKind = Extract<NoticeKind, `budget.${string}` | 'comment.reopened' | 'explanation.refused'>;

/** What happened. Each names what it happened to; the words come from the database. */
export type NoticeEvent =
  | {
      readonly kind: VersionKind;
      readonly budgetId: string;
      readonly versionId: string;
      /** Of a withdrawal: whether it was the unit head who had the version. */
      readonly wasConfirming?: boolean;
    }
  | {
      readonly kind: 'comment.added';
      readonly budgetId: string;
      readonly versionId: string;
      /** Who has written in the thread before; none: the remark begins one. */
      readonly participantIds: readonly string[];
      readonly isWithBureau: boolean;
    }
  | {
      readonly kind: 'control.issued';
      readonly unitId: string;
      readonly year: number;
      readonly budgetId: string | null;
    }
  | { readonly kind: 'round.opened' | 'round.changed'; readonly roundId: string }
  | { readonly kind: 'round.extended'; readonly roundId: string; readonly unitId: string; readonly until: Date }
  | {
      readonly kind: 'review.assigned' | 'review.unassigned';
      readonly unitId: string;
      readonly reviewerId: string;
    }
  | {
      readonly kind: Extract<NoticeKind, `edition.${string}`>;
      /** The versions that the edition adds up; of a unit's edition one. Somebody of several is told once. */
      readonly budgets: readonly { readonly budgetId: string; readonly versionId: string }[];
      readonly editionNumber: number;
      /** Whether the edition is a department's. */
      readonly isMerged: boolean;
    };

/**
 * Tells everybody whom an act concerns, in the transaction of the act: a notice stands if and only if the act does.
 *
 * @param actor null: the installation itself
 */
export async function notify(
  tx: Db,
  actor: Pick<Actor, 'userId'> | null,
  event: NoticeEvent,
  at: Date = new Date(),
): Promise<void> {
  const actorName = actor ? await findDisplayName(tx, actor.userId) : null;
  const known = new Set<string>();
  for (const told of await placesOf(tx, event)) {
    const recipients = await recipientsAt(tx, actor, event, told);
    const news = recipients.filter(({ userId }) => !known.has(userId));
    for (const { userId } of news) known.add(userId);
    const detail = { ...told.detail, ...(actorName === null ? {} : { actorName }) };
    const notice = { ...told.place, kind: event.kind, detail, createdAt: at };
    await createNotices(
      tx,
      news.map((recipient) => ({ ...recipient, ...notice })),
    );
  }
}

async function recipientsAt(
  tx: Db,
  actor: Pick<Actor, 'userId'> | null,
  { kind }: NoticeEvent,
  { unitId, occasion }: Told,
): Promise<readonly Recipient[]> {
  const holders = await listRoleHolders(tx, unitId);
  /* What is about no single unit is told once to whoever holds the role anywhere. */
  const onUnit = unitId === null ? holders.map((holder) => ({ ...holder, unitId: null })) : holders;
  return recipientsOf({ kind, unitId: unitId ?? '', actorUserId: actor?.userId ?? null, ...occasion }, onUnit);
}

interface Told {
  /** The unit whose people are told; null: all. */
  readonly unitId: string | null;
  readonly place: {
    readonly unitId: string | null;
    readonly budgetId: string | null;
    readonly versionId: string | null;
  };
  readonly detail: NoticeDetail;
  readonly occasion?: Partial<Occasion>;
}

/** One for each unit that it happened to; what is gone has none. */
async function placesOf(tx: Db, event: NoticeEvent): Promise<readonly Told[]> {
  if ('budgets' in event) return ofEdition(tx, event);
  const told = await placeOf(tx, event);
  return told ? [told] : [];
}

type EventAtOnePlace = Exclude<NoticeEvent, { readonly budgets: unknown }>;

async function placeOf(tx: Db, event: EventAtOnePlace): Promise<Told | null> {
  switch (event.kind) {
    case 'control.issued':
      return ofControl(tx, event);
    case 'round.opened':
    case 'round.changed':
    case 'round.extended':
      return ofRound(tx, event);
    case 'review.assigned':
    case 'review.unassigned':
      return ofAssignment(tx, event);
    default:
      return ofVersion(tx, event);
  }
}

type EventOf<K extends NoticeKind> = NoticeEvent extends infer E
  ? E extends { readonly kind: infer Kind }
    ? Kind & K extends never
      ? never
      : E
    : never
  : never;

async function ofVersion(tx: Db, event: EventOf<VersionKind | 'comment.added'>): Promise<Told | null> {
  const { budgetId, versionId } = event;
  const facts = await findVersionFacts(tx, versionId);
  if (!facts) return null;
  const { unitId, unitName, year, number } = facts;
  const detail = { unitName, year, number };
  const place = { unitId, budgetId, versionId };
  if (event.kind !== 'comment.added') {
    const openRemarks = event.kind === 'budget.returned' ? await countOpenThreads(tx, budgetId) : 0;
    const told = openRemarks > 0 ? { ...detail, openRemarks } : detail;
    return { unitId, place, detail: told, occasion: { wasConfirming: event.wasConfirming } };
  }
  const { participantIds, isWithBureau } = event;
  const isReply = participantIds.length > 0;
  return { unitId, place, detail: { ...detail, isReply }, occasion: { participantIds, isWithBureau } };
}

async function ofEdition(
  tx: Db,
  { budgets, editionNumber, isMerged }: EventOf<`edition.${string}` & NoticeKind>,
): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const { budgetId, versionId } of budgets) {
    const facts = await findVersionFacts(tx, versionId);
    if (!facts) continue;
    const { unitId, departmentCode, departmentName, ...detail } = facts;
    const department = isMerged ? { departmentCode, departmentName } : {};
    told.push({ unitId, place: { unitId, budgetId, versionId }, detail: { ...detail, editionNumber, ...department } });
  }
  return told;
}

async function ofControl(tx: Db, { unitId, year, budgetId }: EventOf<'control.issued'>): Promise<Told | null> {
  const unit = await findUnit(tx, unitId);
  return unit && { unitId, place: { unitId, budgetId, versionId: null }, detail: { unitName: unit.name, year } };
}

async function ofRound(tx: Db, event: EventOf<`round.${string}` & NoticeKind>): Promise<Told | null> {
  const round = await findRoundFacts(tx, event.roundId);
  if (!round) return null;
  const detail = { year: round.year, roundKind: round.kind };
  const nowhere = { unitId: null, budgetId: null, versionId: null };
  if (event.kind !== 'round.extended') {
    const deadlineAt = round.deadlineAt?.toISOString() ?? null;
    return { unitId: null, place: nowhere, detail: { ...detail, deadlineAt } };
  }
  const { unitId, until } = event;
  const unit = await findUnit(tx, unitId);
  const extended = { ...detail, deadlineAt: until.toISOString() };
  return unit && { unitId, place: { ...nowhere, unitId }, detail: { ...extended, unitName: unit.name } };
}

/** Who lost a unit is told under no unit, or they could not read it. */
async function ofAssignment(tx: Db, event: EventOf<'review.assigned' | 'review.unassigned'>): Promise<Told | null> {
  const { kind, unitId, reviewerId } = event;
  const unit = await findUnit(tx, unitId);
  if (!unit) return null;
  const isLost = kind === 'review.unassigned';
  const place = { unitId: isLost ? null : unitId, budgetId: null, versionId: null };
  return { unitId: place.unitId, place, detail: { unitName: unit.name }, occasion: { assigneeId: reviewerId } };
}
