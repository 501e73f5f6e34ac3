import { describe, expect, it } from 'vitest';
import { readBody, readJsonBody } from './read-body.ts';

function post(body: string | ReadableStream<Uint8Array>, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

/** Sends chunks for ever, and counts how many were asked for. */
function endless(): { stream: ReadableStream<Uint8Array>; pulled: () => number } {
  let pulled = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  return { stream, pulled: () => pulled };
}

describe('readBody', () => {
  it('keeps a character that two chunks share', async () => {
    const bytes = new TextEncoder().encode('预算');
    const halves = [bytes.slice(0, 2), bytes.slice(2)];
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const next = halves.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
    });
    expect(await readBody(post(stream), 100)).toEqual({ ok: true, value: '预算' });
  });

  it('takes a body of exactly the limit and refuses one byte more', async () => {
    expect((await readBody(post('x'.repeat(100)), 100)).ok).toBe(true);
    expect(await readBody(post('x'.repeat(101)), 100)).toEqual({
      ok: false,
      error: { code: 'TOO_LARGE', maxBytes: 100 },
    });
  });

  it('stops reading a body that has no end', async () => {
    const { stream, pulled } = endless();
    expect((await readBody(post(stream), 5000)).ok).toBe(false);
    expect(pulled()).toBeLessThan(10);
  });
});

describe('readJsonBody', () => {
  it('says in Chinese what is no JSON', async () => {
    const read = await readJsonBody(post('{"amount": 12,'), 100);
    expect(read).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(JSON.stringify(read)).toContain('不是有效的 JSON');
  });
});
