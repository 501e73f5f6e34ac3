'use client';

import { Alert, Anchor, Button, Group, List, ListItem, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { Finding, Place } from '@/lib/domain/checks/finding.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import type { Answer } from '@/lib/messages/answer.ts';

interface SubmitButtonProps {
  unitName: string;
  year: number;
  versionNumber: number;
  /** What the checks find now, errors first. */
  findings: readonly Finding[];
  /** Keys of the findings that have an explanation. */
  explainedKeys: ReadonlySet<string>;
  revenueFen: Fen;
  expenditureFen: Fen;
  /** Saves what is typed; false when something could not be saved. */
  flush: () => Promise<boolean>;
  submit: () => Promise<Answer<unknown>>;
  onSubmitted: () => void;
  onGo: (place: Place) => void;
  /** Opens the list of all findings. */
  onShowChecks: () => void;
}

/** What stands between the draft and its submission. */
export function obstacles(findings: readonly Finding[], explainedKeys: ReadonlySet<string>): readonly Finding[] {
  return findings.filter(
    ({ severity, key }) => severity === 'error' || (severity === 'warning' && !explainedKeys.has(key)),
  );
}

/** 送审 is never a dead button: it says what is missing, or shows the totals and freezes the version. */
export function SubmitButton(props: SubmitButtonProps) {
  const { findings, explainedKeys, onGo, onShowChecks } = props;
  const [opened, { open, close }] = useDisclosure(false);
  const missing = obstacles(findings, explainedKeys);
  return (
    <>
      <Button color="orange" size="compact-md" onClick={open}>
        送审{missing.length > 0 ? `（${missing.length}）` : ''}
      </Button>
      <Modal opened={opened} onClose={close} title={missing.length > 0 ? '还不能送审' : '送审确认'} size="lg">
        {missing.length > 0 ? (
          <Missing
            missing={missing}
            onGo={(place) => {
              close();
              onGo(place);
            }}
            onShowChecks={() => {
              close();
              onShowChecks();
            }}
          />
        ) : (
          <Confirmation {...props} close={close} />
        )}
      </Modal>
    </>
  );
}

const SHOWN = 8;

interface MissingProps {
  missing: readonly Finding[];
  onGo: (place: Place) => void;
  onShowChecks: () => void;
}

function Missing({ missing, onGo, onShowChecks }: MissingProps) {
  const errors = missing.filter(({ severity }) => severity === 'error').length;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {errors > 0 && `${errors} 处错误须改正`}
        {errors > 0 && missing.length > errors && '，'}
        {missing.length > errors && `${missing.length - errors} 条提醒须改正或写明原因`}。
      </Text>
      <List size="sm" spacing={6}>
        {missing.slice(0, SHOWN).map((finding) => {
          const place = finding.places[0];
          return (
            <ListItem key={finding.key}>
              {place ? (
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="start"
                  style={{ verticalAlign: 'top' }}
                  onClick={() => onGo(place)}
                >
                  {finding.message}
                </Anchor>
              ) : (
                finding.message
              )}
            </ListItem>
          );
        })}
      </List>
      {missing.length > SHOWN && <Text size="sm">其余 {missing.length - SHOWN} 条见校验页。</Text>}
      <Group justify="flex-end">
        <Button onClick={onShowChecks}>到校验页逐条处理</Button>
      </Group>
    </Stack>
  );
}

function Confirmation({
  unitName,
  year,
  versionNumber,
  revenueFen,
  expenditureFen,
  flush,
  submit,
  onSubmitted,
  close,
}: SubmitButtonProps & { close: () => void }) {
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const send = async () => {
    setState({ busy: true, error: null });
    if (!(await flush())) {
      setState({ busy: false, error: '还有内容没有保存成功，请先处理保存问题再送审。' });
      return;
    }
    const answer = await submit().catch(() => null);
    setState({ busy: false, error: answer?.ok ? null : (answer?.message ?? '网络中断，没有送审成功，请重试。') });
    if (answer?.ok) {
      close();
      onSubmitted();
    }
  };
  return (
    <Stack gap="sm">
      <Text size="sm">
        {unitName} {year} 年预算第 {versionNumber} 版：收入 {formatWanYuan(revenueFen, 'fixed')} 万元，支出{' '}
        {formatWanYuan(expenditureFen, 'fixed')} 万元。
      </Text>
      <Text size="sm">送审后此版本即行锁定，由财政局审核；如被退回，可在其副本上继续修改。</Text>
      {state.error && (
        <Alert color="red" role="alert">
          {state.error}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          取消
        </Button>
        <Button color="orange" loading={state.busy} onClick={send} data-autofocus>
          确认送审
        </Button>
      </Group>
    </Stack>
  );
}
