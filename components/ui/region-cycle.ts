'use client';

import { useEffect } from 'react';

const FOCUSABLE = 'a[href],button:not([disabled]),input:not([disabled]),[tabindex="0"]';

/** F6 and Shift+F6 go round the regions of the page (`data-region`), as desktop programs do. */
export function useRegionCycle(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.isComposing) return;
      event.preventDefault();
      focusNextRegion(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function focusNextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent);
  const current = regions.findLastIndex((region) => region.contains(document.activeElement));
  const start = current < 0 && step < 0 ? 0 : current;
  for (let distance = 1; distance <= regions.length; distance += 1) {
    const region = regions[(start + step * distance + regions.length * distance) % regions.length];
    /* The first that is shown: a button that waits for a narrower window can't take the keyboard. */
    const target = [...(region?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].find((each) => each.checkVisibility());
    if (target && !target.contains(document.activeElement)) {
      target.focus();
      return;
    }
  }
}
