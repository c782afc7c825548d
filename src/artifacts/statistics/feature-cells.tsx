/** The cells of a feature's row. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { Chart } from '../chart';
import { figure } from '../format';
import type { INamedDataset } from './compute-datasets';
import { rowFlags } from './compute-flags';
import type { IFeatureRow } from './compute-rows';
import { typesOf } from './compute-rows';
import type { IChartChoice } from './draw-feature';
import { drawFeature, drawnFeatures } from './draw-feature';
import { rowMeasure } from './compute-order';
import type { FeatureOrder } from './compute-order';
import { flagWords } from './flag-words';
import { figureNames, tableFigures } from './table-figures';

/** What all cells are drawn from. */
export interface ICellProps {
  readonly row: IFeatureRow;
  readonly datasets: readonly INamedDataset[];
  /** Indices of the datasets that are shown. */
  readonly shown: readonly number[];
  readonly choice: IChartChoice;
  readonly trans: TranslationBundle;
}

/** Name, type, and what is odd. */
export const NameCell = React.memo(function NameCell(
  props: ICellProps & { readonly order: FeatureOrder }
): React.JSX.Element {
  const { row, shown, choice, order, trans } = props;
  const measure =
    order === 'distance' || order === 'non-uniformity'
      ? rowMeasure(row, order, shown, choice.weighted)
      : NaN;
  const flags = rowFlags(row, shown);
  return (
    <div className="jp-TfxStatistics-name">
      <FeatureName path={row.path} />
      <small>
        {typesOf(row).join(' / ').toLowerCase()}
        {!Number.isNaN(measure) && ` · ${orderWord(order, trans)} ${figure(measure)}`}
      </small>
      {flags.length > 0 && (
        <div className="jp-TfxStatistics-flags">
          {flags.map(flag => {
            const [word, sentence] = flagWords(flag, trans);
            return (
              <span key={flag} className="jp-TfxStatistics-flag" title={sentence}>
                {word}
              </span>
            );
          })}
        </div>
      )}
    </div>
  );
});

function orderWord(order: FeatureOrder, trans: TranslationBundle): string {
  return order === 'distance' ? trans.__('distance') : trans.__('non-uniformity');
}

/** A path, whose last step stands out. */
export function FeatureName({ path }: { readonly path: readonly string[] }): React.JSX.Element {
  const before = path.slice(0, -1).map(step => `${step}.`);
  return (
    <bdi className="jp-TfxStatistics-path" title={path.join('.').slice(0, 1000)}>
      {before.length > 0 && <span>{before.join('').slice(-200)}</span>}
      {(path.at(-1) ?? '').slice(0, 500) || '∅'}
    </bdi>
  );
}

/** The chart of the row. */
export const ChartCell = React.memo(function ChartCell(
  props: ICellProps & { readonly width: number; readonly height: number; readonly axes: boolean }
): React.JSX.Element {
  const { row, datasets, shown, choice, trans, width, height, axes } = props;
  const draw = React.useCallback(() => {
    const drawn = drawnFeatures(row, datasets, shown);
    const label = trans.__('%1: distribution of its values', row.name.slice(0, 200));
    return drawFeature(drawn, choice, { label, width, height, axes }, trans);
  }, [row, datasets, shown, choice, trans, width, height, axes]);
  return <Chart draw={draw} />;
});

/** Figures, a line for each dataset. */
export const FiguresCell = React.memo(function FiguresCell(props: ICellProps): React.JSX.Element {
  const { row, datasets, shown, choice, trans } = props;
  const problem = shown.map(index => row.features[index]?.problem).find(Boolean);
  if (problem) {
    return <span className="jp-TfxStatistics-problem">{problem}</span>;
  }
  return (
    <table className="jp-TfxStatistics-figures">
      <thead>
        <tr>
          <td />
          {figureNames(row.kind, trans).map((name, index) => (
            <th key={index} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(index => (
          <tr key={index}>
            <td>
              {datasets.length > 1 && (
                <Swatch color={datasets[index].color} title={datasets[index].label} />
              )}
            </td>
            {tableFigures(row.features[index], row.kind, choice.weighted, trans).map(
              ({ text, title, flagged, isText }, at) => (
                <td key={at} title={title} className={flagged ? 'jp-mod-flagged' : undefined}>
                  {isText ? <bdi>{text === '' ? '∅' : text}</bdi> : text}
                </td>
              )
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
});

/** A dataset's colour. */
export function Swatch(props: {
  readonly color: number;
  readonly title?: string;
}): React.JSX.Element {
  return (
    <span className={`jp-TfxStatistics-swatch jp-mod-data${props.color}`} title={props.title} />
  );
}
