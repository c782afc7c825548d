/** The thresholds of an EvalConfig: which figures of which slices must be on which side of which bound. */
import { clone } from '@bufbuild/protobuf';

import type {
  CrossSlicingSpec,
  EvalConfig,
  MetricConfig,
  MetricsSpec,
  MetricThreshold,
  SlicingSpec
} from '../../proto/generated/eval_config_pb';
import { EvalConfigSchema, MetricDirection } from '../../proto/generated/eval_config_pb';
import { isRecord } from '../decode-json';
import type { IFigureKey, ISliceKey, Slice } from './figure-key';

/** What a bound is about. */
export type BoundKind = 'lower' | 'upper' | 'absolute' | 'relative';

/** Where a threshold stands in the configuration. */
export interface IThresholdPlace {
  readonly spec: number;
  /** A metric by its index; by its name where the model itself computes it. */
  readonly metric: number | string;
  /** Of those per slice or pair of slices, which; null for the one that holds in every slice. */
  readonly list: 'slices' | 'pairs' | null;
  readonly index: number;
}

/** One bound of a threshold. */
export interface IBound {
  /** Tells it from all others. */
  readonly id: string;
  readonly place: IThresholdPlace;
  readonly kind: BoundKind;
  readonly value: number;
  /** Of a change: whether more is better; null where the configuration does not say. */
  readonly up: boolean | null;
  readonly metric: string;
  /** Slices that it holds for; null for every one. */
  readonly slices: readonly SlicingSpec[] | null;
  /** Pairs that it holds for; null where it is about single slices. */
  readonly pairs: readonly CrossSlicingSpec[] | null;
}

/** All bounds, in the order of the configuration. */
export function boundsOf(config: EvalConfig): readonly IBound[] {
  return config.metricsSpecs.flatMap((spec, at) => [
    ...spec.metrics.flatMap((metric, index) => metricBounds(spec, at, index, metric)),
    ...[
      ...new Set([
        ...Object.keys(spec.thresholds),
        ...Object.keys(spec.perSliceThresholds),
        ...Object.keys(spec.crossSliceThresholds)
      ])
    ].flatMap(name => metricBounds(spec, at, name, null))
  ]);
}

function metricBounds(
  spec: MetricsSpec,
  at: number,
  metric: number | string,
  config: MetricConfig | null
): readonly IBound[] {
  const name = config ? nameOf(config) : String(metric);
  const { all, slices, pairs } = thresholdsOf(spec, metric);
  const place = (list: IThresholdPlace['list'], index: number): IThresholdPlace => ({
    ...{ spec: at, metric, list, index }
  });
  return [
    ...(all
      ? boundsIn(all, { place: place(null, 0), metric: name, slices: null, pairs: null })
      : []),
    ...slices.flatMap(({ threshold, slicingSpecs }, index) =>
      threshold
        ? boundsIn(threshold, {
            ...{ place: place('slices', index), metric: name, slices: slicingSpecs, pairs: null }
          })
        : []
    ),
    ...pairs.flatMap(({ threshold, crossSlicingSpecs }, index) =>
      threshold
        ? boundsIn(threshold, {
            ...{ place: place('pairs', index), metric: name, slices: [], pairs: crossSlicingSpecs }
          })
        : []
    )
  ];
}

/** Thresholds of a metric. */
function thresholdsOf(spec: MetricsSpec, metric: number | string) {
  if (typeof metric === 'string') {
    return {
      all: spec.thresholds[metric],
      slices: spec.perSliceThresholds[metric]?.thresholds ?? [],
      pairs: spec.crossSliceThresholds[metric]?.thresholds ?? []
    };
  }
  const config: MetricConfig | undefined = spec.metrics[metric];
  return {
    all: config?.threshold,
    slices: config?.perSliceThresholds ?? [],
    pairs: config?.crossSliceThresholds ?? []
  };
}

function boundsIn(
  threshold: MetricThreshold,
  of: Pick<IBound, 'place' | 'metric' | 'slices' | 'pairs'>
): readonly IBound[] {
  const { validateAbsolute, validateRelative } = threshold;
  const bounds: IBound[] = [];
  const add = (kind: BoundKind, value: number | undefined, up: boolean | null): void => {
    if (value !== undefined) {
      const { spec, metric, list, index } = of.place;
      const id = [spec, metric, list ?? 'all', index, kind].join(' ');
      bounds.push({ ...of, id, kind, value, up });
    }
  };
  if (validateAbsolute.case === 'valueThreshold') {
    add('lower', validateAbsolute.value.lowerBound, true);
    add('upper', validateAbsolute.value.upperBound, false);
  }
  if (validateRelative.case === 'changeThreshold') {
    const { absolute, relative, direction } = validateRelative.value;
    const up =
      direction === MetricDirection.HIGHER_IS_BETTER
        ? true
        : direction === MetricDirection.LOWER_IS_BETTER
          ? false
          : null;
    add('absolute', absolute, up);
    add('relative', relative, up);
  }
  return bounds;
}

