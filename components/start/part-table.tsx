'use client';

import { SegmentedControl } from '@mantine/core';
import type { Placement, Placements } from '@/lib/domain/start/bring-in.ts';
import { START_PART_LABELS, type StartPart } from '@/lib/domain/start/start-part.ts';
import styles from './start.module.css';
import { type PartOffer, usualPlacement } from './use-placements.ts';

interface PartTableProps {
  offers: readonly PartOffer[];
  chosen: Placements;
  onChoose: (part: StartPart, placement: Placement) => void;
}

/** What would be written, part by part, beside what the draft holds; and what is to be done with each. */
export function PartTable({ offers, chosen, onChoose }: PartTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">将写入的内容</caption>
      <thead>
        <tr>
          <th scope="col">部分</th>
          <th scope="col">将带入</th>
          <th scope="col">草稿已有</th>
          <th scope="col">处理</th>
        </tr>
      </thead>
      <tbody>
        {offers.map((offer) => {
          const { part, rows, facts, ownRows, ownFacts } = offer;
          return (
            <tr key={part}>
              <th scope="row">{START_PART_LABELS[part]}</th>
              <td>{countText(part, rows, facts)}</td>
              <td>{ownRows + ownFacts === 0 ? '空' : countText(part, ownRows, ownFacts)}</td>
              <td>
                <SegmentedControl
                  size="xs"
                  aria-label={`${START_PART_LABELS[part]}的处理`}
                  value={chosen[part] ?? usualPlacement(offer)}
                  onChange={(value) => onChoose(part, placementOf(value))}
                  data={optionsOf(offer)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function optionsOf({ part, ownRows, ownFacts }: PartOffer): { value: Placement; label: string }[] {
  if (ownRows + ownFacts === 0) {
    return [
      { value: 'append', label: '写入' },
      { value: 'skip', label: '不写入' },
    ];
  }
  return [
    { value: 'append', label: part === 'narrative' ? '只填空白' : '追加' },
    { value: 'replace', label: '替换' },
    { value: 'skip', label: '不写入' },
  ];
}

function placementOf(value: string): Placement {
  return value === 'append' || value === 'replace' ? value : 'skip';
}

function countText(part: StartPart, rows: number, facts: number): string {
  const rowText = rows > 0 ? [part === 'projects' ? `${rows} 个项目` : `${rows} 行`] : [];
  return [...rowText, ...(facts > 0 ? [`${facts} 项`] : [])].join('，') || '空';
}
