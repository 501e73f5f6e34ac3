/** Where a unit's file stands in the object store. */
export function objectName(unitId: string, sha256: string): string {
  return `attachments/${unitId}/${sha256}`;
}
