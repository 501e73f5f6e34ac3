/** The fields of a row or a profile by name; parts of a nested one (`narrative`) are reached by `narrative.terms`. */
export type Fields = Readonly<Record<string, unknown>>;

function isNested(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The paths of the cells of some fields: a nested object is one cell a part, a list is one cell. */
export function cellPaths(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    isNested(value) ? cellPaths(value).map((part) => `${name}.${part}`) : [name],
  );
}

/** The field of a row that a path leads into. */
export function fieldOfPath(path: string): string {
  const [name = path] = path.split('.');
  return name;
}

export function valueAt(fields: Fields, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isNested(value) ? value[name] : undefined), fields);
}

/** A copy with another value at a path; the rest is shared. */
export function withValueAt(fields: Fields, path: string, value: unknown): Fields {
  const [name = path, ...rest] = path.split('.');
  if (rest.length === 0) return { ...fields, [name]: value };
  const part = fields[name];
  return { ...fields, [name]: withValueAt(isNested(part) ? part : {}, rest.join('.'), value) };
}

/** A copy of `fields` with the values of `from` at some paths. */
export function withValuesOf(fields: Fields, from: Fields, paths: readonly string[]): Fields {
  return paths.reduce((copy, path) => withValueAt(copy, path, valueAt(from, path)), fields);
}
