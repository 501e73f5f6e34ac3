import {
  type PassagePart,
  type PassageParts,
  textPart,
  tidyParts,
  typedText,
} from '@/lib/domain/narrative/passage-text.ts';

/**
 * Draws the parts of a passage into an editable element and reads them back. A figure is an element that the caret
 * steps over; beside it stands an invisible character where no word does, so that the caret has a place there.
 */
const CARET_PLACE = '\u200b';

/** What a figure is shown as, by its name and the words behind it. */
export type ChipText = (
  ref: string,
  following: string,
) => { readonly text: string; readonly title: string; readonly isKnown: boolean };

export function drawParts(root: HTMLElement, parts: PassageParts, chipText: ChipText): void {
  const nodes: Node[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      nodes.push(document.createTextNode(part.text));
      continue;
    }
    if (parts[index - 1]?.kind !== 'text') nodes.push(document.createTextNode(CARET_PLACE));
    nodes.push(chip(part.ref));
    if (index === parts.length - 1) nodes.push(document.createTextNode(CARET_PLACE));
  }
  const last = parts.at(-1);
  // The last line break of an element is not drawn: another one behind it makes it visible.
  if (last?.kind === 'text' && last.text.endsWith('\n'))
    nodes.push(Object.assign(document.createElement('br'), { className: LAST_BREAK }));
  root.replaceChildren(...nodes);
  refreshChips(root, chipText);
}

/** A longer figure, and one of several words, may be broken over lines. */
const LONG = 16;

const LAST_BREAK = 'last-break';

function chip(ref: string): HTMLElement {
  const element = document.createElement('span');
  element.contentEditable = 'false';
  element.dataset.ref = ref;
  return element;
}

/** Brings the figures up to date; the words, and the caret among them, stay untouched. */
export function refreshChips(root: HTMLElement, chipText: ChipText): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-ref]')) {
    const following = (element.nextSibling?.textContent ?? '').replaceAll(CARET_PLACE, '');
    const { text, title, isKnown } = chipText(element.dataset.ref ?? '', following);
    if (element.textContent !== text) element.textContent = text;
    element.title = title;
    element.toggleAttribute('data-missing', !isKnown);
    element.toggleAttribute('data-long', text.length > LONG || text.includes('，'));
  }
}

/** The parts that an element holds, as they were typed. */
export function readParts(root: Node): PassageParts {
  return tidyParts([...root.childNodes].flatMap(readNode));
}

function readNode(node: Node): readonly PassagePart[] {
  if (node instanceof Text) return [textPart(typedText(node.data))];
  if (!(node instanceof HTMLElement)) return [];
  if (node.dataset.ref !== undefined) return [{ kind: 'figure', ref: node.dataset.ref }];
  if (node.tagName === 'BR') return node.classList.contains(LAST_BREAK) ? [] : [textPart('\n')];
  return readParts(node);
}

function widthOf(node: Node): number {
  if (node instanceof Text) return typedText(node.data).length;
  if (node instanceof HTMLElement && node.dataset.ref !== undefined) return 1;
  if (node.nodeName === 'BR') return node instanceof HTMLElement && node.classList.contains(LAST_BREAK) ? 0 : 1;
  return [...node.childNodes].reduce((width, child) => width + widthOf(child), 0);
}

/** Where the selection stands in the parts of an element; null where it is elsewhere. */
export function selectionIn(root: HTMLElement): { readonly start: number; readonly end: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  return {
    start: offsetOf(root, range.startContainer, range.startOffset),
    end: offsetOf(root, range.endContainer, range.endOffset),
  };
}

function offsetOf(root: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(root);
  const chipAround = (container instanceof Element ? container : container.parentElement)?.closest('[data-ref]');
  if (chipAround && root.contains(chipAround)) before.setEndAfter(chipAround);
  else before.setEnd(container, offset);
  return widthOf(before.cloneContents());
}

/** The place of an offset in the element, in a text where there is one. */
function placeOf(root: HTMLElement, offset: number): readonly [Node, number] {
  let rest = offset;
  const nodes = [...root.childNodes];
  for (const [index, node] of nodes.entries()) {
    const width = widthOf(node);
    if (node instanceof Text && rest <= width) return [node, indexInText(node.data, rest)];
    if (rest < width) return [root, index];
    rest -= width;
  }
  return [root, nodes.length];
}

/** The index of the nth visible character. */
function indexInText(text: string, count: number): number {
  let seen = 0;
  for (let index = 0; index < text.length; index++) {
    if (seen === count && text[index] !== CARET_PLACE) return index;
    if (text[index] !== CARET_PLACE) seen += 1;
  }
  return text.length;
}

export function rangeIn(root: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(...placeOf(root, start));
  range.setEnd(...placeOf(root, end));
  return range;
}

export function select(root: HTMLElement, start: number, end = start): void {
  document.getSelection()?.setBaseAndExtent(...placeOf(root, start), ...placeOf(root, end));
}

/** The figure that is selected, or that the caret stands directly behind or before; null where there is none. */
export function chipAt(
  parts: PassageParts,
  { start, end }: { start: number; end: number },
): { ref: string; at: number } | null {
  let at = 0;
  let before: { ref: string; at: number } | null = null;
  for (const part of parts) {
    if (part.kind === 'figure') {
      const isSelected = start === at && end === at + 1;
      const isBeside = start === end && (start === at || start === at + 1);
      if (isSelected || (isBeside && start === at + 1)) return { ref: part.ref, at };
      if (isBeside) before = { ref: part.ref, at };
    }
    at += part.kind === 'text' ? part.text.length : 1;
  }
  return before;
}