/** The configuration with other values of some bounds, by id. */
export function withBounds(config: EvalConfig, values: ReadonlyMap<string, number>): EvalConfig {
  const changed = clone(EvalConfigSchema, config);
  for (const { id, place, kind } of boundsOf(config)) {
    const value = values.get(id);
    const { all, slices, pairs } = thresholdsOf(changed.metricsSpecs[place.spec], place.metric);
    const threshold =
      place.list === null
        ? all
        : (place.list === 'slices' ? slices : pairs)[place.index]?.threshold;
    if (value === undefined || !threshold) {
      continue;
    }
    const { validateAbsolute, validateRelative } = threshold;
    if (validateAbsolute.case === 'valueThreshold' && (kind === 'lower' || kind === 'upper')) {
      validateAbsolute.value[kind === 'lower' ? 'lowerBound' : 'upperBound'] = value;
    } else if (
      validateRelative.case === 'changeThreshold' &&
      (kind === 'absolute' || kind === 'relative')
    ) {
      validateRelative.value[kind] = value;
    }
  }
  return changed;
}

/** What a metric's figures are called: as its configuration says, or as its class. */
function nameOf({ className, config }: MetricConfig): string {
  const { name } = settingsOf(config);
  return typeof name === 'string' && name !== '' ? name : className;
}

function settingsOf(config: string): Readonly<Record<string, unknown>> {
  try {
    const settings: unknown = JSON.parse(config || '{}');
    return isRecord(settings) ? settings : {};
  } catch {
    return {};
  }
}

/** The model that others are held against; null where there is none. */
export function baselineOf(config: EvalConfig): string | null {
  return config.modelSpecs.find(({ isBaseline }) => isBaseline)?.name ?? null;
}

/** Whether a bound is about figures with a key. Those of the baseline are not validated. */
export function isAbout(bound: IBound, key: IFigureKey, config: EvalConfig): boolean {
  const spec = config.metricsSpecs[bound.place.spec];
  const changes = bound.kind === 'absolute' || bound.kind === 'relative';
  return (
    key.diff === changes &&
    key.model !== baselineOf(config) &&
    sameName(bound, key.name, spec) &&
    (spec.modelNames.length === 0 || spec.modelNames.includes(key.model) || key.model === '') &&
    (spec.outputNames.length === 0 || spec.outputNames.includes(key.output)) &&
    hasSubKey(spec, bound, key)
  );
}

/** TFMA makes `mean_squared_error` of `MeanSquaredError`. */
function sameName({ place, metric }: IBound, name: string, spec: MetricsSpec): boolean {
  if (typeof place.metric === 'string') {
    return metric === name;
  }
  const config: MetricConfig | undefined = spec.metrics[place.metric];
  return metric === config?.className
    ? metric.toLowerCase() === name.replaceAll('_', '').toLowerCase()
    : metric === name;
}

/** Whether a metrics_spec makes figures of this class, rank or average. */
function hasSubKey(spec: MetricsSpec, { place }: IBound, key: IFigureKey): boolean {
  const { binarize, aggregate } = spec;
  const { classId, k, topK } = key;
  const none = classId === null && k === null && topK === null;
  const has = (list: { readonly values: readonly number[] } | undefined, value: number | null) =>
    value !== null && (list?.values ?? []).includes(value);
  if (key.aggregation !== null) {
    const type = aggregate?.type.case;
    const same = {
      micro: type === 'microAverage',
      macro: type === 'macroAverage',
      'weighted-macro': type === 'weightedMacroAverage',
      // Files do not tell these from figures of no output.
      outputs: false
    }[key.aggregation];
    return same && (none || has(aggregate?.topKList, topK));
  }
  if (binarize) {
    return (
      has(binarize.classIds, classId) || has(binarize.kList, k) || has(binarize.topKList, topK)
    );
  }
  if (none) {
    return aggregate === undefined;
  }
  // A metric's own configuration may say which class or rank.
  const metric: MetricConfig | undefined =
    typeof place.metric === 'number' ? spec.metrics[place.metric] : undefined;
  const settings = settingsOf(metric?.config ?? '');
  return (
    settings.class_id === (classId ?? undefined) &&
    settings.top_k === (topK ?? undefined) &&
    settings.k === (k ?? undefined)
  );
}

/** Whether a bound holds for a row's slice. */
export function holdsFor({ slices, pairs }: IBound, { slice, against }: ISliceKey): boolean {
  if (pairs !== null) {
    return against !== null && pairs.some(pair => pairFits(pair, slice, against));
  }
  return against === null && (slices === null || slices.some(spec => specFits(spec, slice)));
}

function pairFits(pair: CrossSlicingSpec, slice: Slice, against: Slice): boolean {
  return (
    pair.baselineSpec !== undefined &&
    specFits(pair.baselineSpec, against) &&
    pair.slicingSpecs.some(spec => specFits(spec, slice))
  );
}

/** Whether a slice is one that a SlicingSpec makes. What SQL makes is not known here. */
export function specFits(
  { featureKeys, featureValues, sliceKeysSql }: SlicingSpec,
  slice: Slice
): boolean {
  const fixed = Object.entries(featureValues);
  return (
    sliceKeysSql === '' &&
    slice.length === new Set([...featureKeys, ...fixed.map(([column]) => column)]).size &&
    featureKeys.every(column => slice.some(each => each.column === column)) &&
    fixed.every(([column, value]) =>
      slice.some(each => each.column === column && String(each.value) === value)
    )
  );
}
