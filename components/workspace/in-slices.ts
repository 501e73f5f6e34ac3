/** Half a frame: a key that comes meanwhile is answered within one. */
const SLICE_MS = 8;

/**
 * Runs long work beside the keyboard: as many steps at a time as fit into half a frame, then whatever waits.
 *
 * @returns gives the work up; its end is not told then
 */
export function inSlices<End>(work: Generator<unknown, End>, onEnd: (end: End) => void): () => void {
  let timer = setTimeout(slice);
  function slice(): void {
    const end = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) {
        onEnd(step.value);
        return;
      }
    } while (performance.now() < end);
    timer = setTimeout(slice);
  }
  return () => clearTimeout(timer);
}
