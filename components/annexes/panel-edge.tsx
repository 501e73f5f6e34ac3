'use client';

import { useRef } from 'react';
import styles from './annex-panel.module.css';

const MIN_WIDTH_PX = 320;
const MAX_SHARE = 0.65;
const STEP_PX = 40;

function allowed(width: number): number {
  return Math.round(Math.min(Math.max(width, MIN_WIDTH_PX), window.innerWidth * MAX_SHARE));
}

interface PanelEdgeProps {
  /** The width in pixels; null: as the window suggests. */
  width: number | null;
  onResize: (width: number) => void;
}

/** The left edge of a panel at the right: dragged, or moved by the arrow keys. */
export function PanelEdge({ width: given, onResize }: PanelEdgeProps) {
  const edge = useRef<HTMLHRElement>(null);
  const width = () => edge.current?.parentElement?.offsetWidth ?? MIN_WIDTH_PX;
  return (
    <hr
      ref={edge}
      className={styles.edge}
      aria-label="预览的宽度"
      aria-orientation="vertical"
      aria-valuemin={MIN_WIDTH_PX}
      aria-valuenow={given ?? MIN_WIDTH_PX}
      tabIndex={0}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowLeft' ? STEP_PX : event.key === 'ArrowRight' ? -STEP_PX : 0;
        if (step === 0) return;
        event.preventDefault();
        onResize(allowed(width() + step));
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        onResize(allowed(window.innerWidth - event.clientX));
      }}
    />
  );
}
