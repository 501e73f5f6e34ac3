import type { Fen } from '../money/fen.ts';

/** Money that flows from one sum into another, and the span it has to lie in. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  flowFen: Fen;
  readonly atLeastFen: Fen;
  readonly atMostFen: Fen;
}

/**
 * Moves money around so that every flow lies in its span: what enters a node leaves it, before and after. Each move is
 * the shortest ring that mends a flow, through the largest flows first, so that few and large amounts change.
 *
 * @param flows balanced at every node; changed in place
 * @returns whether every flow lies in its span now; when not, the flows are balanced still
 */
export function fitFlows(flows: readonly Flow[]): boolean {
  for (const flow of flows) {
    while (flow.flowFen < flow.atLeastFen) {
      if (!moveRound(flows, flow, flow.to, flow.from, flow.atLeastFen - flow.flowFen, 1n)) return false;
    }
    while (flow.flowFen > flow.atMostFen) {
      if (!moveRound(flows, flow, flow.from, flow.to, flow.flowFen - flow.atMostFen, -1n)) return false;
    }
  }
  return true;
}

/** A flow that money may be moved along (`forward`), or taken back from. */
interface Step {
  readonly flow: Flow;
  readonly forward: boolean;
  readonly roomFen: Fen;
}

function moveRound(
  flows: readonly Flow[],
  mended: Flow,
  start: string,
  end: string,
  wantedFen: Fen,
  sign: 1n | -1n,
): boolean {
  const way = shortestWay(
    flows.filter((flow) => flow !== mended),
    start,
    end,
  );
  if (!way) return false;
  const movedFen = way.reduce((least, { roomFen }) => (roomFen < least ? roomFen : least), wantedFen);
  for (const { flow, forward } of way) flow.flowFen += forward ? movedFen : -movedFen;
  mended.flowFen += sign * movedFen;
  return true;
}

function shortestWay(flows: readonly Flow[], start: string, end: string): readonly Step[] | null {
  const steps = stepsByNode(flows);
  const came = new Map<string, { readonly node: string; readonly step: Step } | null>([[start, null]]);
  const queue = [start];
  for (let node = queue.shift(); node !== undefined && !came.has(end); node = queue.shift()) {
    for (const step of steps.get(node) ?? []) {
      const next = step.forward ? step.flow.to : step.flow.from;
      if (came.has(next)) continue;
      came.set(next, { node, step });
      queue.push(next);
    }
  }
  if (!came.has(end)) return null;
  const way: Step[] = [];
  for (let back = came.get(end); back; back = came.get(back.node)) way.unshift(back.step);
  return way;
}

/** The steps that may be taken from each node, along the largest flows first. */
function stepsByNode(flows: readonly Flow[]): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>();
  const add = (node: string, step: Step): void => {
    const list = steps.get(node);
    if (list) list.push(step);
    else steps.set(node, [step]);
  };
  for (const flow of [...flows].sort((a, b) => (a.flowFen < b.flowFen ? 1 : a.flowFen > b.flowFen ? -1 : 0))) {
    const [more, less] = [flow.atMostFen - flow.flowFen, flow.flowFen - flow.atLeastFen];
    if (more > 0n) add(flow.from, { flow, forward: true, roomFen: more });
    if (less > 0n) add(flow.to, { flow, forward: false, roomFen: less });
  }
  return steps;
}
