/**
 * The rows whose cell or field holds text that was typed and is not committed yet: a grid's input in edit mode, a field
 * of a form. What others saved of these rows waits, or it would be typed over unseen.
 */
export function typingRows(): ReadonlySet<string> {
  const cells = document.querySelectorAll<HTMLElement>('[data-row] input[data-mode="edit"]');
  const fields = document.querySelectorAll<HTMLElement>('[data-typing-row]');
  return new Set([
    ...[...cells].flatMap((input) => input.closest<HTMLElement>('[data-row]')?.dataset.row ?? []),
    ...[...fields].flatMap((field) => field.dataset.typingRow ?? []),
  ]);
}
