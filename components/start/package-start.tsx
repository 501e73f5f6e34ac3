'use client';

import { Button, FileInput, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { bringIn } from '@/lib/domain/start/bring-in.ts';
import { ConfirmStart } from './confirm-start.tsx';
import { PartTable } from './part-table.tsx';
import { type PackageFault, type PackageRead, readPackage } from './read-package.ts';
import styles from './start.module.css';
import { StartFrame } from './start-frame.tsx';
import { offersOf, placementsOf, usePlacements } from './use-placements.ts';

/** 导入预算数据包: a file or its text, every fault by its path, or what it would write. */
export function PackageStart() {
  const { workspace } = useDraft();
  const [text, setText] = useState('');
  const [isReading, setReading] = useState(false);
  const [fault, setFault] = useState<PackageFault | null>(null);
  const [taken, setTaken] = useState<PackageRead | null>(null);
  const read = async (json: string) => {
    setReading(true);
    const answer = await readPackage(workspace.budgetId, json);
    setFault(answer.ok ? null : answer.error);
    setTaken(answer.ok ? answer.value : null);
    setReading(false);
  };
  return (
    <StartFrame
      title="导入预算数据包（JSON）"
      lead="选择数据包文件，或把它的内容粘贴进来。先检查并预览，确认之后才写入。附件文件和测算记录不在数据包里。"
    >
      <div className={styles.boxes}>
        <FileInput
          label="数据包文件"
          placeholder="选择 .json 文件"
          accept="application/json,.json"
          disabled={isReading}
          onChange={async (file) => {
            if (file) await read(await file.text());
          }}
        />
        <div>
          <Textarea
            label="或粘贴内容"
            rows={4}
            value={text}
            placeholder={'{ "format": "budget-package/1", … }'}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button
            mt={8}
            size="compact-md"
            variant="default"
            loading={isReading}
            disabled={text.trim() === ''}
            onClick={() => read(text)}
          >
            检查粘贴的内容
          </Button>
        </div>
      </div>
      {fault && <PackageFaults fault={fault} />}
      {taken && <PackageContentPreview {...taken} />}
    </StartFrame>
  );
}

function PackageFaults({ fault }: { fault: PackageFault }) {
  return (
    <>
      <ErrorNote>
        {fault.issues.length > 0 ? `没有读入，数据包有 ${fault.issues.length} 处需要改正：` : fault.message}
      </ErrorNote>
      {fault.issues.length > 0 && (
        <ul className={styles.remarks} aria-label="需要改正">
          {fault.issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <span className={styles.path}>{path}</span>
              {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PackageContentPreview({ content, notes }: PackageRead) {
  const { budget } = useDraft();
  const { chosen, choose } = usePlacements();
  const offers = useMemo(() => offersOf(budget, content), [budget, content]);
  const placements = placementsOf(offers, chosen);
  return (
    <>
      <h3 className={styles.subtitle}>数据包的内容</h3>
      {notes.length > 0 && (
        <ul className={styles.remarks} data-severity="note" aria-label="提示">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <PartTable offers={offers} chosen={chosen} onChoose={choose} />
      <ConfirmStart
        changes={bringIn(budget, content, placements)}
        placements={placements}
        label="导入预算数据包"
        origin="package"
      />
    </>
  );
}
