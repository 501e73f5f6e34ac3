import { Text } from '@mantine/core';
import { type ComponentProps, useId } from 'react';
import { ControlTrail } from './control-trail.tsx';

/** 控制数 of a unit over the year, below the history of its budget; nothing where none was ever issued. */
export function ControlTrailSection({ entries, projects }: ComponentProps<typeof ControlTrail>) {
  const titleId = useId();
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={titleId} style={{ marginBlockStart: 24 }}>
      <Text fw={700} component="h2" id={titleId} mb="sm">
        控制数下达与调整
      </Text>
      <ControlTrail entries={entries} projects={projects.map(({ key, name }) => ({ key, name }))} />
    </section>
  );
}
