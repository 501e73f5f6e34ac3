'use client';

import { Select, Table, TableTbody, TableTd, TableTh, TableThead, TableTr, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { callAction } from '@/components/ui/call-action.ts';
import { FUND_SOURCE_LABELS } from '@/lib/domain/budget/fund-source.ts';
import type { AnsweredReceipt, DepartmentPreparation, PayingLine } from '@/lib/domain/editions/department-edition.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { transferFaultText } from '@/lib/messages/transfer-words.ts';
import type { TransferToAnswer } from '@/lib/schemas/editions.ts';
import styles from './department-publication.module.css';

type AnswerTransfer = (answer: Omit<TransferToAnswer, 'departmentCode' | 'year'>) => Promise<Answer<null>>;

interface TransferAnswersProps {
  preparation: Pick<DepartmentPreparation, 'receipts' | 'payingLines'>;
  /** Absent for those who only read. */
  answerTransfer?: AnswerTransfer | undefined;
}

/** Where each 上级补助收入 and 附属单位上缴收入 of the units comes from: what one of them pays is counted once. */
export function TransferAnswers({ preparation, answerTransfer }: TransferAnswersProps) {
  const { receipts, payingLines } = preparation;
  return (
    <section aria-labelledby="transfers">
      <Text component="h3" id="transfers" fw={700} mb={4}>
        内部往来核对
      </Text>
      <Text size="sm" mb={4}>
        各单位的上级补助收入和附属单位上缴收入，凡由本部门其他单位付出的，汇总时须抵销。请逐笔指定付出一方的支出明细；来自本部门以外的，选“本部门以外”。可随时改选。
      </Text>
      <Table fz="sm" aria-labelledby="transfers">
        <TableThead>
          <TableTr>
            <TableTh scope="col">收入单位</TableTh>
            <TableTh scope="col">收入来源</TableTh>
            <TableTh scope="col" className={styles.amount}>
              金额（元）
            </TableTh>
            <TableTh scope="col">由谁付出</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {receipts.map((receipt) => (
            <ReceiptRow
              key={`${receipt.budgetId} ${receipt.receipt.line.key}`}
              {...{ answered: receipt, payingLines, answerTransfer }}
            />
          ))}
        </TableTbody>
      </Table>
    </section>
  );
}

const OUTSIDE = 'outside';

interface ReceiptRowProps {
  answered: AnsweredReceipt;
  payingLines: readonly PayingLine[];
  answerTransfer: AnswerTransfer | undefined;
}

function ReceiptRow({ answered, payingLines, answerTransfer }: ReceiptRowProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState('');
  const { receipt, budgetId, answer, revision, fault } = answered;
  const { unit, line } = receipt;
  const others = payingLines.filter((paying) => paying.budgetId !== budgetId);
  const chosen = answer && (answer.payer ? answer.payer.lineKey : OUTSIDE);
  const choose = (value: string | null) => {
    if (value === null || value === chosen || !answerTransfer) return;
    const paying = others.find(({ lineKey }) => lineKey === value);
    const payer = paying ? { budgetId: paying.budgetId, lineKey: paying.lineKey } : null;
    startTransition(async () => {
      const saved = await callAction(() =>
        answerTransfer({ receiverBudgetId: budgetId, revenueKey: line.key, revision, payer }),
      );
      setRefusal(saved.ok ? '' : saved.message);
      if (saved.ok) notifications.show({ color: 'green.9', message: '内部往来的说明已保存' });
      router.refresh();
    });
  };
  const isKnown = chosen === null || chosen === OUTSIDE || others.some(({ lineKey }) => lineKey === chosen);
  return (
    <TableTr>
      <TableTd>
        {unit.code} {unit.name}
      </TableTd>
      <TableTd>
        {FUND_SOURCE_LABELS[line.source].name}
        {line.note && `（${line.note}）`}
      </TableTd>
      <TableTd className={styles.amount}>{formatForEntry(receipt.amountFen, 'yuan')}</TableTd>
      <TableTd>
        <Select
          aria-label={`${unit.name}的${FUND_SOURCE_LABELS[line.source].name}由谁付出`}
          placeholder="请选择"
          data={choices(others)}
          value={isKnown ? chosen : null}
          onChange={choose}
          allowDeselect={false}
          searchable
          limit={200}
          nothingFoundMessage="没有这样的支出明细"
          disabled={pending || !answerTransfer}
          miw={420}
        />
        {(refusal || fault) && <p className={styles.fault}>{refusal || (fault && `${transferFaultText(fault)}。`)}</p>}
      </TableTd>
    </TableTr>
  );
}

/** The lines of the other units, unit by unit, below the word for outside. */
function choices(lines: readonly PayingLine[]) {
  const units = [...new Set(lines.map(({ unitCode }) => unitCode))];
  return [
    { value: OUTSIDE, label: '本部门以外' },
    ...units.map((unitCode) => {
      const own = lines.filter((line) => line.unitCode === unitCode);
      return {
        group: `${unitCode} ${own[0]?.unitName ?? ''}`,
        items: own.map(({ lineKey, text, amountFen }) => {
          return { value: lineKey, label: `${text} · ${formatForEntry(amountFen, 'yuan')} 元` };
        }),
      };
    }),
  ];
}
