import type { FocusEvent } from 'react';

const MARK = 'data-autofocus';

/**
 * A dialog takes the focus by a timer, which a busy computer may run only when somebody is in one of its fields already;
 * what they typed would be lost. It gives the focus to what is marked: so what has the focus is marked.
 */
export function markFocused({ currentTarget, target }: FocusEvent<HTMLElement>): void {
  // Lists and further dialogs stand elsewhere on the page, though their events come here
  if (!currentTarget.contains(target)) return;
  for (const marked of currentTarget.querySelectorAll(`[${MARK}]`)) marked.removeAttribute(MARK);
  target.setAttribute(MARK, '');
}
