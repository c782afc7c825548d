/** Plots of the slices that a person built, over each other. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IMetricOptions } from '../../metrics/compute-figures';
import type { MetricsClient } from '../../metrics/metrics-client';
import type { IFigures, ITableSummary } from '../../metrics/questions';
import type { RankedClass } from '../../metrics/ranking';
import type { ISlicing } from '../../metrics/slicing';
import type { ViewSize } from '../artifact-view';
import { Reading } from '../reading';
import { sliceOf } from './computed-rows';
import { plotDataOf } from './computed-plots';
import { ConfusionPlot } from './confusion-plot';
import { CurvePlot } from './curve-plot';
import { sliceWords } from './evaluation-words';
import { useAnswer } from './explore-answer';
import type { IPlotSeries } from './plot-curves';
import type { PlotKind } from './plot-kinds';
import { kindWords, kindsOf } from './plot-kinds';
import { SliceChooser } from './slice-chooser';

/** Curves over each other, at most: as many as there are colours. */
const MOST = 8;
/** Slices that are drawn at first: all examples, and two more. */
const FIRST = 3;

/** Props of {@link ExplorePlots}. */
export interface IExplorePlotsProps {
  readonly client: MetricsClient;
  readonly summary: ITableSummary;
  readonly figures: IFigures;
  readonly slicing: ISlicing;
  readonly options: IMetricOptions;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** A kind of plot at a time. */
export function ExplorePlots(props: IExplorePlotsProps): React.JSX.Element {
  const { client, summary, figures, slicing, options, size, trans } = props;
  const names = React.useMemo(
    () => figures.slices.map(slice => sliceWords({ slice: sliceOf(slice), against: null }, trans)),
    [figures, trans]
  );
  const [asked, setAsked] = React.useState<readonly string[] | null>(null);
  const [kind, setKind] = React.useState<PlotKind | null>(null);
  const chosen = (asked ?? names.slice(0, FIRST))
    .map(name => names.indexOf(name))
    .filter(place => place >= 0)
    .slice(0, MOST);
  const [of, setOf] = React.useState<RankedClass>(summary.averaged ? 'all' : 0);
  const plots = useAnswer(client, 'plots', { slicing, options, slices: chosen, of });
  const series = React.useMemo(
    () =>
      (plots.answer ?? []).map((plot, at): IPlotSeries => ({
        name: sliceWords({ slice: sliceOf(plot.slice), against: null }, trans),
        color: at + 1,
        data: plotDataOf(plot)
      })),
    [plots.answer, trans]
  );
  const kinds = [...new Set(series.flatMap(({ data }) => kindsOf(data)))];
  const shown = kind !== null && kinds.includes(kind) ? kind : kinds.at(0);
  return (
    <>
      <div className="jp-TfxEvaluation-bar">
        <div className="jp-TfxEvaluation-kinds" role="group" aria-label={trans.__('Plots')}>
          {kinds.map(each => (
            <button key={each} aria-pressed={each === shown} onClick={() => setKind(each)}>
              {kindWords(each, trans)}
            </button>
          ))}
        </div>
        <SliceChooser
          label={trans.__('Slices')}
          {...{ names, chosen, trans }}
          onChange={places => setAsked(places.map(place => names[place]))}
        />
        {summary.classes.length > 0 && shown !== 'classes' && shown !== 'labels' && (
          <label>
            {trans.__('Of')}{' '}
            <select
              className="jp-mod-styled"
              value={of}
              onChange={({ target: { value } }) => setOf(value === 'all' ? value : Number(value))}
            >
              {summary.averaged && <option value="all">{trans.__('micro average')}</option>}
              {summary.classes.map((name, id) => (
                <option key={id} value={id}>
                  {trans.__('class %1', name)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {plots.failure !== null && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {plots.failure}
        </p>
      )}
      {chosen.length === 0 ? (
        <p className="jp-TfxArtifact-note">{trans.__('Choose a slice.')}</p>
      ) : shown === undefined ? (
        <Reading trans={trans} />
      ) : shown === 'classes' || shown === 'labels' ? (
        <>
          <ConfusionPlot key={shown} labels={shown === 'labels'} {...{ series, trans }} />
          <p className="jp-TfxArtifact-note">
            {trans.__(
              'Classes: %1.',
              summary.classes.map((name, id) => `${id} ${name}`).join(', ')
            )}
          </p>
        </>
      ) : (
        <CurvePlot kind={shown} {...{ series, size, trans }} />
      )}
    </>
  );
}
