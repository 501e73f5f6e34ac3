/** Why a file cannot be read as a workbook. */
export type WorkbookFault =
  | { readonly reason: 'NOT_A_WORKBOOK' }
  | { readonly reason: 'DAMAGED' }
  | { readonly reason: 'PASSWORD' }
  | { readonly reason: 'UNPACKS_TOO_LARGE' }
  | { readonly reason: 'TOO_MANY_ROWS'; readonly sheetName: string; readonly maxRows: number }
  | { readonly reason: 'TOO_MANY_SHEETS'; readonly maxSheets: number }
  | { readonly reason: 'NOTHING_KNOWN'; readonly sheetNames: readonly string[] };
