'use client';

import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import Link from 'next/link';
import type { DepartmentPreparation, OutdatedSource } from '@/lib/domain/editions/department-edition.ts';
import styles from './department-publication.module.css';
import { DepartmentUnits } from './department-units.tsx';
import type { DepartmentEditionActions } from './edition-actions.ts';
import { EliminationTable } from './elimination-table.tsx';
import { PublicationBody } from './publication-body.tsx';
import { TransferAnswers } from './transfer-answers.tsx';

interface DepartmentPublicationProps extends DepartmentEditionActions {
  preparation: DepartmentPreparation;
}

/** 部门汇总公开: the department's units, what they pay each other, and the publication of all of them together. */
export function DepartmentPublication({ preparation, ...actions }: DepartmentPublicationProps) {
  const { department, year, units, receipts, eliminations, outdated, editions, stamp, mayPublish } = preparation;
  const place = { departmentCode: department.code, year };
  const address = `/departments/${department.code}/${year}`;
  return (
    <div className={styles.page}>
      <Group gap="md">
        <Button component={Link} href={`${address}/annexes`} variant="default" size="compact-md">
          预览汇总的说明与附件
        </Button>
        <Anchor component={Link} href={`/departments?year=${year}`} size="sm">
          全部部门
        </Anchor>
        <Text size="sm">汇总各单位最近一次批复的版本；部门预算（提交人民代表大会审议和向社会公开）用同一份文件。</Text>
      </Group>
      {outdated.length > 0 && (
        <Alert color="orange" title="已公开的不是各单位现在的批复数">
          {outdated.map(outdatedText).join('；')}。请核对后更正公开。
        </Alert>
      )}
      <DepartmentUnits units={units} />
      {receipts.length > 0 && (
        <TransferAnswers
          preparation={preparation}
          answerTransfer={mayPublish ? (answer) => actions.answerTransfer({ ...answer, ...place }) : undefined}
        />
      )}
      <PublicationBody
        preparation={preparation}
        isOut={editions[0]?.state === 'PUBLISHED' && outdated.length === 0}
        whoMay="部门汇总公开由财政局预算科，或分管本部门全部单位的经办办理，您可以在此查看公开情况。"
        publish={(answers) => actions.publishDepartmentEdition({ ...answers, ...place, stamp })}
        withdraw={(withdrawal) => actions.withdrawDepartmentEdition({ ...withdrawal, ...place })}
      >
        {eliminations.length > 0 && (
          <section aria-labelledby="eliminations">
            <Text component="h3" id="eliminations" fw={700} mb={4}>
              抵销的内部往来
            </Text>
            <Text size="sm" mb={4}>
              下列各笔在两个单位的预算中各列一次，汇总时只计一次；收入和支出同时减少。
            </Text>
            <EliminationTable eliminations={eliminations} label="抵销的内部往来" />
          </section>
        )}
      </PublicationBody>
    </div>
  );
}

function outdatedText({ unitName, published, approved }: OutdatedSource): string {
  if (published === null) return `${unitName}没有计入，现已批复第 ${approved} 版`;
  if (approved === null) return `${unitName}不再属于本部门汇总的单位`;
  return `${unitName}公开的是第 ${published} 版，现已批复第 ${approved} 版`;
}
