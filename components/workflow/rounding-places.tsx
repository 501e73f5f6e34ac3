'use client';

import { Anchor, Collapse, Table, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { Place } from '@/lib/domain/checks/finding.ts';
import { type RoundingPlace, roundingPlaces } from '@/lib/domain/checks/rounding-places.ts';

interface RoundingPlacesProps {
  annexes: readonly AnnexTable[];
  onGo: (place: Place) => void;
}

/** 尾差清单: each place where a printed column or row does not foot; nothing where all of them do. */
export function RoundingPlaces({ annexes, onGo }: RoundingPlacesProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const places = roundingPlaces(annexes);
  if (places.length === 0) return null;
  return (
    <section aria-label="尾差清单">
      <UnstyledButton onClick={toggle} aria-expanded={opened} py={4}>
        <Text size="sm" td="underline">
          尾差清单：{places.length} 处，表下已注明
        </Text>
      </UnstyledButton>
      <Collapse expanded={opened}>
        <Table.ScrollContainer minWidth={560} mt={4}>
          <Table aria-label="尾差清单" withTableBorder>
            <Table.Thead>
              <Table.Tr>
                {['附件', '项目', '栏目', '方向', '表列数', '分项之和', '差额（万元）'].map((heading) => (
                  <Table.Th key={heading} scope="col">
                    {heading}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {places.map((place) => (
                <PlaceRow key={keyOf(place)} place={place} onGo={onGo} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Collapse>
    </section>
  );
}

function keyOf({ place, direction }: RoundingPlace): string {
  return JSON.stringify([place, direction]);
}

function PlaceRow({ place, onGo }: { place: RoundingPlace; onGo: RoundingPlacesProps['onGo'] }) {
  const { annexNumber, row, column, direction, printed, parts, difference } = place;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-label={`转到${annexNumber} ${row} ${column}`}
          onClick={() => onGo(place.place)}
        >
          {annexNumber}
        </Anchor>
      </Table.Td>
      <Table.Td>{row}</Table.Td>
      <Table.Td>{column}</Table.Td>
      <Table.Td>{direction}</Table.Td>
      <Table.Td ta="end">{printed}</Table.Td>
      <Table.Td ta="end">{parts}</Table.Td>
      <Table.Td ta="end">{difference}</Table.Td>
    </Table.Tr>
  );
}
