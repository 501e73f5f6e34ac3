'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';

interface LeaveDialogProps {
  onStay: () => void;
  onLeave: () => void;
}

/** Asks once more before something unsaved is lost. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  return (
    <Modal opened onClose={onStay} title="还有改动没有保存">
      <Stack gap="md">
        <Text size="sm">离开后，没有保存的改动会丢失。</Text>
        <Group justify="flex-end">
          <Button variant="default" color="red.9" onClick={onLeave}>
            不保存，离开
          </Button>
          <Button onClick={onStay} data-autofocus>
            留在本页
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
