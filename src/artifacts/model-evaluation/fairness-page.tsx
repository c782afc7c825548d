/** Fairness: how often a model errs for each slice, against all examples or another slice. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactSource } from '../artifact-source';
import type { ViewSize } from '../artifact-view';
import { figure } from '../format';
import { LoadedPart } from '../loaded-part';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { IRateSource, IRatedSlice } from './compute-fairness';
import { FAIR_RATES, ratesOfMetrics, ratesOfPlots } from './compute-fairness';
import { loadPlots } from './decode-plots';
import type { IEvaluation } from './evaluation';
import { figureWords, sliceWords, tellingOf } from './evaluation-words';
import { rateWords } from './plot-curves';

/** Examples below which a rate says little. */
const SMALL = 30;
/** Pixels. */
const ROW = 40;
const HEIGHT = 260;

/** Props of {@link FairnessPage}. */
export interface IFairnessPageProps {
  readonly evaluation: IEvaluation;
  readonly source: IArtifactSource;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** Metrics that rates are made of. */
const RATED = /^(?:ConfusionMatrixPlot|ConfusionMatrixAtThresholds|FairnessIndicators)$/;

/** Whether there are rates, as far as the configuration tells. */
export function hasRates({ run, metrics }: IEvaluation): boolean {
  return run
    ? run.config.metricsSpecs.some(spec => spec.metrics.some(each => RATED.test(each.className)))
    : metrics.columns.some(({ name }) =>
        /^(?:confusion_matrix_at_thresholds|fairness_indicators_metrics\/.*)$/.test(name)
      );
}

/** Reads the plots when it is first drawn; where there are none, metrics have the rates. */
export function FairnessPage(props: IFairnessPageProps): React.JSX.Element {
  const { evaluation, source, size, trans } = props;
  const load = React.useCallback(
    async (signal: AbortSignal) => [
      ...ratesOfMetrics(evaluation.metrics),
      ...ratesOfPlots(await loadPlots(source, evaluation.plots, signal))
    ],
    [source, evaluation]
  );
  return (
    <div className="jp-TfxEvaluation-page">
      <LoadedPart load={load} trans={trans}>
        {sources =>
          sources.length === 0 ? (
            <p className="jp-TfxArtifact-note">
              {trans.__(
                'There are no rates: add ConfusionMatrixPlot or FairnessIndicators to the EvalConfig.'
              )}
            </p>
          ) : (
            <Rates {...{ sources, size, trans }} />
          )
        }
      </LoadedPart>
    </div>
  );
}

function Rates(props: {
  readonly sources: readonly IRateSource[];
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { sources, size, trans } = props;
  const names = sources.map(({ key }) =>
    figureWords(key, tellingOf(sources.map(each => each.key)), trans)
  );
  const [chosen, setChosen] = React.useState(() =>
    Math.max(
      0,
      sources.findIndex(({ thresholds }) => thresholds.length > 4)
    )
  );
  const source = sources[chosen];
  const { thresholds, slices } = source;
  const [asked, setThreshold] = React.useState(0.5);
  const at = thresholds.reduce(
    (best, each, index) =>
      Math.abs(each - asked) < Math.abs(thresholds[best] - asked) ? index : best,
    0
  );
  const threshold = thresholds[at] ?? 0.5;
  const sliceNames = React.useMemo(
    () => slices.map(({ slice }) => sliceWords(slice, trans)),
    [slices, trans]
  );
  const overall = Math.max(
    0,
    slices.findIndex(({ slice }) => slice.slice.length === 0)
  );
  const [baseName, setBase] = React.useState<string | null>(null);
  const base = baseName === null ? overall : Math.max(0, sliceNames.indexOf(baseName));
  return (
    <>
      <div className="jp-TfxEvaluation-bar">
        {sources.length > 1 && (
          <label>
            {trans.__('Of')}{' '}
            <select
              className="jp-mod-styled"
              value={chosen}
              onChange={event => setChosen(Number(event.target.value))}
            >
              {names.map((name, index) => (
                <option key={index} value={index}>
                  {name || trans.__('plots')}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="jp-TfxEvaluation-slider">
          {trans.__('Threshold')}{' '}
          <input
            type="range"
            min={0}
            max={Math.max(0, thresholds.length - 1)}
            value={at}
            aria-valuetext={figure(threshold)}
            onChange={event => setThreshold(thresholds[Number(event.target.value)] ?? 0.5)}
          />
          <output>{figure(threshold)}</output>
        </label>
        <label>
          {trans.__('Against')}{' '}
          <select
            className="jp-mod-styled"
            value={sliceNames[base]}
            onChange={event => setBase(event.target.value)}
          >
            {sliceNames.slice(0, 500).map(name => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="jp-TfxArtifact-note">
        {trans.__(
          'Below each rate is its difference from “%1”. Grey: fewer than %2 examples, too few to tell.',
          sliceNames[base],
          SMALL
        )}
      </p>
      <div className="jp-TfxEvaluation-table">
        <RateTable
          {...{ slices, threshold, trans }}
          names={sliceNames}
          base={slices[base]}
          narrow={size === 'compact'}
          height={size === 'compact' ? HEIGHT : undefined}
        />
      </div>
    </>
  );
}

function RateTable(props: {
  readonly slices: readonly IRatedSlice[];
  readonly names: readonly string[];
  readonly base: IRatedSlice;
  readonly threshold: number;
  readonly narrow: boolean;
  readonly height?: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { slices, names, base, threshold, narrow, height, trans } = props;
  const rows = React.useMemo(() => slices.map((_slice, index) => index), [slices]);
  const columns = React.useMemo((): readonly ITableColumn<number>[] => {
    const small = (row: number): boolean => slices[row].weight < SMALL;
    return [
      {
        id: 'slice',
        header: trans.__('Slice'),
        width: narrow ? 120 : 230,
        cell: row => (
          <span className={small(row) ? 'jp-TfxEvaluation-small' : undefined} title={names[row]}>
            <bdi>{names[row]}</bdi>
            {small(row) && (
              <small>{trans.__('only %1 examples', figure(slices[row].weight))}</small>
            )}
          </span>
        ),
        sortBy: row => names[row]
      },
      {
        id: 'weight',
        header: trans.__('Examples'),
        width: 84,
        numeric: true,
        cell: row => figure(slices[row].weight),
        sortBy: row => slices[row].weight
      },
      ...FAIR_RATES.map(([rate]): ITableColumn<number> => ({
        id: rate,
        header: rateWords(rate, trans),
        title: rateWords(rate, trans),
        width: 40 + 7 * rateWords(rate, trans).length,
        numeric: true,
        cell: row => (
          <RateCell
            value={slices[row].rate(rate, threshold)}
            than={slices[row] === base ? null : base.rate(rate, threshold)}
            small={small(row)}
            trans={trans}
          />
        ),
        sortBy: row => slices[row].rate(rate, threshold)
      }))
    ];
  }, [slices, names, base, threshold, narrow, trans]);
  return (
    <VirtualTable
      label={trans.__('Rates by slice')}
      rows={rows}
      columns={columns}
      rowKey={String}
      rowHeight={ROW}
      height={height}
      empty={trans.__('There are no slices.')}
    />
  );
}

function RateCell(props: {
  readonly value: number;
  readonly than: number | null;
  readonly small: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { value, than, small, trans } = props;
  if (Number.isNaN(value)) {
    return <span title={trans.__('There is no example that it would be a share of.')}>–</span>;
  }
  const gap = than === null ? NaN : value - than;
  return (
    <span className={small ? 'jp-TfxEvaluation-small' : undefined}>
      {figure(value)}
      <small>
        {than === null
          ? trans.__('compared with')
          : Number.isNaN(gap)
            ? '–'
            : `${gap < 0 ? '▾ −' : gap > 0 ? '▴ +' : '± '}${figure(Math.abs(gap))}`}
      </small>
    </span>
  );
}
