'use client';

import { Alert, Anchor, Button, Group, List, ListItem, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useOpened } from '@/components/ui/use-opened.ts';
import type { Finding, Place } from '@/lib/domain/checks/finding.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import { ROUND_KIND_LABELS, roundObstacle } from '@/lib/domain/workflow/round.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import { type Submission, submissionOffered } from './submission.ts';

interface SubmitDialogProps extends Submission {
  /** What stands in the way, errors first. */
  missing: readonly Finding[];
  opened: boolean;
  close: () => void;
}

/** What is missing before a submission, or its totals and the last question. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { missing, opened, close, onGo, onShowChecks } = props;
  const isOpen = useOpened(opened);
  return (
    <Modal opened={isOpen} onClose={close} title={missing.length > 0 ? '还不能送审' : titleOf(props)} size="lg">
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
        <Confirmation {...props} />
      )}
    </Modal>
  );
}

const toHead = ({ situation }: Pick<Submission, 'situation'>) => submissionOffered(situation).to === 'CONFIRMING';
const titleOf = (submission: Pick<Submission, 'situation'>) => (toHead(submission) ? '送单位负责人确认' : '送审确认');

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
  situation,
  unitName,
  year,
  versionNumber,
  stage,
  revenueFen,
  expenditureFen,
  returnedRemarks,
  onShowComments,
  flush,
  submit,
  onSubmitted,
  close,
}: SubmitDialogProps) {
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const hint = roundHintOf(stage, new Date());
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
      <Text size="sm">
        {toHead({ situation })
          ? '送出后此版本即行锁定，由单位负责人确认后送达财政局；确认前可以撤回，如被退回，可在其副本上继续修改。'
          : '送审后此版本即行锁定，由财政局审核；开始审核前可以撤回，如被退回，可在其副本上继续修改。'}
      </Text>
      <Waiting
        {...returnedRemarks}
        onShow={() => {
          close();
          onShowComments();
        }}
      />
      {(state.error ?? hint) && (
        <Alert color="red" role="alert">
          {state.error ?? hint}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          取消
        </Button>
        <Button color="orange" loading={state.busy} onClick={send} data-autofocus>
          {toHead({ situation }) ? '确认送出' : '确认送审'}
        </Button>
      </Group>
    </Stack>
  );
}

/** What the round has against it as the page knows it, null: nothing; an extension may have come since. */
function roundHintOf({ round, adjustment }: Submission['stage'], now: Date): string | null {
  const obstacle = round && adjustment === 0 ? roundObstacle(round, now) : null;
  if (!round || !obstacle) return null;
  return obstacle === 'DEADLINE_PASSED' && round.deadlineAt !== null
    ? problemMessage({ code: obstacle, deadlineAt: round.deadlineAt })
    : problemMessage({ code: 'ROUND_NOT_OPEN', roundLabel: ROUND_KIND_LABELS[round.kind] });
}

/** Remarks of the return that nobody has settled hold nothing up: the bureau settles its own. */
function Waiting({ open, untouched, onShow }: Submission['returnedRemarks'] & { onShow: () => void }) {
  if (open === 0) return null;
  return (
    <Alert color="orange" role="note" title={`还有 ${open} 条退回意见待处理`}>
      <Text size="sm">
        {untouched > 0 && `其中 ${untouched} 条所在的内容还没有改动。`}
        可以先修改或回复说明，也可以直接送审，由审核人核对。{' '}
        <Anchor component="button" type="button" size="sm" onClick={onShow}>
          查看退回意见
        </Anchor>
      </Text>
    </Alert>
  );
}
