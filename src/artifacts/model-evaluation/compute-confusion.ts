/** Which class was taken for which: confusion matrices of several classes, and of several labels. */
import type {
  MultiClassConfusionMatrixAtThresholds,
  MultiLabelConfusionMatrixAtThresholds
} from '../../proto/generated/metrics_pb';

/** Nothing was predicted with a probability above the threshold. */
export const NO_CLASS = -1;

/** Classes that are shown, at most: those with the most examples. */
const MOST = 30;

/** A matrix at one threshold. */
export interface IConfusion {
  readonly threshold: number;
  /** Actual classes, and predicted ones, with {@link NO_CLASS} last where it is there. */
  readonly actual: readonly number[];
  readonly predicted: readonly number[];
  /** By actual and predicted class. */
  readonly values: readonly (readonly number[])[];
  /** Classes that are left out. */
  readonly left: number;
}

/** What is counted of several labels. */
export type LabelCount = 'truePositives' | 'falsePositives' | 'trueNegatives' | 'falseNegatives';

interface IEntry {
  readonly actual: number;
  readonly predicted: number;
  readonly value: number;
}

/** By threshold, ascending. */
export function classConfusions(
  plot: MultiClassConfusionMatrixAtThresholds | undefined
): readonly IConfusion[] {
  return (plot?.matrices ?? [])
    .map(({ threshold, entries }) =>
      matrixOf(
        threshold,
        entries.map(({ actualClassId, predictedClassId, numWeightedExamples }) => ({
          actual: actualClassId,
          predicted: predictedClassId,
          value: numWeightedExamples
        }))
      )
    )
    .sort((a, b) => a.threshold - b.threshold);
}

/** By threshold, ascending: of the examples that have a label, how often another one was predicted. */
export function labelConfusions(
  plot: MultiLabelConfusionMatrixAtThresholds | undefined,
  count: LabelCount
): readonly IConfusion[] {
  return (plot?.matrices ?? [])
    .map(({ threshold, entries }) =>
      matrixOf(
        threshold,
        entries.map(entry => ({
          actual: entry.actualClassId,
          predicted: entry.predictedClassId,
          value: entry[count]
        }))
      )
    )
    .sort((a, b) => a.threshold - b.threshold);
}

function matrixOf(threshold: number, entries: readonly IEntry[]): IConfusion {
  const weights = new Map<number, number>();
  for (const { actual, predicted, value } of entries) {
    weights.set(actual, (weights.get(actual) ?? 0) + value);
    weights.set(predicted, (weights.get(predicted) ?? 0) + value);
  }
  const none = weights.delete(NO_CLASS);
  const classes = [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([id]) => id)
    .sort((a, b) => a - b);
  const predicted = none ? [...classes, NO_CLASS] : classes;
  const rows = new Map(classes.map((id, index) => [id, index]));
  const places = new Map(predicted.map((id, index) => [id, index]));
  const values = classes.map(() => new Array<number>(predicted.length).fill(0));
  for (const entry of entries) {
    const row = rows.get(entry.actual);
    const place = places.get(entry.predicted);
    if (row !== undefined && place !== undefined) {
      values[row][place] += entry.value;
    }
  }
  return { threshold, actual: classes, predicted, values, left: weights.size - classes.length };
}

/** Examples whose class was told right, and all of them. */
export function rightOf({ actual, predicted, values }: IConfusion): {
  readonly right: number;
  readonly all: number;
} {
  let right = 0;
  let all = 0;
  values.forEach((row, at) =>
    row.forEach((value, place) => {
      all += value;
      right += actual[at] === predicted[place] ? value : 0;
    })
  );
  return { right, all };
}

/** The two classes that are taken for each other most; null where none is. */
export function worstOf({ actual, predicted, values }: IConfusion): {
  readonly actual: number;
  readonly predicted: number;
  readonly value: number;
} | null {
  let worst: { actual: number; predicted: number; value: number } | null = null;
  values.forEach((row, at) =>
    row.forEach((value, place) => {
      if (actual[at] !== predicted[place] && value > (worst?.value ?? 0)) {
        worst = { actual: actual[at], predicted: predicted[place], value };
      }
    })
  );
  return worst;
}
