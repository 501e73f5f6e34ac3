'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { ReasonDialog } from '@/components/admin/reason-dialog.tsx';
import type { OwnEditionActions } from './edition-actions.ts';

interface WithdrawDialogProps {
  editionId: string;
  number: number;
  withdraw: OwnEditionActions['withdraw'];
  onClose: () => void;
}

/** 撤下 of an edition, for which the public is told the reason. */
export function WithdrawDialog({ editionId, number, withdraw, onClose }: WithdrawDialogProps) {
  const router = useRouter();
  const done = () => {
    onClose();
    notifications.show({ color: 'green.9', message: `第 ${number} 次公开已撤下` });
    router.refresh();
  };
  return (
    <ReasonDialog
      title={`撤下第 ${number} 次公开`}
      submitLabel="确认撤下"
      danger
      text="撤下后公众不能再查阅其内容，页面上写明已撤下及原因；文件和校验值仍保留在记录中，不能恢复公开。"
      label="撤下原因（向公众显示）"
      submit={(reason) => withdraw({ editionId, reason })}
      onDone={done}
      onClose={onClose}
    />
  );
}
