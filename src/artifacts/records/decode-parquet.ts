/** Rows of Parquet files, by the library hyparquet. */
import type { AsyncBuffer, Compressors, FileMetaData, SchemaTree } from 'hyparquet';
import { parquetMetadataAsync, parquetRead, parquetSchema, snappyUncompress } from 'hyparquet';
import { ungzip } from 'pako';

import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import type { Fields, FieldValue, IField, IRow } from './field-value';
import { fieldsOf, MOST_VALUES } from './field-value';

/** Rows of the first batch, and of later ones at most: a batch decodes whole pages. */
const FIRST = 500;
const MOST = 50_000;
/** Bytes of a page that is decompressed, and of a group of rows. */
const MOST_PAGE = 1 << 27;

/** The rows of files, in batches; a file that is no Parquet, or damaged, throws an Error with a sentence. */
export async function* parquetRows(
  source: IArtifactSource,
  files: readonly ArtifactFile[],
  signal: AbortSignal
): AsyncGenerator<readonly IRow[], void, undefined> {
  let index = 0;
  for (const file of files) {
    const buffer: AsyncBuffer = {
      byteLength: file.size,
      slice: async (start, end = file.size) => {
        const bytes = await source.read(file.path, { start, end });
        // A copy: the library takes for granted that a buffer has nothing else.
        const alone = new ArrayBuffer(bytes.length);
        new Uint8Array(alone).set(bytes);
        return alone;
      }
    };
    const metadata = await readable(file.path, parquetMetadataAsync(buffer));
    const total = Number(metadata.num_rows);
    const columns = parquetSchema(metadata).children;
    let length = FIRST;
    for (let start = 0; start < total && !signal.aborted;) {
      const end = Math.min(total, start + length);
      const batch = await readable(file.path, readBatch(buffer, metadata, start, end));
      if (batch.length === 0) {
        break;
      }
      yield batch.map(values => parquetRow(index++, columns, values));
      start += batch.length;
      length = Math.min(MOST, length * 10);
    }
  }
}

async function readBatch(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number
): Promise<readonly unknown[][]> {
  let rows: readonly unknown[][] = [];
  await parquetRead({
    file,
    metadata,
    rowStart,
    rowEnd,
    utf8: false,
    compressors,
    onComplete: read => {
      rows = read;
    }
  });
  return rows;
}

/** The library's errors are for developers. */
async function readable<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${path} cannot be read as Parquet (${message}): it is damaged, still being written, or compressed in a way that is not known here (snappy and gzip are).`
    );
  }
}

const compressors: Compressors = {
  SNAPPY: (input, length) => {
    const output = new Uint8Array(bounded(length));
    snappyUncompress(input, output);
    return output;
  },
  GZIP: (input, length) => {
    bounded(length);
    return ungzip(input);
  }
};

function bounded(length: number): number {
  if (!(length >= 0 && length <= MOST_PAGE)) {
    throw new Error(`a page says that it has ${length} bytes`);
  }
  return length;
}

function parquetRow(
  index: number,
  columns: readonly SchemaTree[],
  values: readonly unknown[]
): IRow {
  return { index, size: 64 * values.length, fields: () => rowFields(columns, values) };
}

function rowFields(columns: readonly SchemaTree[], values: readonly unknown[]): Fields {
  const fields: IField[] = [];
  for (const [at, column] of columns.entries()) {
    const value = fieldValue(values[at], isInteger(column));
    if (value !== null) {
      fields.push({ group: 'feature', name: column.element.name, value });
    }
  }
  return fieldsOf(fields);
}

/** Whether the numbers of a column, or in its lists, are integers. */
function isInteger({ element, children }: SchemaTree): boolean {
  return children.length > 0 ? isInteger(children[children.length - 1]) : element.type === 'INT32';
}

/** null where there is no value. */
function fieldValue(value: unknown, integer: boolean): FieldValue | null {
  if (value === null || value === undefined) {
    return null;
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const count = list.length;
  const first = list.slice(0, MOST_VALUES).filter(one => one !== null && one !== undefined);
  if (first.length === 0) {
    return { kind: 'none', values: [], count: 0 };
  }
  if (first.every(one => one instanceof Uint8Array)) {
    return { kind: 'bytes', values: first, count };
  }
  if (first.every(one => typeof one === 'bigint')) {
    return { kind: 'int', values: first, count };
  }
  if (first.every(one => typeof one === 'number')) {
    return integer && first.every(Number.isInteger)
      ? { kind: 'int', values: first.map(BigInt), count }
      : { kind: 'float', values: first, count };
  }
  if (first.every(one => typeof one === 'boolean')) {
    return { kind: 'bool', values: first, count };
  }
  if (first.every(Array.isArray)) {
    const steps = first.map(one => fieldValue(one, integer));
    return {
      kind: 'steps',
      values: steps.filter(step => step !== null),
      count
    };
  }
  return { kind: 'text', values: first.map(asText), count };
}

function asText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'NaN' : value.toISOString();
  }
  const written: string | undefined = JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'bigint' ? (Number.isSafeInteger(Number(one)) ? Number(one) : String(one)) : one
  );
  return written ?? String(value);
}
