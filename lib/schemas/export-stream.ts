import * as z from 'zod';

/**
 * An export that is told as it goes: lines of JSON, each one of these, and behind the line `file` the bytes of the file.
 * It ends with `file` or with `problem`; one that ends otherwise was broken off.
 */
export const EXPORT_STREAM = 'application/vnd.mingsuan.export-stream';

export const exportLine = z.union([
  /** What is being made now: the how-manieth step of how many. */
  z.object({ step: z.object({ number: z.int(), all: z.int(), making: z.string() }) }),
  z.object({ file: z.object({ name: z.string(), mediaType: z.string(), byteLength: z.int() }) }),
  z.object({ problem: z.object({ message: z.string() }) }),
]);

export type ExportLine = z.output<typeof exportLine>;

export type ExportStep = Extract<ExportLine, { step: unknown }>['step'];
