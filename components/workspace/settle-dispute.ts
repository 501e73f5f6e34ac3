import { type Budget, PROJECT_PARTS } from '@/lib/domain/budget/budget.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { changeTarget } from './coalesce-changes.ts';
import type { CellDispute, Choice, Dispute, RowDispute } from './disputes.ts';
import { type Fields, fieldOfPath, withValueAt } from './field-paths.ts';
import { projectOf, rowIn } from './merge-remote.ts';
import { rowDifference } from './row-difference.ts';

interface Around {
  readonly shown: Budget;
  readonly base: Budget;
  /** Edits that wait to be saved. */
  readonly pending: readonly Change[];
}

export interface Settlement {
  /** What to take over into what is shown. */
  readonly adopt: readonly Change[];
  /** What is to be saved now. */
  readonly save: readonly Change[];
}

/** What follows from a choice. */
export function settle(dispute: Dispute, choice: Choice, around: Around): Settlement {
  if (dispute.kind === 'cell') return settleCell(dispute, choice, around);
  return choice === 'mine' ? keepRow(dispute, around) : giveRowUp(dispute, around);
}

function settleCell(dispute: CellDispute, choice: Choice, { shown, base, pending }: Around): Settlement {
  const { collection, rowKey, field, target } = dispute;
  const of = (budget: Budget): Fields => ({
    ...(collection === null ? budget.profile : rowIn(budget, collection, rowKey)),
  });
  const name = fieldOfPath(field);
  const change = (whole: Fields, value: unknown): Change => {
    const fields = { [name]: withValueAt(whole, field, value)[name] };
    return (
      collection === null ? { op: 'profile', fields } : { op: 'update', collection, key: rowKey, fields }
    ) as Change;
  };
  if (choice === 'theirs') return { adopt: [change(of(shown), dispute.theirs)], save: [] };
  /* The other parts of a nested field go as they wait to be saved, or as the server has them. */
  const waiting = pending.find((candidate) => changeTarget(candidate) === target);
  const fields: Fields = waiting?.op === 'update' || waiting?.op === 'profile' ? { ...waiting.fields } : {};
  return { adopt: [], save: [change({ ...of(base), ...fields }, dispute.mine)] };
}

function keepRow({ collection, rowKey, held }: RowDispute, { shown, base }: Around): Settlement {
  const parts = held.flatMap(
    ({ collection: list, key }) => rowDifference(list, rowIn(base, list, key), rowIn(shown, list, key)) ?? [],
  );
  const mine = rowIn(shown, collection, rowKey);
  if (mine === null) {
    const rest = collection === 'projects' ? partsIn(shown, rowKey) : [];
    const gone = rest.map(({ collection: list, row }) => ({ op: 'delete', collection: list, key: row.key }) as Change);
    return { adopt: gone, save: [...parts, ...gone, { op: 'delete', collection, key: rowKey } as Change] };
  }
  const own = rowDifference(collection, rowIn(base, collection, rowKey), mine);
  return { adopt: [], save: [...(own ? [own] : []), ...parts] };
}

function giveRowUp({ collection, rowKey, theirs, held }: RowDispute, { shown, base }: Around): Settlement {
  const parts = held.flatMap(
    ({ collection: list, key }) => rowDifference(list, rowIn(shown, list, key), rowIn(base, list, key)) ?? [],
  );
  const own = rowDifference(collection, rowIn(shown, collection, rowKey), theirs);
  return { adopt: [...parts, ...(own ? [own] : [])], save: [] };
}

function partsIn(budget: Budget, projectKey: string) {
  return PROJECT_PARTS.flatMap((collection) =>
    (budget[collection] as readonly Row[])
      .filter((row) => projectOf(row) === projectKey)
      .map((row) => ({ collection, row })),
  );
}
