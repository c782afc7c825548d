/** Slices, and the keys of figures, as messages say them. */
import type {
  AggregationType,
  CrossSliceKey,
  MetricKey,
  PlotKey,
  AttributionsKey,
  SingleSliceKey,
  SliceKey
} from '../../proto/generated/metrics_pb';
import { exact } from '../decode-integer';
import { floatText } from '../records/compute-text';
import type { Aggregation, IFigureKey, ISliceFeature, ISliceKey, Slice } from './figure-key';

/** The oneof of all records that are about a slice. */
export type SliceOneof =
  | { readonly case: 'sliceKey'; readonly value: SliceKey }
  | { readonly case: 'crossSliceKey'; readonly value: CrossSliceKey }
  | { readonly case: undefined; readonly value?: undefined };

/** All examples. */
export const OVERALL: ISliceKey = { slice: [], against: null };

/** A slice or two. */
export function plainSliceKey(key: SliceOneof): ISliceKey {
  switch (key.case) {
    case 'sliceKey':
      return { slice: plainSlice(key.value), against: null };
    case 'crossSliceKey':
      return {
        slice: plainSlice(key.value.comparisonSliceKey),
        against: plainSlice(key.value.baselineSliceKey)
      };
    case undefined:
      return OVERALL;
  }
}

function plainSlice(key: SliceKey | undefined): Slice {
  return (key?.singleSliceKeys ?? []).map(plainFeature);
}

const utf8 = new TextDecoder();

function plainFeature({ column, kind }: SingleSliceKey): ISliceFeature {
  switch (kind.case) {
    case 'bytesValue':
      return { column, value: utf8.decode(kind.value) };
    case 'floatValue':
      return { column, value: floatText(kind.value) };
    case 'int64Value':
      return { column, value: exact(kind.value) };
    case undefined:
      return { column, value: '' };
  }
}

/** A metric's key; all that is a default of proto3 is as if it had been written. */
export function plainMetricKey(key: MetricKey | undefined): IFigureKey {
  return {
    ...sharedKey(key),
    name: key?.name ?? '',
    diff: key?.isDiff ?? false,
    aggregation: aggregationOf(key?.aggregationType)
  };
}

/** A plot's key. */
export function plainPlotKey(key: PlotKey | undefined): IFigureKey {
  return { ...sharedKey(key), name: key?.name ?? '', diff: false, aggregation: null };
}

/** An attribution's key. */
export function plainAttributionKey(key: AttributionsKey | undefined): IFigureKey {
  return {
    ...sharedKey(key),
    name: key?.name ?? '',
    diff: key?.isDiff ?? false,
    aggregation: null
  };
}

function sharedKey(
  key: MetricKey | PlotKey | AttributionsKey | undefined
): Omit<IFigureKey, 'name' | 'diff' | 'aggregation'> {
  return {
    model: key?.modelName ?? '',
    output: key?.outputName ?? '',
    classId: key?.subKey?.classId ?? null,
    k: key?.subKey?.k ?? null,
    topK: key?.subKey?.topK ?? null,
    weighted: key?.exampleWeighted ?? null
  };
}

function aggregationOf(type: AggregationType | undefined): Aggregation | null {
  switch (type?.type.case) {
    case 'microAverage':
      return 'micro';
    case 'macroAverage':
      return 'macro';
    case 'weightedMacroAverage':
      return 'weighted-macro';
    default:
      return null;
  }
}
