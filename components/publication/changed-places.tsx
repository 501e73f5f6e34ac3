'use client';

import { Button, Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import { useState } from 'react';
import type { EditionChange } from '@/lib/domain/editions/edition.ts';

const SHOWN_FIRST = 10;

/** The printed places that say something else than before. */
export function ChangedPlaces({ changes }: { changes: readonly EditionChange[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN_FIRST);
  return (
    <>
      <Table fz="sm" withRowBorders aria-label={`改动 ${changes.length} 处`}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">文本</TableTh>
            <TableTh scope="col">位置</TableTh>
            <TableTh scope="col">原为</TableTh>
            <TableTh scope="col">改为</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {shown.map(({ document, place, before, after }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, whose places may repeat
            <TableTr key={index}>
              <TableTd>{document}</TableTd>
              <TableTd>{place}</TableTd>
              <TableTd>{before ?? '（空）'}</TableTd>
              <TableTd>{after ?? '（空）'}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
      {changes.length > shown.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          显示全部 {changes.length} 处
        </Button>
      )}
    </>
  );
}
