import { ok } from '@/lib/domain/result.ts';
import { openProblemPage } from '@/lib/publishing/html/open-frame.ts';
import { openFileParams } from '@/lib/schemas/open.ts';
import { defineOpenRoute, READABLE_ANYWHERE } from '@/lib/server/define-open-route.ts';
import { contentDisposition } from '@/lib/server/file-response.ts';
import { readOpenFile } from '@/lib/services/editions/open-editions.ts';

/** A file of an edition, byte for byte as it was published. */
export const GET = defineOpenRoute({
  name: '/open/[year]/[unitCode]/[number]/files/[name]',
  params: openFileParams,
  problemPage: openProblemPage,
  async run({ params: { name, ...place } }) {
    const file = await readOpenFile(place, name);
    if (!file.ok) return file;
    const { mediaType, content, name: fileName } = file.value;
    const headers = { ...READABLE_ANYWHERE, 'content-disposition': contentDisposition(fileName) };
    return ok({ mediaType, body: content, headers });
  },
});
