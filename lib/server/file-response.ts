import type { ExportFile } from '@/lib/publishing/export-file.ts';

/** A download: never cached, never shown in the page, its name in UTF-8 (RFC 6266) with an ASCII one for old clients. */
export function fileResponse({ name, mediaType, bytes }: ExportFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': contentDisposition(name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** `attachment; filename="export.pdf"; filename*=UTF-8''…`. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '_');
  // RFC 5987 keeps fewer characters than encodeURIComponent does
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
