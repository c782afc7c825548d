/** Reads the Arrow file that the kernel makes of an evaluation's predictions. */
import type { Column } from '@uwdata/flechette';
import { Type, tableFromIPC } from '@uwdata/flechette';

import {
  batches,
  codes,
  codesOf,
  dictionaryOf,
  entriesOf,
  isVectors,
  joined,
  numbers,
  numbersOf,
  startsOf,
  texts
} from './arrow-columns';
import type { Feature, IPredictionTable, Task } from './prediction-table';
import { widthOf } from './prediction-table';

/** The key of the schema's metadata. */
const METADATA = 'jupyterlab-tfx';
/** Before the names of raw features. */
const FEATURE = 'feature/';

/**
 * Reads a file.
 *
 * @param output - Which one of a model with several; the first one without it.
 * @throws an Error whose message is a sentence, where the file is not what the contract says.
 */
export function decodePredictions(bytes: ArrayBuffer, output?: string): IPredictionTable {
  const table = opened(bytes);
  const about = aboutOf(table.schema.metadata?.get(METADATA) ?? '', output);
  const columns = new Map(table.schema.fields.map(({ name }, at) => [name, table.getChildAt(at)]));
  const own = (name: string): string => (about.output === '' ? name : `${name}/${about.output}`);
  const needed = (name: string): Column<unknown> => {
    const column = columns.get(own(name));
    if (!column) {
      throw new Error(`The predictions have no column ${own(name)}: have them made again.`);
    }
    return column;
  };
  const predictions = numbersOf(needed('prediction'));
  const hasClasses = about.task === 'multiclass' || about.task === 'multilabel';
  const found = hasClasses ? predictions.length / table.numRows : 1;
  const classes = hasClasses ? classesOf(about.classes, needed('label'), found) : [];
  const width = classes.length || 1;
  const labels = labelsOf(needed('label'), classes, about.task);
  if (predictions.length !== table.numRows * width) {
    throw new Error(
      `The predictions have ${predictions.length} scores for ${table.numRows} rows of ${width}: have them made again.`
    );
  }
  const weights = columns.get(own('weight'));
  const features = [...columns].flatMap(([name, column]) =>
    name.startsWith(FEATURE) ? featureOf(name.slice(FEATURE.length), column) : []
  );
  const whole = {
    ...{ task: about.task, output: about.output, outputs: about.outputs },
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
  return withoutUnknown(whole);
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
  /** Empty where the model has one. */
  readonly output: string;
  readonly outputs: readonly string[];
  readonly classes: readonly string[];
  readonly keys: IPredictionTable['about'];
}

function aboutOf(text: string, wanted: string | undefined): IAbout {
  const about = fieldsOf(text === '' ? null : JSON.parse(text));
  if (about.get('version') !== 1) {
    throw new Error(
      about.has('version')
        ? 'The predictions were made by another version: have them made again.'
        : 'The predictions do not say what they are of: have them made again.'
    );
  }
  const named = listOf(about.get('outputs')).map(fieldsOf);
  const outputs = named.map(each => textOf(each.get('name')));
  if (wanted !== undefined && named.length > 0 && !outputs.includes(wanted)) {
    throw new Error(`The predictions have no output ${wanted}.`);
  }
  const own = named.at(Math.max(0, outputs.indexOf(wanted ?? ''))) ?? about;
  const task = own.get('task');
  if (
    task !== 'binary' &&
    task !== 'multiclass' &&
    task !== 'multilabel' &&
    task !== 'regression'
  ) {
    throw new Error(`The predictions are of a task that is not known: ${String(task)}.`);
  }
  return {
    ...{ task, outputs, output: textOf(own.get('name')) },
    classes: listOf(own.get('classes')).map(String),
    keys: {
      labelKey: textOf(own.get('labelKey')),
      weightKey: textOf(own.get('weightKey')) || null,
      predictionKey: textOf(own.get('predictionKey'))
    }
  };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Names of classes; their numbers where nothing names them. */
function classesOf(
  named: readonly string[],
  labels: Column<unknown>,
  width: number
): readonly string[] {
  if (named.length > 0) {
    return named;
  }
  return dictionaryOf(labels) ?? Array.from({ length: Math.floor(width) }, (_, id) => String(id));
}

/** Labels as numbers; those that are texts by their place among the classes, and those with a one for their class too. */
function labelsOf(column: Column<unknown>, classes: readonly string[], task: Task): Float64Array {
  const values = dictionaryOf(column);
  if (values === null) {
    const numbers = numbersOf(column);
    return task === 'multiclass' && batches(column).some(isVectors)
      ? placesOf(numbers, classes.length)
      : numbers;
  }
  const places = values.map(value => {
    const place = classes.length > 0 ? classes.indexOf(value) : Number(value);
    return place < 0 ? NaN : place;
  });
  return Float64Array.from(codesOf(column), code => (code < 0 ? NaN : places[code]));
}

/** Of each vector, where it has its one. */
function placesOf(vectors: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: vectors.length / width }, (_, row) => {
    const place = vectors.subarray(row * width, (row + 1) * width).indexOf(1);
    return place < 0 ? NaN : place;
  });
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

/** Without the rows that nothing can be said of, as they have no label or no prediction. */
function withoutUnknown(table: IPredictionTable): IPredictionTable {
  const { task, rows, labels, predictions, weights, classes } = table;
  const width = widthOf(table);
  const labelWidth = task === 'multilabel' ? width : 1;
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) {
    let known = weights === null || Number.isFinite(weights[row]);
    for (let at = row * labelWidth; at < (row + 1) * labelWidth; at++) {
      known &&= Number.isFinite(labels[at]);
    }
    for (let at = row * width; at < (row + 1) * width; at++) {
      known &&= !Number.isNaN(predictions[at]);
    }
    known &&= task !== 'multiclass' || (labels[row] >= 0 && labels[row] < classes.length);
    if (known) {
      kept.push(row);
    }
  }
  if (kept.length === rows) {
    return table;
  }
  const place = (at: number, size: number): number =>
    kept[Math.floor(at / size)] * size + (at % size);
  const pick = (values: Float64Array, size: number): Float64Array =>
    Float64Array.from({ length: kept.length * size }, (_, at) => values[place(at, size)]);
  return {
    ...table,
    rows: kept.length,
    labels: pick(labels, labelWidth),
    weights: weights && pick(weights, 1),
    predictions: Float32Array.from(
      { length: kept.length * width },
      (_, at) => predictions[place(at, width)]
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
