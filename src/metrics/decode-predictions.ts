/** Reads the Arrow file that the kernel makes of an evaluation's predictions. */
import type { Batch, Column } from '@uwdata/flechette';
import { Type, tableFromIPC } from '@uwdata/flechette';

import type { Feature, IPredictionTable, Task } from './prediction-table';

/** The key of the schema's metadata. */
const METADATA = 'jupyterlab-tfx';
/** Before the names of raw features. */
const FEATURE = 'feature/';

/** @throws an Error whose message is a sentence, where the file is not what the contract says. */
export function decodePredictions(bytes: ArrayBuffer): IPredictionTable {
  const table = opened(bytes);
  const about = aboutOf(table.schema.metadata?.get(METADATA) ?? '');
  const columns = new Map(table.schema.fields.map(({ name }, at) => [name, table.getChildAt(at)]));
  const needed = (name: string): Column<unknown> => {
    const column = columns.get(name);
    if (!column) {
      throw new Error(`The predictions have no column ${name}: have them made again.`);
    }
    return column;
  };
  const classes = about.task === 'multiclass' ? classesOf(about.classes, needed('label')) : [];
  const labels = labelsOf(needed('label'), classes);
  const predictions = numbersOf(needed('prediction'));
  const width = about.task === 'multiclass' ? classes.length : 1;
  if (predictions.length !== table.numRows * width) {
    throw new Error(
      `The predictions have ${predictions.length} scores for ${table.numRows} rows of ${width}: have them made again.`
    );
  }
  const weights = columns.get('weight');
  const features = [...columns].flatMap(([name, column]) =>
    name.startsWith(FEATURE) ? featureOf(name.slice(FEATURE.length), column) : []
  );
  const whole = {
    task: about.task,
    rows: table.numRows,
    labels,
    weights: weights ? numbersOf(weights) : null,
    predictions: Float32Array.from(predictions),
    classes,
    features,
    about: about.keys,
    leftOut: 0,
    places: null
  };
  return withoutUnknown(whole, width);
}

function opened(bytes: ArrayBuffer): ReturnType<typeof tableFromIPC> {
  try {
    return tableFromIPC(bytes);
  } catch {
    throw new Error('The predictions are no Arrow file: have them made again.');
  }
}

interface IAbout {
  readonly task: Task;
  readonly classes: readonly string[];
  readonly keys: IPredictionTable['about'];
}

function aboutOf(text: string): IAbout {
  const about: unknown = text === '' ? null : JSON.parse(text);
  if (typeof about !== 'object' || about === null || !('version' in about) || !('task' in about)) {
    throw new Error('The predictions do not say what they are of: have them made again.');
  }
  if (about.version !== 1) {
    throw new Error('The predictions were made by another version: have them made again.');
  }
  const { task } = about;
  if (task !== 'binary' && task !== 'multiclass' && task !== 'regression') {
    throw new Error(`The predictions are of a task that is not known: ${String(task)}.`);
  }
  const classes = 'classes' in about && Array.isArray(about.classes) ? about.classes : [];
  const key = (name: string): string => {
    const value: unknown = Object.entries(about).find(([each]) => each === name)?.[1];
    return typeof value === 'string' ? value : '';
  };
  const keys = {
    labelKey: key('labelKey'),
    weightKey: key('weightKey') || null,
    predictionKey: key('predictionKey')
  };
  return { task, classes: classes.map(String), keys };
}

/** A column's batches, each by itself. */
function batches(column: Column<unknown>): readonly Batch<unknown>[] {
  return column.data;
}

function classesOf(named: readonly string[], labels: Column<unknown>): readonly string[] {
  if (named.length > 0) {
    return named;
  }
  const dictionary = dictionaryOf(labels);
  if (dictionary) {
    return dictionary;
  }
  const most = numbersOf(labels).reduce((all, each) => (each > all ? each : all), -1);
  return Array.from({ length: most + 1 }, (_, id) => String(id));
}

/** Labels as numbers; those that are texts by their place among the classes. */
function labelsOf(column: Column<unknown>, classes: readonly string[]): Float64Array {
  const values = dictionaryOf(column);
  if (values === null) {
    return numbersOf(column);
  }
  const places = values.map(value => {
    const place = classes.length > 0 ? classes.indexOf(value) : Number(value);
    return place < 0 ? NaN : place;
  });
  return Float64Array.from(codesOf(column), code => (code < 0 ? NaN : places[code]));
}

/** All numbers of a column, also of lists of the same length; NaN where there is none. */
function numbersOf(column: Column<unknown>): Float64Array {
  const parts = batches(column).map(batch =>
    batch.type.typeId === Type.FixedSizeList ? numbers(batch.children[0]) : numbers(batch)
  );
  return joined(parts, size => new Float64Array(size));
}

function numbers(batch: Batch<unknown>): Float64Array {
  const { typeId } = batch.type;
  const plain = typeId === Type.Float || typeId === Type.Int;
  if (plain && batch.nullCount === 0 && !(batch.values instanceof BigInt64Array)) {
    return Float64Array.from({ length: batch.length }, (_, at) => Number(batch.values[at]));
  }
  return Float64Array.from({ length: batch.length }, (_, at) => {
    const value = batch.at(at);
    return value === null ? NaN : Number(value);
  });
}

