/** Rows before and after a transform, side by side. */
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import type { ISplit } from '../examples/decode';
import { decodeExamples } from '../examples/decode';
import type { Fields } from '../records/field-value';
import { matchRows } from './compute-match';
import type { ILineage } from './lineage';

/** A split whose rows are matched. */
export interface ISample {
  /** Empty where there are no splits. */
  readonly split: string;
  /** As many on both sides. */
  readonly raw: readonly Fields[];
  readonly made: readonly Fields[];
}

/** Bytes of a file, and rows, that are read at most: all rows have to be counted. */
const MOST_BYTES = 1 << 22;
const MOST_ROWS = 20_000;

/**
 * Rows of the first split that can be matched.
 *
 * Transform writes the rows of a file in their order where one worker does all of it; else nothing says which row became
 * which. So a split is shown only where each side has one file and as many rows, and no value says otherwise.
 *
 * @throws an Error with a sentence where the rows cannot be matched.
 */
export async function decodeSample(
  raw: IArtifactSource,
  made: IArtifactSource,
  lineage: ILineage,
  signal: AbortSignal
): Promise<ISample> {
  const [before, after] = await Promise.all([decodeExamples(raw), decodeExamples(made)]);
  const splits = after.splits.flatMap(split => {
    const same = before.splits.find(({ name }) => name === split.name);
    return same ? [{ raw: same, made: split }] : [];
  });
  if (splits.length === 0) {
    throw new Error('The transformed rows are of no split that the raw rows have.');
  }
  let reason: Error | null = null;
  for (const split of splits) {
    try {
      return await matched(split.raw, split.made, lineage, signal);
    } catch (error) {
      throwIfAborted(signal);
      reason ??= error instanceof Error ? error : new Error(String(error));
    }
  }
  throw reason ?? new Error('There are no rows.');
}

async function matched(
  before: ISplit,
  after: ISplit,
  lineage: ILineage,
  signal: AbortSignal
): Promise<ISample> {
  const where = before.name === '' ? 'The data' : `Split ${before.name.slice(0, 100)}`;
  if (before.files.length !== 1 || after.files.length !== 1) {
    throw new Error(
      `${where} has ${before.files.length} raw and ${after.files.length} transformed files. Several workers write rows in any order, so it cannot be told which became which.`
    );
  }
  if (before.size > MOST_BYTES || after.size > MOST_BYTES) {
    throw new Error(
      `${where} has more than ${MOST_BYTES >> 20} MB: its rows are not counted here, and without that it cannot be told which became which.`
    );
  }
  const raw = await rowsOf(before, signal);
  const made = await rowsOf(after, signal);
  if (raw === null || made === null) {
    throw new Error(
      `${where} has more than ${MOST_ROWS.toLocaleString('en')} rows: they are not matched here.`
    );
  }
  if (raw.length !== made.length || raw.length === 0) {
    throw new Error(
      `${where} has ${raw.length} raw and ${made.length} transformed rows, so it cannot be told which became which.`
    );
  }
  switch (matchRows(raw, made, lineage)) {
    case 'same':
      return { split: before.name, raw, made };
    case 'different':
      throw new Error(
        `${where} has its rows in another order after the transform: equal raw values became different ones. It cannot be told which row became which.`
      );
    case 'unknown':
      throw new Error(
        `${where} has too few values that repeat to tell whether the transform kept its rows in order.`
      );
  }
}

/** All rows; null where there are too many. */
async function rowsOf(split: ISplit, signal: AbortSignal): Promise<readonly Fields[] | null> {
  const rows: Fields[] = [];
  for await (const batch of split.rows(signal)) {
    throwIfAborted(signal);
    rows.push(...batch.map(row => row.fields()));
    if (rows.length > MOST_ROWS) {
      return null;
    }
  }
  return rows;
}
