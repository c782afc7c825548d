/** How each split fared. */
import type { ArtifactDocument } from '../../protocol';
import type { IAnomalies, IAnomaly, ISplitAnomalies, Severity } from './anomalies';

/** A split's verdict. */
export interface ISplitVerdict {
  readonly split: string;
  readonly errors: number;
  readonly warnings: number;
  /** Whether the pipeline goes on with it; null where the artifact does not say. */
  readonly blessed: boolean | null;
  readonly dataMissing: boolean;
}

/** One anomaly of one split. */
export interface IAnomalyRow {
  readonly key: string;
  readonly split: ISplitAnomalies;
  readonly anomaly: IAnomaly;
}

/** Verdicts in the artifact's order. */
export function splitVerdicts(
  { splits }: IAnomalies,
  document: ArtifactDocument
): readonly ISplitVerdict[] {
  const blessed = blessedSplits(document);
  return splits.map(split => {
    const all = anomaliesOf(split);
    return {
      split: split.split,
      errors: all.filter(({ severity }) => severity !== 'WARNING').length,
      warnings: all.filter(({ severity }) => severity === 'WARNING').length,
      blessed: blessed.get(split.split) ?? null,
      dataMissing: split.dataMissing
    };
  });
}

/** All anomalies in rows, the worst first. */
export function anomalyRows({ splits }: IAnomalies): readonly IAnomalyRow[] {
  const order: readonly Severity[] = ['ERROR', 'UNKNOWN', 'WARNING'];
  return splits
    .flatMap(split =>
      anomaliesOf(split).map(anomaly => ({
        key: JSON.stringify([split.split, ...anomaly.path]),
        split,
        anomaly
      }))
    )
    .sort((a, b) => order.indexOf(a.anomaly.severity) - order.indexOf(b.anomaly.severity));
}

/** Of the dataset first. */
function anomaliesOf({ dataset, features }: ISplitAnomalies): readonly IAnomaly[] {
  return dataset ? [dataset, ...features] : features;
}

/** The property `blessed`: JSON of numbers by split, 1 where it is blessed. */
function blessedSplits({
  properties,
  customProperties
}: ArtifactDocument): ReadonlyMap<string, boolean> {
  const text = customProperties.blessed ?? properties.blessed;
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    return typeof value === 'object' && value !== null
      ? new Map(Object.entries(value).map(([split, number]) => [split, Number(number) === 1]))
      : new Map();
  } catch {
    return new Map();
  }
}
