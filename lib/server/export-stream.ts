import type { Problem } from '@/lib/domain/problem.ts';
import type { Result } from '@/lib/domain/result.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import type { ExportFile } from '@/lib/publishing/export-file.ts';
import { EXPORT_STREAM, type ExportLine, type ExportStep } from '@/lib/schemas/export-stream.ts';
import { unexpectedProblem } from './unexpected.ts';

/** Hears of each step before it is taken; throws where nobody waits for the file any more. */
export type StepListener = (step: ExportStep) => Promise<void>;

const encoder = new TextEncoder();

/**
 * The answer to a request that wants to see an export progress. What went wrong is told in the stream too, for its status
 * has left by then. Nothing is kept on the server: the progress is the response itself.
 *
 * @param make makes the file; it ends early when the reader has gone
 * @param where the route, for the log
 */
export function exportStream(
  make: (onStep: StepListener) => Promise<Result<ExportFile, Problem>>,
  where: string,
): Response {
  const gone = new AbortController();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: ExportLine) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      const onStep: StepListener = async (step) => {
        tell({ step });
        // The renderers do not let go of the thread: the line leaves before the next of them begins.
        await new Promise(setImmediate);
        gone.signal.throwIfAborted();
      };
      try {
        const made = await make(onStep);
        if (gone.signal.aborted) return;
        if (made.ok) {
          const { name, mediaType, bytes } = made.value;
          tell({ file: { name, mediaType, byteLength: bytes.byteLength } });
          controller.enqueue(new Uint8Array(bytes));
        } else tell({ problem: { message: problemMessage(made.error) } });
      } catch (error) {
        if (gone.signal.aborted) return;
        tell({ problem: { message: problemMessage(unexpectedProblem(error, where)) } });
      }
      controller.close();
    },
    cancel: () => gone.abort(),
  });
  const headers = { 'content-type': EXPORT_STREAM, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  // A reverse proxy would else keep the lines until the end.
  return new Response(body, { headers: { ...headers, 'x-accel-buffering': 'no' } });
}
