/** The figures of a feature that are in its row. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { count, figure, fileSize, percent } from '../format';
import { MISSING_LIMIT, ZEROS_LIMIT, zerosShare } from './compute-flags';
import type { FeatureKind } from './compute-rows';
import { presence } from './compute-series';
import type { IFeatureStatistics } from './statistics';

/** A figure. */
export interface ITableFigure {
  readonly text: string;
  /** Where the text is not all of it. */
  readonly title?: string;
  /** Beyond a limit. */
  readonly flagged?: boolean;
  /** A text of the data. */
  readonly isText?: boolean;
}

const NONE: ITableFigure = { text: '–' };

/** Names of the figures that features of a kind have; as many for each. */
export function figureNames(kind: FeatureKind, trans: TranslationBundle): readonly string[] {
  const first = [trans.__('count'), trans.__('missing')];
  switch (kind) {
    case 'numeric':
      return [
        ...first,
        ...[trans.__('mean'), trans.__('std dev'), trans.__('zeros')],
        ...[trans.__('min'), trans.__('median'), trans.__('max')]
      ];
    case 'categorical':
      return [
        ...first,
        ...[trans.__('unique'), trans.__('top'), trans.__('top count')],
        ...[trans.__('avg length'), trans.__('values'), '']
      ];
    case 'bytes':
      return [
        ...first,
        ...[trans.__('unique'), trans.__('avg size'), trans.__('min size')],
        ...[trans.__('max size'), trans.__('values'), '']
      ];
    case 'struct':
      return [
        ...first,
        ...[trans.__('min values'), trans.__('avg values'), trans.__('max values')],
        ...[trans.__('values'), '', '']
      ];
  }
}

/** Those figures; null is a feature that the dataset does not have. */
export function tableFigures(
  feature: IFeatureStatistics | null,
  kind: FeatureKind,
  weighted: boolean,
  trans: TranslationBundle
): readonly ITableFigure[] {
  const common = feature?.common;
  if (!feature || !common) {
    return figureNames(kind, trans).map(name => (name === '' ? { text: '' } : NONE));
  }
  const counted = weighted ? (common.weighted ?? common) : common;
  const missing = 1 - presence(feature, weighted);
  const first: readonly ITableFigure[] = [
    { text: count(counted.numNonMissing), flagged: counted.numNonMissing === 0 },
    {
      text: Number.isNaN(missing) ? '–' : percent(missing),
      title: count(counted.numMissing),
      flagged: missing > MISSING_LIMIT
    }
  ];
  switch (kind) {
    case 'numeric':
      return [...first, ...numericFigures(feature, weighted)];
    case 'categorical':
      return [...first, ...stringFigures(feature, weighted), { text: '' }];
    case 'bytes':
      return [...first, ...bytesFigures(feature, trans), { text: '' }];
    case 'struct':
      return [
        ...first,
        { text: count(common.minNumValues) },
        { text: figure(common.avgNumValues), title: String(common.avgNumValues) },
        { text: count(common.maxNumValues) },
        { text: count(common.totNumValues) },
        ...[{ text: '' }, { text: '' }]
      ];
  }
}

function numericFigures(feature: IFeatureStatistics, weighted: boolean): readonly ITableFigure[] {
  const { numeric } = feature;
  if (!numeric) {
    return [NONE, NONE, NONE, NONE, NONE, NONE];
  }
  const { mean, stdDev, median } = weighted ? (numeric.weighted ?? numeric) : numeric;
  const zeros = zerosShare(feature);
  return [
    exactly(mean),
    exactly(stdDev),
    {
      text: Number.isNaN(zeros) ? '–' : percent(zeros),
      title: count(numeric.numZeros),
      flagged: zeros > ZEROS_LIMIT
    },
    exactly(numeric.min),
    exactly(median),
    exactly(numeric.max)
  ];
}

function stringFigures(
  { string, common }: IFeatureStatistics,
  weighted: boolean
): readonly ITableFigure[] {
  if (!string) {
    return [NONE, NONE, NONE, NONE, NONE];
  }
  const top = (weighted ? (string.weighted ?? string) : string).topValues.at(0);
  return [
    { text: count(string.unique), flagged: string.unique === 1 },
    top ? { text: cut(top.value), title: cut(top.value), isText: true } : NONE,
    top ? { text: count(top.frequency) } : NONE,
    exactly(string.avgLength),
    { text: count(common?.totNumValues ?? 0) }
  ];
}

function bytesFigures(
  { bytes, common }: IFeatureStatistics,
  trans: TranslationBundle
): readonly ITableFigure[] {
  return bytes
    ? [
        { text: count(bytes.unique) },
        { text: fileSize(Math.round(bytes.avgNumBytes), trans) },
        { text: fileSize(bytes.minNumBytes, trans) },
        { text: fileSize(bytes.maxNumBytes, trans) },
        { text: count(common?.totNumValues ?? 0) }
      ]
    : [NONE, NONE, NONE, NONE, NONE];
}

function exactly(value: number): ITableFigure {
  return { text: figure(value), title: String(value), flagged: !Number.isFinite(value) };
}

/** A value of the data may be as long as a book. */
function cut(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}
