import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import { openUnitBudget } from '../command-line/open-unit-budget.ts';
import { readPreparedExplanations } from './demonstration-files.ts';

/** An explanation to be written under the key that the finding has with the figures in the database. */
export interface ExplainedWarning {
  readonly unitCode: string;
  readonly versionId: string;
  readonly findingKey: string;
  readonly text: string;
}

/** The warnings of a unit's draft for which the demonstration brings an explanation. */
export async function explainedWarnings(
  file: string,
  unitCode: string,
  year: number,
): Promise<readonly ExplainedWarning[]> {
  const opened = await openUnitBudget({ unitCode, year });
  if (opened?.version.state !== 'DRAFT') return [];
  const { results } = examineBudget(opened);
  const prepared = await readPreparedExplanations(file);
  return results
    .flatMap(({ outcome }) => (outcome.status === 'ran' ? outcome.findings : []))
    .filter((finding) => finding.severity === 'warning')
    .flatMap(({ key, checkId, message }) => {
      const found = prepared.find((entry) => entry.checkId === checkId && message.includes(entry.about ?? ''));
      return found ? [{ unitCode, versionId: opened.version.id, findingKey: key, text: found.text }] : [];
    });
}
