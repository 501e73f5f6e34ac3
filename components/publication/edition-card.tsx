'use client';

import {
  Anchor,
  Button,
  Group,
  Paper,
  Stack,
  Table,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from '@mantine/core';
import { useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import { SECRECY_REVIEWER_LABELS } from '@/lib/domain/editions/edition.ts';
import { fileSize } from '@/lib/messages/file-size.ts';
import { ChangedPlaces } from './changed-places.tsx';
import type { ListedEdition, OwnEditionActions } from './edition-actions.ts';
import styles from './edition-card.module.css';
import { EliminationTable } from './elimination-table.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface EditionCardProps {
  edition: ListedEdition;
  /** Absent for those who may not. */
  withdraw?: OwnEditionActions['withdraw'] | undefined;
}

/** One edition: who published it when, what changed with it, and its files with their digests. */
export function EditionCard({ edition, withdraw }: EditionCardProps) {
  const [asking, setAsking] = useState(false);
  const { number, state, year, unitCode, versionNumber, checklist, changes, changeNote } = edition;
  const isOut = state === 'PUBLISHED';
  return (
    <Paper withBorder p="md" component="article" aria-label={`第 ${number} 次公开`}>
      <Stack gap={6}>
        <Group gap="xs">
          <Text fw={700}>第 {number} 次公开</Text>
          <Text size="sm" fw={600}>
            {isOut ? '已公开' : '已撤下'}
          </Text>
          <Text size="sm">
            {versionNumber === null ? `汇总 ${edition.sources.length} 个单位` : `预算第 ${versionNumber} 版`}
          </Text>
          <Anchor href={`/open/${year}/${unitCode}/${number}`} size="sm" target="_blank">
            公开页面
          </Anchor>
          {isOut && withdraw && (
            <Button size="compact-xs" variant="default" ml="auto" onClick={() => setAsking(true)}>
              撤下
            </Button>
          )}
        </Group>
        <Text size="sm">
          {formatTime(edition.publishedAt)} {edition.publishedByName} 公开；保密审查：
          {SECRECY_REVIEWER_LABELS[checklist.secrecyReviewedBy]}；联系科室：{edition.contact}
          {checklist.daysLeft < 0 && `；批复后第 ${20 - checklist.daysLeft} 天公开，已超期`}
        </Text>
        {edition.withdrawnAt && (
          <Text size="sm" c="red.9">
            {formatTime(edition.withdrawnAt)} {edition.withdrawnByName} 撤下：{edition.withdrawReason}
          </Text>
        )}
        {changeNote && <Text size="sm">更正说明：{changeNote}</Text>}
        {changes.length > 0 && (
          <details>
            <summary className={styles.summary}>与上次公开相比，改动 {changes.length} 处</summary>
            <ChangedPlaces changes={changes} />
          </details>
        )}
        {edition.isMerged && <MergedFrom edition={edition} />}
        <Files edition={edition} />
      </Stack>
      {asking && withdraw && (
        <WithdrawDialog editionId={edition.id} number={number} withdraw={withdraw} onClose={() => setAsking(false)} />
      )}
    </Paper>
  );
}

/** The versions that a department's edition adds up, and what it counts once. */
function MergedFrom({ edition: { sources, eliminations, number } }: { edition: ListedEdition }) {
  return (
    <details>
      <summary className={styles.summary}>
        汇总 {sources.length} 个单位{eliminations.length > 0 && `，抵销内部往来 ${eliminations.length} 笔`}
      </summary>
      <Text size="sm">
        {sources
          .map(({ unitCode, unitName, versionNumber }) => `${unitCode} ${unitName} 第 ${versionNumber} 版`)
          .join('；')}
      </Text>
      {eliminations.length > 0 && (
        <EliminationTable eliminations={eliminations} label={`第 ${number} 次公开抵销的内部往来`} />
      )}
    </details>
  );
}

function Files({ edition: { files, number } }: { edition: ListedEdition }) {
  return (
    <details>
      <summary className={styles.summary}>{files.length} 个文件及其校验值（SHA-256）</summary>
      <Table fz="sm" aria-label={`第 ${number} 次公开的文件`}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">文件</TableTh>
            <TableTh scope="col">大小</TableTh>
            <TableTh scope="col">SHA-256</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {files.map(({ name, byteLength, sha256 }) => (
            <TableTr key={name}>
              <TableTd>{name}</TableTd>
              <TableTd className={styles.size}>{fileSize(byteLength)}</TableTd>
              <TableTd className={styles.hash}>{sha256}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </details>
  );
}
