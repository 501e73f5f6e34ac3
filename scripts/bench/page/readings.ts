/** What the probe reads of a page, as people see it there: text and marks, never a grid's own state. */
export interface Readings {
  /** Whether a row of the table is there. */
  readonly firstRow: () => boolean;
  /** Whether the table answers keys. */
  readonly ready: () => boolean;
  /** Which cell is the active one. */
  readonly activeCell: () => string;
  /** The grand total in the pinned row. */
  readonly total: () => string;
  /** The figures of the annex that is open beside the table; blank where a page has none. */
  readonly preview: () => string;
  /** The text of the note in the first row. */
  readonly firstNote: () => string;
  /** What a check says of the amount in the first row. */
  readonly firstMark: () => string;
  /** Whether nothing is left to save or to compute. */
  readonly atRest: () => boolean;
}

const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
const attribute = (selector: string, name: string): string =>
  document.querySelector(selector)?.getAttribute(name) ?? '';

const GRID = '[role="grid"][aria-label="基本支出"]';
/** Of the rows that are drawn, which begin with the headings of groups. */
const FIRST = `${GRID} [data-kind="line"]`;

/** The product's page 基本支出. */
export const PRODUCT: Readings = {
  firstRow: () => document.querySelector(`${FIRST} [data-column="amountFen"]`) !== null,
  /* React marks the elements it has taken over. */
  ready: () => Object.keys(document.querySelector(GRID) ?? {}).some((key) => key.startsWith('__reactProps$')),
  activeCell: () => {
    const cell = document.querySelector(`${GRID} [data-active]`);
    return `${cell?.closest('[role="row"]')?.getAttribute('aria-rowindex')} ${cell?.getAttribute('data-column')}`;
  },
  total: () => text(`${GRID} [data-total]`),
  preview: () => text('aside[aria-label="附件预览"] table'),
  firstNote: () => text(`${FIRST} [data-column="note"]`),
  firstMark: () => attribute(`${FIRST} [data-column="amountFen"]`, 'data-mark'),
  atRest: () => text('[data-testid="save-state"]').startsWith('已保存'),
};

const PEER_FIRST = '[row-index="0"]';

/** The page of the peer grid. */
export const PEER: Readings = {
  firstRow: () => document.querySelector(`${PEER_FIRST} [col-id="amountFen"]`) !== null,
  ready: () => document.querySelector(`${PEER_FIRST} [col-id="amountFen"]`) !== null,
  activeCell: () => {
    const cell = document.querySelector('.ag-cell-focus');
    return `${cell?.closest('[row-index]')?.getAttribute('row-index')} ${cell?.getAttribute('col-id')}`;
  },
  total: () => text('[row-index="t-0"] [col-id="amountFen"]'),
  preview: () => '',
  firstNote: () => text(`${PEER_FIRST} [col-id="note"]`),
  firstMark: () => (document.querySelector(`${PEER_FIRST} [col-id="amountFen"].refused`) ? 'error' : ''),
  atRest: () => true,
};
