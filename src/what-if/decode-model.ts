/** Reads the model that the kernel makes for the browser: `jupyterlab_tfx/kernel/frozen_model.py`. */
import type { RawList } from './raw-values';

/** The graph of a model, without its weights, and what it takes. */
export interface IModelFile {
  /** A GraphDef as TensorFlow.js reads it. */
  readonly topology: object;
  readonly weights: readonly IWeight[];
  readonly inputs: readonly IGraphInput[];
  readonly outputs: readonly IGraphOutput[];
  /** Raw features that the model looks at. */
  readonly features: readonly IModelFeature[];
}

/** One tensor of the weights, which follow each other in their file. */
export interface IWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32' | 'bool';
}

/** What the graph takes for each row. */
export interface IGraphInput {
  readonly name: string;
  /** Without the rows. */
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
}

/** What the graph predicts. */
export interface IGraphOutput {
  /** As the predictions name it; empty where the model has one. */
  readonly name: string;
  /** Name of the node whose first output is the prediction. */
  readonly node: string;
}

/** What a raw feature has in a row: a number, a word, or several of either. */
export type FeatureKind = 'number' | 'category' | 'list';

/** A raw feature, and what inputs are for its values. */
export interface IModelFeature {
  readonly name: string;
  readonly kind: FeatureKind;
  /** Numbers in their order; words, or lists of them or of numbers, the most frequent first. */
  readonly values: readonly (number | string | RawList)[];
  /** Rows may lack it: tables have an entry more. */
  readonly hasMissing: boolean;
  readonly tables: readonly IInputTable[];
}

/** What an input of the graph is for each value of one raw feature, whatever the others are. */
export interface IInputTable {
  /** Index among the inputs. */
  readonly input: number;
  /** By value; the last one where the feature is missing, if it may be. */
  readonly values: readonly (readonly number[])[];
  /** Slope and intercept of each entry, where the input is a line of the raw number: then any number will do. */
  readonly line: readonly (readonly number[])[] | null;
}

/** @throws an Error whose message is a sentence. */
export function decodeModel(bytes: ArrayBuffer): IModelFile {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw broken();
  }
  const model = fields(json);
  if (model.get('version') !== 2) {
    throw new Error('The model was made for the browser by another version: have it made again.');
  }
  const topology = model.get('topology');
  if (typeof topology !== 'object' || topology === null) {
    throw broken();
  }
  return {
    topology,
    weights: list(model.get('weights')).map(each => {
      const weight = fields(each);
      return {
        name: text(weight.get('name')),
        shape: list(weight.get('shape')).map(number),
        dtype: oneOf(weight.get('dtype'), ['float32', 'int32', 'bool'])
      };
    }),
    inputs: list(model.get('inputs')).map(each => {
      const input = fields(each);
      return {
        name: text(input.get('name')),
        shape: list(input.get('shape')).map(number),
        dtype: oneOf(input.get('dtype'), ['float32', 'int32'])
      };
    }),
    outputs: list(model.get('outputs')).map(each => {
      const output = fields(each);
      return { name: text(output.get('name')), node: text(output.get('node')) };
    }),
    features: list(model.get('features')).map(feature)
  };
}

function feature(given: unknown): IModelFeature {
  const read = fields(given);
  const kind = oneOf(read.get('kind'), ['number', 'category', 'list']);
  const value = { number, category: text, list: entries }[kind];
  return {
    name: text(read.get('name')),
    kind,
    values: list(read.get('values')).map((each): string | number | RawList => value(each)),
    hasMissing: read.get('hasMissing') === true,
    tables: list(read.get('tables')).map(each => {
      const table = fields(each);
      const line = table.get('line');
      return {
        input: number(table.get('input')),
        values: list(table.get('values')).map(entry => list(entry).map(number)),
        line: line === null ? null : list(line).map(entry => list(entry).map(number))
      };
    })
  };
}

function broken(): Error {
  return new Error('The model for the browser cannot be read: have it made again.');
}

function fields(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    throw broken();
  }
  return new Map<string, unknown>(Object.entries(value));
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw broken();
  }
  return value;
}

function entries(value: unknown): RawList {
  return list(value).map(each => (typeof each === 'number' ? each : text(each)));
}

function number(value: unknown): number {
  if (typeof value !== 'number') {
    throw broken();
  }
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') {
    throw broken();
  }
  return value;
}

function oneOf<T extends string>(value: unknown, names: readonly T[]): T {
  const found = names.find(name => name === value);
  if (found === undefined) {
    throw broken();
  }
  return found;
}
