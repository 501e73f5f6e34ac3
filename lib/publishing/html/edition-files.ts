import type { EditionFileSummary, PublicEdition } from '@/lib/domain/editions/edition.ts';
import { fileSize } from '@/lib/messages/file-size.ts';
import type { AnnexJson } from '../json/render-annex-json.ts';
import { type Html, html } from './html.ts';
import { annexPath, filePath } from './open-paths.ts';

interface EditionWithFiles extends PublicEdition {
  readonly files: readonly EditionFileSummary[];
}

/** What people call a format, in the order they ask for it. */
const FORMATS: readonly (readonly [format: string, name: string, whole: string])[] = [
  ['pdf', 'PDF', '全文 PDF'],
  ['docx', 'Word', '全文 Word'],
  ['xlsx', 'Excel', '附表 Excel'],
  ['html', '网页', '全文网页'],
  ['csv', 'CSV', 'CSV'],
  ['json', 'JSON', 'JSON'],
];

const nameOf = (format: string): string => FORMATS.find(([known]) => known === format)?.[1] ?? format;

/** The whole in the forms that people ask for, with sizes, near the top of the page. */
export function downloadsHtml(edition: EditionWithFiles): Html {
  const whole = FORMATS.flatMap(([format, , words]) => {
    const file = edition.files.find((one) => one.format === format && one.part === '');
    return file && format !== 'html' ? [{ file, words }] : [];
  });
  return html`<p class="downloads">${whole.map(
    ({ file, words }) =>
      html`<a class="button" href="${filePath(edition, file)}" download>${words} <small>${fileSize(file.byteLength)}</small></a> `,
  )}<a href="#files">全部 ${edition.files.length} 个文件及校验值</a></p>`;
}

/** Where else an annex is to be had: on a page of its own, and as data. */
export function annexActionsHtml(edition: EditionWithFiles, annex: AnnexJson): Html {
  return html`<p class="actions"><a href="${annexPath(edition, annex.annex)}" aria-label="${annex.number}单独查看">单独查看</a>${dataLinksHtml(edition, annex)}</p>`;
}

/** The files of one annex alone. */
export function dataLinksHtml(edition: EditionWithFiles, { annex, number }: AnnexJson): Html {
  const files = edition.files.filter(({ part }) => part === annex);
  return html`${files.map(
    (file) =>
      html` <a href="${filePath(edition, file)}" aria-label="${number}的${nameOf(file.format)}文件" download>${nameOf(file.format)} <small>${fileSize(file.byteLength)}</small></a>`,
  )}`;
}

/** Every file with its size and digest: first the whole, then parts by their format. */
export function filesHtml(edition: EditionWithFiles): Html {
  const whole = edition.files.filter(({ part }) => part === '');
  const parts = edition.files.filter(({ part }) => part !== '');
  const formats = [...new Set(parts.map(({ format }) => format))];
  return html`<p class="meta">SHA-256 校验值用来核对下载的文件与公开时的文件一致，例如 Windows：<code>certutil -hashfile 文件名 SHA256</code></p>
${filesTable(edition, whole, '全文')}
${formats.map((format) => {
  const files = parts.filter((file) => file.format === format);
  return html`<details><summary>逐表的 ${nameOf(format)}（${files.length} 个文件）</summary>${filesTable(edition, files, nameOf(format))}</details>`;
})}`;
}

function filesTable(edition: EditionWithFiles, files: readonly EditionFileSummary[], label: string): Html {
  return html`<div class="scroll" role="region" aria-label="文件：${label}" tabindex="0"><table class="files">
<thead><tr><th scope="col">文件</th><th scope="col">格式</th><th scope="col">大小</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${files.map(
    (file) =>
      html`<tr><th scope="row"><a href="${filePath(edition, file)}" download>${file.name}</a></th><td>${nameOf(file.format)}</td><td class="n">${fileSize(file.byteLength)}</td><td class="hash">${file.sha256}</td></tr>`,
  )}</tbody></table></div>`;
}
