import type { CodeKind } from './code-entry.ts';

const MAX_RECENT = 8;
const storeKey = (kind: CodeKind) => `mingsuan.recent-codes.${kind}`;
const known = new Map<CodeKind, readonly string[]>();

/** Codes that were typed or chosen in this browser, the latest first. */
export function recentCodes(kind: CodeKind): readonly string[] {
  const codes = known.get(kind) ?? storedCodes(kind);
  known.set(kind, codes);
  return codes;
}

export function rememberCode(kind: CodeKind, code: string): void {
  if (code === '') return;
  const codes = [code, ...recentCodes(kind).filter((earlier) => earlier !== code)].slice(0, MAX_RECENT);
  known.set(kind, codes);
  try {
    localStorage.setItem(storeKey(kind), JSON.stringify(codes));
  } catch {
    /* Without a store they are known to this window. */
  }
}

function storedCodes(kind: CodeKind): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storeKey(kind)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((code) => typeof code === 'string').slice(0, MAX_RECENT) : [];
  } catch {
    return [];
  }
}
