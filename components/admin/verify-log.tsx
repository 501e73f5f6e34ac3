'use client';

import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '@/lib/messages/answer.ts';

interface Verification {
  readonly chains: number;
  readonly events: number;
  readonly broken: readonly string[];
}

/** Has the whole log recomputed and says whether it holds, or where it does not. */
export function VerifyLog({ verify }: { verify: (input: undefined) => Promise<Answer<Verification>> }) {
  const [state, setState] = useState<{ busy: boolean; answer: Answer<Verification> | null; lost: boolean }>({
    ...{ busy: false, answer: null, lost: false },
  });
  const run = async () => {
    setState({ busy: true, answer: null, lost: false });
    const answer = await verify(undefined).catch(() => null);
    setState({ busy: false, answer, lost: answer === null });
  };
  return (
    <>
      <Button size="xs" variant="default" loading={state.busy} onClick={run}>
        校验日志
      </Button>
      {state.busy && <Text size="sm">正在逐条重新计算……</Text>}
      {state.lost && (
        <Text role="alert" size="sm" c="red.9">
          网络中断，没有校验完，请重试。
        </Text>
      )}
      {state.answer && <Outcome answer={state.answer} />}
    </>
  );
}

function Outcome({ answer }: { answer: Answer<Verification> }) {
  if (!answer.ok) {
    return (
      <Text role="alert" size="sm" c="red.9">
        {answer.message}
      </Text>
    );
  }
  const { chains, events, broken } = answer.value;
  if (broken.length === 0) {
    return (
      <Text role="status" size="sm" c="green.9">
        日志完好：{chains} 条链，{events} 条记录，未发现改动。
      </Text>
    );
  }
  return (
    <Text role="alert" size="sm" c="red.9">
      日志被改动：{broken.join('；')}。
    </Text>
  );
}
