'use client';

import { useState } from 'react';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Placement, Placements } from '@/lib/domain/start/bring-in.ts';
import {
  countOfPart,
  factsOfPart,
  START_PARTS,
  type StartContent,
  type StartPart,
} from '@/lib/domain/start/start-part.ts';

/** A part that can be brought in, with what stands on both sides. */
export interface PartOffer {
  readonly part: StartPart;
  readonly rows: number;
  readonly facts: number;
  readonly ownRows: number;
  readonly ownFacts: number;
}

/** The parts of which there is something to bring in. */
export function offersOf(budget: Budget, content: StartContent): readonly PartOffer[] {
  return START_PARTS.map((part) => ({
    part,
    rows: countOfPart(content.rows, part),
    facts: factsOfPart(content.profile, part),
    ownRows: countOfPart(budget, part),
    ownFacts: factsOfPart(budget.profile, part),
  })).filter(({ rows, facts }) => rows > 0 || facts > 0);
}

/** What is done with a part unless somebody says otherwise: nothing that is there is touched. */
export function usualPlacement({ part, ownRows }: PartOffer): Placement {
  return ownRows === 0 || part === 'narrative' ? 'append' : 'skip';
}

/** What somebody chose to do with the parts; the rest is as usual. */
export function usePlacements(): {
  readonly chosen: Placements;
  readonly choose: (part: StartPart, placement: Placement) => void;
} {
  const [chosen, setChosen] = useState<Placements>({});
  return {
    chosen,
    choose: (part, placement) => setChosen((before) => ({ ...before, [part]: placement })),
  };
}

/** The placements of all offers. */
export function placementsOf(offers: readonly PartOffer[], chosen: Placements): Placements {
  return Object.fromEntries(offers.map((offer) => [offer.part, chosen[offer.part] ?? usualPlacement(offer)]));
}
