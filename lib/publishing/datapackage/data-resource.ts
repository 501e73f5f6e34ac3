import { plainCsv } from '../csv/render-csv.ts';
import { sha256 } from '../sha256.ts';

/** A column of a table by the Table Schema. */
export interface DataField {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly title: string;
  readonly description?: string;
  /** What the column is by the taxonomy of the Fiscal Data Package. */
  readonly columnType?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly enum?: readonly string[];
  };
}

/** A table of a data package, not yet written. */
export interface DataTable {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly DataField[];
  readonly primaryKey?: string;
  /** The texts of each row, one a field; blank where there is no value. */
  readonly rows: readonly (readonly string[])[];
  /** What else the descriptor says of it. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** A table as the bytes of its CSV file and the descriptor that names them. */
export interface DataResource {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly descriptor: Readonly<Record<string, unknown>>;
}

const encoder = new TextEncoder();

/** Writes a table as a tabular data resource: UTF-8 without a mark, CRLF, one heading line of field names. */
export function dataResource({ name, title, fields, primaryKey, rows, about }: DataTable): DataResource {
  const path = `${name}.csv`;
  const bytes = encoder.encode(plainCsv([fields.map((field) => field.name), ...rows]));
  return {
    path,
    bytes,
    descriptor: {
      profile: 'tabular-data-resource',
      name,
      title,
      path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: bytes.byteLength,
      hash: `sha256:${sha256(bytes)}`,
      schema: { fields, missingValues: [''], ...(primaryKey === undefined ? {} : { primaryKey }) },
      ...about,
    },
  };
}
