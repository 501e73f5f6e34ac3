/** Half a frame: a key that comes meanwhile is answered within one. */
const SLICE_MS = 8;
/** A window that is not seen draws no frames. */
const FRAME_AT_LATEST_MS = 100;

interface Ends<Step, End> {
  /** Told every step; true where it shows something, which is then painted before the work goes on. */
  readonly onStep: (step: Step) => boolean;
  readonly onEnd: (end: End) => void;
}

/**
 * Runs long work beside the keyboard: as many steps at a time as fit into half a frame, then whatever waits.
 *
 * @returns gives the work up; nothing is told of it afterwards
 */
export function inSlices<Step, End>(work: Generator<Step, End>, { onStep, onEnd }: Ends<Step, End>): () => void {
  let giveUp = soon(slice);
  function slice(): void {
    const end = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) {
        onEnd(step.value);
        return;
      }
      if (onStep(step.value)) {
        giveUp = afterPaint(slice);
        return;
      }
    } while (performance.now() < end);
    giveUp = soon(slice);
  }
  return () => giveUp();
}

function soon(run: () => void): () => void {
  const timer = setTimeout(run);
  return () => clearTimeout(timer);
}

function afterPaint(run: () => void): () => void {
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run);
  });
  let timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, FRAME_AT_LATEST_MS);
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
