/** Dialogs come when they are asked for; fetched before, right after the page, they also come without a network. */
export function preloadDialogs(): void {
  const load = () => {
    void Promise.allSettled([
      import('./conflict-dialog.tsx'),
      import('@/components/workflow/submit-dialog.tsx'),
      import('@/components/workflow/export-dialog.tsx'),
      import('@/components/annexes/annex-panel.tsx'),
    ]);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 10_000 });
  else setTimeout(load, 3_000);
}
