import { expect, test, vi } from 'vitest';
import { fail, ok } from '@/lib/domain/result.ts';
import { AnnexError } from '@/lib/publishing/annex-error.ts';
import { exportStream } from './export-stream.ts';

const FILE = { name: '预算.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF\n1') };
const STEP = { number: 1, all: 2, making: 'pdf' };

test('tells each step, then the file and its bytes', async () => {
  const response = exportStream(async (onStep) => {
    await onStep(STEP);
    return ok(FILE);
  }, 'route');
  expect(await response.text()).toBe(
    `${JSON.stringify({ step: STEP })}\n${JSON.stringify({ file: { name: '预算.pdf', mediaType: 'application/pdf', byteLength: 6 } })}\n%PDF\n1`,
  );
});

test('a step is told before the work that it announces', async () => {
  let finish = () => {};
  const working = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const response = exportStream(async (onStep) => {
    await onStep(STEP);
    await working;
    return ok(FILE);
  }, 'route');
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe(`${JSON.stringify({ step: STEP })}\n`);
  finish();
});

test('a refusal, and a fault in an annex by its number, are told in Chinese', async () => {
  const refused = exportStream(async () => fail({ code: 'FORBIDDEN' }), 'route');
  expect(JSON.parse(await refused.text())).toEqual({ problem: { message: expect.stringMatching(/\p{Script=Han}/u) } });
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const faulty = exportStream(() => Promise.reject(new AnnexError('12-3', new Error('x'))), 'route');
  expect(JSON.parse(await faulty.text()).problem.message).toContain('附件 12-3 导出失败');
  log.mockRestore();
});

test('nothing more is made once the reader has gone', async () => {
  const taken: number[] = [];
  let ended = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const response = exportStream(async (onStep) => {
    try {
      for (const number of [1, 2, 3]) {
        await onStep({ number, all: 3, making: 'pdf' });
        taken.push(number);
        await response.body?.cancel();
      }
      return ok(FILE);
    } finally {
      ended();
    }
  }, 'route');
  await end;
  expect(taken).toEqual([1]);
});
