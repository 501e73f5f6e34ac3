import { fail, ok, type Result } from '@/lib/domain/result.ts';
import { type ExportStep, exportLine } from '@/lib/schemas/export-stream.ts';

interface ReadFile {
  readonly name: string;
  readonly mediaType: string;
  /** The file in the pieces in which it came. */
  readonly bytes: Uint8Array<ArrayBuffer>[];
}

const LINE_END = 0x0a;

/**
 * Reads an export that is told as it goes.
 *
 * @param onStep hears of each step as it begins
 * @returns the file, or the Chinese sentence of what went wrong
 * @throws Error where the stream was broken off
 */
export async function readExportStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  onStep: (step: ExportStep) => void,
): Promise<Result<ReadFile, string>> {
  const reader = stream.getReader();
  let rest: Uint8Array<ArrayBuffer> = new Uint8Array();
  for (;;) {
    const end = rest.indexOf(LINE_END);
    if (end < 0) {
      const { value, done } = await reader.read();
      if (done) throw new Error('the export was broken off');
      rest = joined(rest, value);
      continue;
    }
    const line = exportLine.parse(JSON.parse(new TextDecoder().decode(rest.subarray(0, end))));
    rest = rest.slice(end + 1);
    if ('problem' in line) return fail(line.problem.message);
    if ('step' in line) onStep(line.step);
    else {
      const { name, mediaType, byteLength } = line.file;
      return ok({ name, mediaType, bytes: await allOf(reader, rest, byteLength) });
    }
  }
}

async function allOf(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  first: Uint8Array<ArrayBuffer>,
  byteLength: number,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const bytes = [first];
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    if (value) bytes.push(value);
  }
  const length = bytes.reduce((sum, piece) => sum + piece.byteLength, 0);
  if (length !== byteLength) throw new Error(`the export has ${length} bytes of ${byteLength}`);
  return bytes;
}

function joined(first: Uint8Array<ArrayBuffer>, second: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.byteLength + second.byteLength);
  both.set(first);
  both.set(second, first.byteLength);
  return both;
}
