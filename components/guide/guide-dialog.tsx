'use client';

import { Button, Group, Modal } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import styles from './guide-dialog.module.css';
import { GUIDE_STEPS } from './guide-steps.ts';

interface GuideDialogProps {
  budgetId: string;
  onClose: () => void;
}

/** 使用引导: the six steps one by one, each with the way to its page. */
export function GuideDialog({ budgetId, onClose }: GuideDialogProps) {
  const [at, setAt] = useState(0);
  const step = GUIDE_STEPS[at];
  if (!step) return null;
  const isLast = at === GUIDE_STEPS.length - 1;
  return (
    <Modal opened onClose={onClose} title="使用引导" size="lg">
      <ol className={styles.steps} aria-label="六个步骤">
        {GUIDE_STEPS.map(({ label }, index) => (
          <li key={label}>
            <button
              type="button"
              className={styles.step}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => setAt(index)}
            >
              {index + 1} {label}
            </button>
          </li>
        ))}
      </ol>
      <section aria-live="polite" className={styles.body}>
        <h3 className={styles.title}>
          第 {at + 1} 步　{step.label}
        </h3>
        <p>{step.text}</p>
        <ul>
          {step.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <Link href={`/budgets/${budgetId}/${step.path}`} onClick={onClose}>
          {step.link} →
        </Link>
      </section>
      <Group justify="space-between" mt="md">
        <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
          上一步
        </Button>
        <Button data-autofocus onClick={() => (isLast ? onClose() : setAt(at + 1))}>
          {isLast ? '开始使用' : '下一步'}
        </Button>
      </Group>
    </Modal>
  );
}
