import type { EditionFileSummary, PublicEdition } from '@/lib/domain/editions/edition.ts';
import { editionPath, filePath } from './open-paths.ts';
import { dateOf, editionName } from './open-words.ts';

/** An edition as search engines for data read it: https://schema.org/Dataset. */
export function editionDataset(
  edition: PublicEdition & { readonly files: readonly EditionFileSummary[] },
  origin: string,
): object {
  const { year, unitCode, publishedAt, number, departmentName, unitName, files } = edition;
  return {
    ...{ '@context': 'https://schema.org', '@type': 'Dataset', inLanguage: 'zh-CN', name: editionName(edition) },
    description: `${unitName}${year}年部门预算的情况说明和全部附表，按公开时的文件原样提供，含 PDF、Excel、CSV 和 JSON。`,
    url: `${origin}${editionPath(edition)}`,
    identifier: `${year}/${unitCode}/${number}`,
    keywords: ['部门预算', '预算公开', unitName, departmentName],
    version: `${number}`,
    datePublished: dateOf(publishedAt),
    temporalCoverage: `${year}-01-01/${year}-12-31`,
    isAccessibleForFree: true,
    creator: {
      '@type': 'GovernmentOrganization',
      name: unitName,
      parentOrganization: { '@type': 'GovernmentOrganization', name: departmentName },
    },
    includedInDataCatalog: { '@type': 'DataCatalog', name: '部门预算公开', url: `${origin}/open` },
    distribution: files.map((file) => ({
      ...{ '@type': 'DataDownload', name: file.name, encodingFormat: file.mediaType.split(';')[0] },
      ...{
        contentSize: `${file.byteLength} B`,
        sha256: file.sha256,
        contentUrl: `${origin}${filePath(edition, file)}`,
      },
    })),
  };
}
