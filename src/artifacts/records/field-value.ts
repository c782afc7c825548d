/** What rows of data hold: the values of a feature, a model's output, a column of a Parquet file. */

/** Values of a list that are kept, at most; the rest is only counted. */
export const MOST_VALUES = 1000;

/** The values of one field of a row. */
export type FieldValue =
  | IValueList<'bytes', Uint8Array>
  | IValueList<'text', string>
  | IValueList<'float', number>
  | IValueList<'int', bigint>
  | IValueList<'bool', boolean>
  /** A list with no values and no type. */
  | IValueList<'none', never>
  /** One list per step of a sequence, or per example of a batch. */
  | IValueList<'steps', FieldValue>;

interface IValueList<K extends string, V> {
  readonly kind: K;
  /** The first values, {@link MOST_VALUES} at most. */
  readonly values: readonly V[];
  /** How many there are. */
  readonly count: number;
  /** Sizes by dimension, where the values are a tensor of more than one. */
  readonly shape?: readonly number[];
}

/**
 * Whose field it is: two groups may have fields of one name. A SequenceExample's context is `feature`, its feature lists
 * are `steps`; `output` and `input` are a model's; `record` is a record that nothing is known of.
 */
export type FieldGroup = 'record' | 'output' | 'input' | 'feature' | 'steps';

/** In the order in which they are shown. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  'record',
  'output',
  'input',
  'feature',
  'steps'
];

/** A field of a row. */
export interface IField {
  readonly group: FieldGroup;
  readonly name: string;
  readonly value: FieldValue;
}

/** Fields by {@link fieldKey}. */
export type Fields = ReadonlyMap<string, IField>;

/** Tells a field from all others of a row. */
export function fieldKey(group: FieldGroup, name: string): string {
  return `${group}:${name}`;
}

/** Fields by their key; of two of one key, the later. */
export function fieldsOf(fields: Iterable<IField>): Fields {
  const byKey = new Map<string, IField>();
  for (const field of fields) {
    byKey.set(fieldKey(field.group, field.name), field);
  }
  return byKey;
}

/** A row: one record of a file. */
export interface IRow {
  /** From 0, over all files of the split. */
  readonly index: number;
  /** Bytes that the row keeps. */
  readonly size: number;
  /**
   * Decodes it, at each call anew. Where the record is not what its type says, it is one field, `record`, with the
   * bytes.
   */
  readonly fields: () => Fields;
}
