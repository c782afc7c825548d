/** All figures of a feature, for its page. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { count, fileSize, percent } from '../format';
import { missingShare, zerosShare } from './compute-flags';
import type { ICommonStatistics, IFeatureStatistics } from './statistics';

/** A line of a table with a column for each dataset. */
export interface IPageFigure {
  readonly label: string;
  readonly value: (feature: IFeatureStatistics) => string | null;
}

/** A part of the table, with a heading. */
export interface IPageFigures {
  readonly heading: string;
  readonly figures: readonly IPageFigure[];
}

/** All parts. A figure that no dataset has is null for each. */
export function pageFigures(trans: TranslationBundle): readonly IPageFigures[] {
  return [
    { heading: trans.__('Presence'), figures: presenceFigures(trans) },
    { heading: trans.__('Numbers'), figures: numberFigures(trans) },
    { heading: trans.__('Text'), figures: textFigures(trans) },
    { heading: trans.__('Bytes'), figures: bytesFigures(trans) },
    { heading: trans.__('Weighted'), figures: weightedFigures(trans) }
  ];
}

function presenceFigures(trans: TranslationBundle): readonly IPageFigure[] {
  return [
    { label: trans.__('Type'), value: feature => feature.type.toLowerCase() },
    common(trans.__('Examples with the feature'), each => count(each.numNonMissing)),
    common(trans.__('Examples without it'), each => count(each.numMissing)),
    {
      label: trans.__('Missing'),
      value: feature => share(missingShare(feature))
    },
    common(trans.__('Values'), each => count(each.totNumValues)),
    common(trans.__('Fewest values in an example'), each => count(each.minNumValues)),
    common(trans.__('Values in an example, on average'), each => exact(each.avgNumValues)),
    common(trans.__('Most values in an example'), each => count(each.maxNumValues)),
    { label: trans.__('Made by'), value: feature => feature.derivedBy }
  ];
}

function numberFigures(trans: TranslationBundle): readonly IPageFigure[] {
  return [
    numeric(trans.__('Mean'), each => exact(each.mean)),
    numeric(trans.__('Standard deviation'), each => exact(each.stdDev)),
    numeric(trans.__('Minimum'), each => exact(each.min)),
    numeric(trans.__('Median'), each => exact(each.median)),
    numeric(trans.__('Maximum'), each => exact(each.max)),
    numeric(trans.__('Zeros'), each => count(each.numZeros)),
    { label: trans.__('Share of zeros'), value: feature => share(zerosShare(feature)) },
    numeric(trans.__('Not a number (NaN)'), each =>
      count(each.histograms.reduce((most, { numNaN }) => Math.max(most, numNaN), 0))
    ),
    numeric(trans.__('Undefined'), each =>
      count(each.histograms.reduce((most, { numUndefined }) => Math.max(most, numUndefined), 0))
    )
  ];
}

function textFigures(trans: TranslationBundle): readonly IPageFigure[] {
  return [
    {
      label: trans.__('Different values'),
      value: ({ string }) => string && count(string.unique)
    },
    {
      label: trans.__('Average length, in bytes'),
      value: ({ string }) => string && exact(string.avgLength)
    },
    {
      label: trans.__('Values that are no UTF-8'),
      value: ({ string }) => string && count(string.invalidUtf8Count)
    },
    {
      label: trans.__('Vocabulary written to'),
      value: ({ string }) => string?.vocabularyFile || null
    }
  ];
}

function bytesFigures(trans: TranslationBundle): readonly IPageFigure[] {
  return [
    { label: trans.__('Different values'), value: ({ bytes }) => bytes && count(bytes.unique) },
    {
      label: trans.__('Smallest'),
      value: ({ bytes }) => bytes && fileSize(bytes.minNumBytes, trans)
    },
    {
      label: trans.__('Average size'),
      value: ({ bytes }) => bytes && fileSize(Math.round(bytes.avgNumBytes), trans)
    },
    {
      label: trans.__('Largest'),
      value: ({ bytes }) => bytes && fileSize(bytes.maxNumBytes, trans)
    }
  ];
}

function weightedFigures(trans: TranslationBundle): readonly IPageFigure[] {
  return [
    common(
      trans.__('Weight of the examples with it'),
      ({ weighted }) => weighted && exact(weighted.numNonMissing)
    ),
    common(
      trans.__('Weight of those without it'),
      ({ weighted }) => weighted && exact(weighted.numMissing)
    ),
    common(trans.__('Weight of the values'), ({ weighted }) =>
      weighted ? exact(weighted.totNumValues) : null
    ),
    common(trans.__('Values in an example, weighted'), ({ weighted }) =>
      weighted ? exact(weighted.avgNumValues) : null
    ),
    numeric(trans.__('Weighted mean'), ({ weighted }) => weighted && exact(weighted.mean)),
    numeric(
      trans.__('Weighted standard deviation'),
      ({ weighted }) => weighted && exact(weighted.stdDev)
    ),
    numeric(trans.__('Weighted median'), ({ weighted }) => weighted && exact(weighted.median))
  ];
}

function common(label: string, value: (common: ICommonStatistics) => string | null): IPageFigure {
  return { label, value: feature => feature.common && value(feature.common) };
}

function numeric(
  label: string,
  value: (numeric: NonNullable<IFeatureStatistics['numeric']>) => string | null
): IPageFigure {
  return { label, value: feature => feature.numeric && value(feature.numeric) };
}

/** With all digits that it has. */
export function exact(value: number): string {
  return Number.isInteger(value) ? count(value) : String(value);
}

function share(value: number): string | null {
  return Number.isNaN(value) ? null : percent(value);
}
