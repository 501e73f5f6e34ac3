'use client';

import { useEffect } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What holds no text, or tells no program what it holds. */
const WITHOUT_TEXT = new Set(['checkbox', 'radio', 'file', 'hidden', 'button', 'submit', 'reset', 'image']);

/**
 * Tells the page what was typed, pasted or filled in by the browser before its programs had come: on an old computer that
 * is a second or two, and React would take the text away with the next change.
 */
export function EarlyInput() {
  useEffect(() => {
    for (const field of document.querySelectorAll<Field>('input, textarea')) {
      if (!WITHOUT_TEXT.has(field.type) && field.value !== field.defaultValue) tell(field, field.value);
    }
    // For programs that drive the page: from now on it hears keys and clicks
    document.documentElement.dataset.listening = '';
  }, []);
  return null;
}

/** React hears of a change only where the value differs from the one that was last set through the element itself. */
function tell(field: Field, typed: string): void {
  field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, typed);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