/** The texts of a dictionary; null where a column has none. */
function dictionaryOf(column: Column<unknown>): readonly string[] | null {
  const [batch] = batches(column);
  return batch === undefined ? null : texts(batch);
}

function texts(batch: Batch<unknown>): readonly string[] | null {
  if (batch.type.typeId !== Type.Dictionary || !('dictionary' in batch)) {
    return null;
  }
  const { dictionary } = batch;
  return isColumn(dictionary) ? Array.from(dictionary, value => String(value ?? '')) : null;
}

function isColumn(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function codesOf(column: Column<unknown>): Int32Array {
  return joined(batches(column).map(codes), size => new Int32Array(size));
}

/** Places in a dictionary; -1 for none. */
function codes(batch: Batch<unknown>): Int32Array {
  return Int32Array.from({ length: batch.length }, (_, at) =>
    batch.nullCount === 0 || batch.isValid(at) ? Number(batch.values[at]) : -1
  );
}

function featureOf(name: string, column: Column<unknown> | undefined): readonly Feature[] {
  const first = column && batches(column).at(0);
  if (!column || !first) {
    return [];
  }
  const isList = first.type.typeId === Type.List;
  const starts = isList ? startsOf(column) : null;
  const parts = batches(column).map(batch => (isList ? entriesOf(batch) : batch));
  const values = texts(parts[0]);
  if (values !== null) {
    const all = joined(parts.map(codes), size => new Int32Array(size));
    return [{ ...{ kind: 'category', name, starts }, ...sorted(all, values) }];
  }
  const all = joined(parts.map(numbers), size => new Float64Array(size));
  return [{ kind: 'number', name, numbers: all, starts }];
}

/** Codes in the order of their values. */
function sorted(
  all: Int32Array,
  values: readonly string[]
): { readonly codes: Int32Array; readonly values: readonly string[] } {
  const order = values.map((_, code) => code).sort((a, b) => (values[a] < values[b] ? -1 : 1));
  const places = new Int32Array(values.length);
  order.forEach((code, place) => (places[code] = place));
  return {
    codes: all.map(code => (code < 0 ? -1 : places[code])),
    values: order.map(code => values[code])
  };
}

/** The values of all lists of a batch, one after the other. */
function entriesOf(batch: Batch<unknown>): Batch<unknown> {
  return batch.children[0];
}

function startsOf(column: Column<unknown>): Uint32Array {
  const starts = new Uint32Array(column.length + 1);
  let row = 0;
  let before = 0;
  for (const batch of batches(column)) {
    for (let at = 0; at < batch.length; at++) {
      starts[++row] = before + Number(batch.offsets[at + 1]);
    }
    before += entriesOf(batch).length;
  }
  return starts;
}

function joined<T extends Float64Array | Int32Array>(
  parts: readonly T[],
  make: (size: number) => T
): T {
  if (parts.length === 1) {
    return parts[0];
  }
  const all = make(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Without the rows that nothing can be said of, as they have no label or no prediction. */
function withoutUnknown(table: IPredictionTable, width: number): IPredictionTable {
  const { rows, labels, predictions, weights, classes } = table;
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) {
    const place = row * width;
    let known = Number.isFinite(labels[row]) && (weights === null || Number.isFinite(weights[row]));
    for (let at = place; at < place + width; at++) {
      known &&= !Number.isNaN(predictions[at]);
    }
    known &&= classes.length === 0 || (labels[row] >= 0 && labels[row] < classes.length);
    if (known) {
      kept.push(row);
    }
  }
  if (kept.length === rows) {
    return table;
  }
  const pick = (values: Float64Array): Float64Array => Float64Array.from(kept, row => values[row]);
  return {
    ...table,
    rows: kept.length,
    labels: pick(labels),
    weights: weights && pick(weights),
    predictions: Float32Array.from(
      { length: kept.length * width },
      (_, at) => predictions[kept[Math.floor(at / width)] * width + (at % width)]
    ),
    features: table.features.map(feature => pickFeature(feature, kept)),
    leftOut: rows - kept.length,
    places: Uint32Array.from(kept)
  };
}

function pickFeature(feature: Feature, kept: readonly number[]): Feature {
  const { starts } = feature;
  const entries =
    starts === null
      ? kept
      : kept.flatMap(row =>
          Array.from({ length: starts[row + 1] - starts[row] }, (_, at) => starts[row] + at)
        );
  let end = 0;
  const newStarts =
    starts && Uint32Array.from([0, ...kept.map(row => (end += starts[row + 1] - starts[row]))]);
  return feature.kind === 'category'
    ? { ...feature, starts: newStarts, codes: Int32Array.from(entries, at => feature.codes[at]) }
    : {
        ...feature,
        starts: newStarts,
        numbers: Float64Array.from(entries, at => feature.numbers[at])
      };
}
