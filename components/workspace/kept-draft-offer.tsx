'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import { patiently } from '@/components/ui/patiently.ts';
import type { DraftStore } from './draft-store.ts';
import { forgetKeptDraft, type KeptDraft, keptDraftKey, readKeptDraft } from './kept-draft.ts';

interface Offer {
  readonly key: string;
  readonly draft: KeptDraft;
}

/** After a reload: offers the edits that the last window could not save, before anything else can be edited. */
export function KeptDraftOffer({ store }: { store: DraftStore }) {
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    const key = keptDraftKey(store.versionId);
    if (key === null) return;
    let stale = false;
    void patiently(() => import('@/lib/schemas/changes.ts')).then((codec) => {
      const draft = readKeptDraft(key, codec);
      if (stale) return;
      if (draft) setOffer({ key, draft });
      else forgetKeptDraft(store.versionId, key);
    });
    return () => {
      stale = true;
    };
  }, [store]);
  if (!offer) return null;

  const close = () => {
    forgetKeptDraft(store.versionId, offer.key);
    setOffer(null);
  };
  const restore = () => {
    const lost = store.restore(offer.draft);
    close();
    if (lost > 0) {
      notifications.show({
        color: 'orange',
        title: '部分修改没有恢复',
        message: `有 ${lost} 处修改所在的行已被删除，或已经保存过，没有恢复。`,
        autoClose: false,
      });
    }
  };
  const count = offer.draft.changes.length + offer.draft.badCells.length;
  return (
    <Modal
      opened
      onClose={close}
      title="发现上次没有保存的修改"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      centered
    >
      <Text size="sm">
        {formatTime(offer.draft.keptAt)} 有 {count} 处修改未能保存到服务器，保留在这台电脑上。是否恢复？
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          放弃这些修改
        </Button>
        <Button onClick={restore} data-autofocus>
          恢复修改
        </Button>
      </Group>
    </Modal>
  );
}
