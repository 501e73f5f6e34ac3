import type { ControlChangeRecord, ControlTrailEntry } from '../domain/workflow/control-trail.ts';
import type { Role } from '../domain/workflow/roles.ts';
import type { Db } from './client.ts';

/** How many issues of one unit and year a trail goes back. */
const MAX_EVENTS = 500;

interface TrailRecord {
  readonly id: bigint;
  readonly at: Date;
  readonly actorName: string | null;
  readonly role: Role | null;
  readonly note: string | null;
  readonly figures: readonly (Omit<ControlChangeRecord, 'item'> & Partial<Pick<ControlChangeRecord, 'item'>>)[];
}

/** Every issue of 控制数 to a unit for a year, newest first: on its budget's chain and on the general one. */
export async function listControlTrail(db: Db, unitId: string, year: number): Promise<readonly ControlTrailEntry[]> {
  const records = await db.$queryRaw<TrailRecord[]>`
    SELECT e.id, e.at, u.display_name AS "actorName", e.role::text AS role, e.detail ->> 'note' AS note,
           e.detail -> 'figures' AS figures
    FROM audit_events e
    LEFT JOIN users u ON u.id = e.actor_id
    WHERE e.action = 'control.issued' AND e.detail ->> 'unitId' = ${unitId} AND (e.detail ->> 'year')::int = ${year}
    ORDER BY e.id DESC LIMIT ${MAX_EVENTS}`;
  return records.map(({ id, at, figures, ...record }) => ({
    ...{ ...record, id: id.toString(), at: at.toISOString() },
    // Figures of groups and projects came later than the first events.
    changes: figures.map((figure) => ({ ...figure, item: figure.item ?? '' })),
  }));
}
