/** Reads an ExampleAnomalies artifact. */
import { decodeMessage } from '../../proto/decode-message';
import type {
  Anomalies,
  AnomalyInfo,
  DiffRegion as DiffRegionMessage,
  DriftSkewInfo,
  DriftSkewInfo_Measurement
} from '../../proto/generated/anomalies_pb';
import {
  AnomaliesSchema,
  AnomalyInfo_Severity,
  AnomalyInfo_Type,
  DriftSkewInfo_Measurement_Type
} from '../../proto/generated/anomalies_pb';
import { parseText } from '../../proto/text-format';
import type { IArtifactSource } from '../artifact-source';
import { readSplits } from '../decode-splits';
import type {
  DiffRegion,
  IAnomalies,
  IAnomaly,
  IDistance,
  IDistances,
  ISplitAnomalies,
  Severity
} from './anomalies';

/** Binary; text of TFX before 0.29. */
const NAME = /^(?:SchemaDiff\.pb|anomalies\.pbtxt)$/;

/**
 * All splits, in every layout that TFX has had.
 *
 * @throws an Error with a sentence where no split can be read.
 */
export async function decodeAnomalies(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<IAnomalies> {
  return readSplits(
    source.document,
    NAME,
    async ({ split, files: [{ path }] }) =>
      plainAnomalies(split, readMessage(path, await source.read(path))),
    signal
  );
}

function readMessage(path: string, bytes: Uint8Array): Anomalies {
  if (!path.endsWith('txt')) {
    return decodeMessage(AnomaliesSchema, bytes, path);
  }
  try {
    return parseText(AnomaliesSchema, new TextDecoder().decode(bytes)).message;
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Anomalies of one message, as a kernel's validation answers too. */
export function plainAnomalies(split: string, message: Anomalies): ISplitAnomalies {
  const { anomalyInfo, datasetAnomalyInfo, driftSkewInfo, dataMissing, baselineSchema } = message;
  const features = Object.entries(anomalyInfo).map(([name, info]) =>
    anomaly(info, info.path?.step ?? [name])
  );
  return {
    split,
    features: features.sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        (a.name < b.name ? -1 : 1)
    ),
    dataset: datasetAnomalyInfo ? anomaly(datasetAnomalyInfo, []) : null,
    distances: driftSkewInfo.map(distances),
    dataMissing,
    baseline: baselineSchema.value ?? null
  };
}

const SEVERITIES: readonly Severity[] = ['ERROR', 'WARNING', 'UNKNOWN'];

function anomaly(info: AnomalyInfo, path: readonly string[]): IAnomaly {
  const { severity, shortDescription, description, reason, diffRegions } = info;
  return {
    name: path.join('.'),
    path,
    severity: AnomalyInfo_Severity[severity] as Severity,
    shortDescription,
    description,
    reasons: reason.map(each => ({
      type: AnomalyInfo_Type[each.type],
      shortDescription: each.shortDescription,
      description: each.description
    })),
    diff: diffRegions.map(region).filter(each => each !== null)
  };
}

function region({ details: { case: kind, value } }: DiffRegionMessage): DiffRegion | null {
  switch (kind) {
    case 'unchanged':
      return { kind, left: value.leftStart, right: value.rightStart, lines: value.contents };
    case 'removed':
    case 'added':
      return { kind, start: value.start, lines: value.contents };
    case 'changed':
      return {
        kind,
        left: value.leftStart,
        leftLines: value.leftContents,
        right: value.rightStart,
        rightLines: value.rightContents
      };
    case 'hidden':
      return { kind, left: value.leftStart, right: value.rightStart, size: value.size };
    case undefined:
      return null;
  }
}

function distances({ path, driftMeasurements, skewMeasurements }: DriftSkewInfo): IDistances {
  const steps = path?.step ?? [];
  return {
    name: steps.join('.'),
    path: steps,
    drift: driftMeasurements.map(distance),
    skew: skewMeasurements.map(distance)
  };
}

function distance({ type, value, threshold }: DriftSkewInfo_Measurement): IDistance {
  return { type: DriftSkewInfo_Measurement_Type[type], value, threshold };
}
