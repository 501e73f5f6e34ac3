'use client';

import { Drawer } from '@mantine/core';
import { Navigation, type NavigationGroup } from './navigation.tsx';
import { useOpened } from './use-opened.ts';

interface NavigationDrawerProps {
  opened: boolean;
  onClose: () => void;
  groups: readonly NavigationGroup[];
}

/** The navigation of narrow windows. */
export function NavigationDrawer({ opened, onClose, groups }: NavigationDrawerProps) {
  return (
    <Drawer opened={useOpened(opened)} onClose={onClose} size={240} title="导航">
      <Navigation groups={groups} onNavigate={onClose} />
    </Drawer>
  );
}
