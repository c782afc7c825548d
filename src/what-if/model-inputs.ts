/** What the graph takes: for the rows that there are, and with features that a person changed. */
import type { Batch, Column } from '@uwdata/flechette';
import { Type, tableFromIPC } from '@uwdata/flechette';

import type { IModelFeature, IModelFile } from './decode-model';
import type { Changes, RawValue } from './raw-values';
import { placeOf } from './raw-values';

/** Rows × a fixed number of entries. */
export type Numbers = Float32Array | Int32Array;

/** The inputs of all rows. */
export class ModelInputs {
  /**
   * @param bytes - An Arrow IPC file: for each input a list of one size for each row.
   * @throws an Error whose message is a sentence.
   */
  constructor(
    readonly file: IModelFile,
    bytes: ArrayBuffer
  ) {
    const table = tableFromIPC(bytes);
    this._sizes = file.inputs.map(({ shape }) => shape.reduce((size, each) => size * each, 1));
    this._columns = file.inputs.map(({ name, dtype }, at) => {
      const column = table.getChild(name);
      const numbers = column ? numbersOf(column, dtype) : null;
      if (numbers?.length !== table.numRows * this._sizes[at]) {
        throw new Error('What the model takes for each row cannot be read: have it made again.');
      }
      return numbers;
    });
    this.rows = table.numRows;
  }

  readonly rows: number;

  /** Of some rows. */
  of(rows: ArrayLike<number>): readonly Numbers[] {
    return this._columns.map((column, at) => {
      const size = this._sizes[at];
      const picked = emptyLike(column, rows.length * size);
      for (let place = 0; place < rows.length; place++) {
        picked.set(column.subarray(rows[place] * size, (rows[place] + 1) * size), place * size);
      }
      return picked;
    });
  }

  /** The same, with features that are other ones in all of them. */
  change(inputs: readonly Numbers[], changes: Changes): readonly Numbers[] {
    const changed = [...inputs];
    for (const feature of this.file.features) {
      if (!Object.hasOwn(changes, feature.name)) {
        continue;
      }
      const value = changes[feature.name];
      for (const { input, values, line } of feature.tables) {
        const entry =
          line && typeof value === 'number'
            ? line.map(([slope, intercept]) => slope * value + intercept)
            : values.at(knownPlace(feature, value));
        if (entry === undefined) {
          throw new Error(`The model for the browser does not know this value of ${feature.name}.`);
        }
        const filled = emptyLike(inputs[input], inputs[input].length);
        for (let place = 0; place < filled.length; place++) {
          filled[place] = entry[place % entry.length];
        }
        changed[input] = filled;
      }
    }
    return changed;
  }

  private readonly _sizes: readonly number[];
  private readonly _columns: readonly Numbers[];
}

/** Beyond all entries where there is none. */
function knownPlace({ values }: IModelFeature, value: RawValue): number {
  const place = placeOf(values, value);
  return place < 0 ? Infinity : place;
}

function emptyLike(numbers: Numbers, length: number): Numbers {
  return numbers instanceof Float32Array ? new Float32Array(length) : new Int32Array(length);
}

/** All entries of a column of lists of one size, one after the other. */
function numbersOf(column: Column<unknown>, dtype: 'float32' | 'int32'): Numbers {
  const parts = column.data.map((batch: Batch<unknown>) =>
    batch.type.typeId === Type.FixedSizeList ? batch.children[0] : batch
  );
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const all = dtype === 'float32' ? new Float32Array(size) : new Int32Array(size);
  let at = 0;
  for (const { values, length } of parts) {
    if (values instanceof Float32Array || values instanceof Int32Array) {
      all.set(values.subarray(0, length), at);
    }
    at += length;
  }
  return all;
}
