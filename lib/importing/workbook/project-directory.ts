import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { ImportedRow, ProjectReference } from '@/lib/domain/workbook/workbook-reading.ts';
import { type CellOutcome, fault, foldedText, question, quoted, repaired, value } from './cell-outcome.ts';
import { type SheetCell, shownCell } from './sheet-model.ts';

interface KnownProject {
  readonly reference: ProjectReference;
  readonly name: string;
  /** Tells projects of one name apart. */
  readonly hint: string;
  /** What an answer puts into the cell. */
  readonly token: string;
}

const fold = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** The projects that rows of a file may belong to: those of its own sheet, and those of the draft beside them. */
export class ProjectDirectory {
  readonly #projects: readonly KnownProject[];
  readonly #byKey: ReadonlyMap<string, KnownProject>;

  /** @param rows of the file's sheet 项目 with the names in them, also those that cannot be taken */
  constructor(budget: Budget, rows: readonly ImportedRow[]) {
    const inFile = rows.map(({ row, key, fields }): KnownProject & { key: string | null } => ({
      ...{ key, reference: key === null ? { row } : { key }, name: String(fields.name ?? '') },
      ...{ hint: `“项目”表第 ${row} 行`, token: `#第${row}行` },
    }));
    const keys = new Set(inFile.map(({ key }) => key));
    const inDraft = budget.projects
      .filter(({ key }) => !keys.has(key))
      .map((project, index) => ({
        ...{ key: project.key, reference: { key: project.key }, name: project.name },
        ...{ hint: `草稿中第 ${index + 1} 个项目`, token: `#${project.key}` },
      }));
    this.#projects = [...inFile, ...inDraft];
    this.#byKey = new Map([...inDraft, ...inFile].flatMap((project) => (project.key ? [[project.key, project]] : [])));
  }

  /**
   * The project that a cell names. The hidden key decides between projects of one name, and where the name has changed
   * in the sheet 项目 alone.
   */
  read(cell: SheetCell | null, key: string): CellOutcome<ProjectReference> {
    const text = fold(cell === null ? '' : shownCell(cell));
    const chosen = this.#projects.find(({ token }) => token === text);
    if (chosen) return value(chosen.reference);
    const named = this.#projects.filter(({ name }) => fold(name) === text);
    const keyed = this.#byKey.get(key);
    if (keyed && (text === '' || named.includes(keyed))) return value(keyed.reference);
    const [only] = named;
    if (only && named.length === 1) return value(only.reference);
    if (named.length > 1)
      return question(`名称为${quoted(text)}的项目有 ${named.length} 个，请选择。`, choicesOf(named));
    if (keyed) return repaired(keyed.reference, '项目改了名称，按原来的对应关系处理', keyed.name);
    if (text === '')
      return this.#projects.length === 0 ? fault('没有填写项目名称。') : this.#ask('没有填写项目名称，请选择。');
    const near = this.#projects.filter(
      ({ name }) => fold(name) !== '' && (text.includes(fold(name)) || fold(name).includes(text)),
    );
    if (near.length > 0) return question(`没有名称正好是${quoted(text)}的项目，请选择。`, choicesOf(near));
    return fault(`没有名称为${quoted(foldedText(cell))}的项目，请先在“项目”表中填写该项目，或改正名称。`);
  }

  #ask(message: string): CellOutcome<never> {
    return question(message, choicesOf(this.#projects.slice(0, 30)));
  }
}

function choicesOf(projects: readonly KnownProject[]) {
  const names = projects.map(({ name }) => name);
  return projects.map(({ name, hint, token }) => ({
    label: names.indexOf(name) === names.lastIndexOf(name) && name !== '' ? name : `${name || '（未命名）'}（${hint}）`,
    text: token,
  }));
}
