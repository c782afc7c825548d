/** Plots: of one kind at a time, several slices over each other. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactSource } from '../artifact-source';
import type { ViewSize } from '../artifact-view';
import { LoadedPart } from '../loaded-part';
import { ConfusionPlot } from './confusion-plot';
import { CurvePlot } from './curve-plot';
import type { IPlot, PlotTable } from './decode-plots';
import { loadPlots } from './decode-plots';
import type { IEvaluation } from './evaluation';
import type { IFigureKey } from './figure-key';
import { figureWords, sliceWords, tellingOf } from './evaluation-words';
import type { IPlotSeries } from './plot-curves';
import type { PlotKind } from './plot-kinds';
import { kindWords, kindsOf } from './plot-kinds';
import { SliceChooser } from './slice-chooser';

/** Curves over each other, at most: as many as there are colours. */
const MOST = 8;

/** Props of {@link PlotsPage}. */
export interface IPlotsPageProps {
  readonly evaluation: IEvaluation;
  readonly source: IArtifactSource;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** Reads the plots when it is first drawn. */
export function PlotsPage(props: IPlotsPageProps): React.JSX.Element {
  const { evaluation, source, size, trans } = props;
  const load = React.useCallback(
    (signal: AbortSignal) => loadPlots(source, evaluation.plots, signal),
    [source, evaluation]
  );
  return (
    <div className="jp-TfxEvaluation-page">
      <LoadedPart load={load} trans={trans}>
        {table => <Plots {...{ table, size, trans }} />}
      </LoadedPart>
    </div>
  );
}

/** All plots of the chosen slices, by kind. */
function Plots(props: {
  readonly table: PlotTable;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { table, size, trans } = props;
  const names = React.useMemo(
    () => table.slices.map(slice => sliceWords(slice, trans)),
    [table, trans]
  );
  const [slices, setSlices] = React.useState<readonly number[]>(() => firstSlices(table));
  const [asked, setKind] = React.useState<PlotKind | null>(null);
  const plots = React.useMemo(() => slices.map(index => table.plots(index)), [table, slices]);
  const kinds = React.useMemo(
    () => [...new Set(plots.flat().flatMap(({ data }) => kindsOf(data)))],
    [plots]
  );
  const kind = asked !== null && kinds.includes(asked) ? asked : (kinds.at(0) ?? null);
  const keys = React.useMemo(() => keysOf(plots.flat(), kind), [plots, kind]);
  const [chosenKeys, setKeys] = React.useState<readonly string[]>([]);
  const wanted = keys.filter(({ id }) => chosenKeys.includes(id));
  const shownKeys = wanted.length > 0 ? wanted : keys.slice(0, 1);
  const all = seriesOf(slices, plots, names, shownKeys, trans);
  // The same list while nothing changes: what is drawn depends on it.
  const signature = JSON.stringify(all.map(({ name }) => name));
  const series = React.useMemo(() => all.slice(0, MOST), [plots, kind, signature]);
  const keyNames = keys.map(({ key }) => keyName(key, keys, trans));
  return (
    <>
      {table.problems.slice(0, 3).map(sentence => (
        <p key={sentence} className="jp-TfxArtifact-problem" role="status">
          {sentence}
        </p>
      ))}
      <div className="jp-TfxEvaluation-bar">
        <div className="jp-TfxEvaluation-kinds" role="group" aria-label={trans.__('Plots')}>
          {kinds.map(each => (
            <button key={each} aria-pressed={each === kind} onClick={() => setKind(each)}>
              {kindWords(each, trans)}
            </button>
          ))}
        </div>
        <SliceChooser
          label={trans.__('Slices')}
          {...{ names, trans }}
          chosen={slices}
          onChange={setSlices}
        />
        {keys.length > 1 && (
          <SliceChooser
            label={trans.__('Of')}
            names={keyNames}
            chosen={shownKeys.map(({ id }) => keys.findIndex(each => each.id === id))}
            onChange={chosen => setKeys(chosen.map(index => keys[index].id))}
            trans={trans}
          />
        )}
      </div>
      {kind === null || series.length === 0 ? (
        <p className="jp-TfxArtifact-note">
          {slices.length === 0
            ? trans.__('Choose a slice.')
            : trans.__('There are no plots of these slices.')}
        </p>
      ) : kind === 'classes' || kind === 'labels' ? (
        <ConfusionPlot key={kind} labels={kind === 'labels'} {...{ series, trans }} />
      ) : (
        <CurvePlot {...{ kind, series, size, trans }} />
      )}
      {all.length > MOST && (
        <p className="jp-TfxArtifact-note">
          {trans.__('Of %1 curves the first %2 are shown.', all.length, MOST)}
        </p>
      )}
    </>
  );
}

/** All examples; or the first slice, where there is nothing of all. */
function firstSlices({ slices }: PlotTable): readonly number[] {
  const overall = slices.findIndex(({ slice, against }) => slice.length === 0 && against === null);
  return slices.length === 0 ? [] : [Math.max(0, overall)];
}

interface IPlotKey {
  readonly id: string;
  readonly key: IFigureKey;
}

/** What there are plots of a kind of: models, outputs, classes. */
function keysOf(plots: readonly IPlot[], kind: PlotKind | null): readonly IPlotKey[] {
  const keys = new Map<string, IFigureKey>();
  for (const { key, data } of plots) {
    if (kind !== null && kindsOf(data).includes(kind)) {
      keys.set(JSON.stringify(key), key);
    }
  }
  return [...keys].map(([id, key]) => ({ id, key }));
}

function keyName(key: IFigureKey, all: readonly IPlotKey[], trans: TranslationBundle): string {
  const telling = tellingOf(all.map(each => each.key));
  const name = new Set(all.map(each => each.key.name)).size > 1 ? key.name : '';
  return figureWords({ ...key, name }, telling, trans).trim() || trans.__('all');
}

function seriesOf(
  slices: readonly number[],
  plots: readonly (readonly IPlot[])[],
  names: readonly string[],
  keys: readonly IPlotKey[],
  trans: TranslationBundle
): readonly IPlotSeries[] {
  return slices
    .flatMap((slice, at) =>
      keys.flatMap(({ id, key }) => {
        const plot = plots[at].find(each => JSON.stringify(each.key) === id);
        const name =
          keys.length > 1 ? `${names[slice]} · ${keyName(key, keys, trans)}` : names[slice];
        return plot ? [{ name, data: plot.data }] : [];
      })
    )
    .map((each, index) => ({ ...each, color: (index % MOST) + 1 }));
}
