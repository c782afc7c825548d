/** What a person explores: the question above, and what it says in pages below. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IMetricOptions } from '../../metrics/compute-figures';
import { DEFAULT_OPTIONS } from '../../metrics/compute-figures';
import type { MetricsClient } from '../../metrics/metrics-client';
import type { ITableSummary } from '../../metrics/questions';
import type { ISliceValue, ISlicing } from '../../metrics/slicing';
import type { ViewSize } from '../artifact-view';
import { count } from '../format';
import { thresholdsOf } from './compute-auc-thresholds';
import type { IEvaluation } from './evaluation';
import { useAnswer } from './explore-answer';
import { ExploreBuilder } from './explore-builder';
import { ExploreFinder } from './explore-finder';
import { ExplorePlots } from './explore-plots';
import { ExploreSlice } from './explore-slice';
import { ExploreTable } from './explore-table';
import { ExploreThresholds } from './explore-thresholds';

/** Rounds of the bootstrap. */
const ROUNDS = 100;

/** Props of {@link Explorer}. */
export interface IExplorerProps {
  readonly client: MetricsClient;
  readonly summary: ITableSummary;
  readonly evaluation: IEvaluation;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

type Part = 'table' | 'plots' | 'finder' | 'thresholds';

/** One question, and its answers. */
export function Explorer(props: IExplorerProps): React.JSX.Element {
  const { client, summary, evaluation, size, trans } = props;
  const [slicing, setSlicing] = React.useState<ISlicing>(() => firstSlicing(summary));
  const [options, setOptions] = React.useState<IMetricOptions>(() => ({
    ...DEFAULT_OPTIONS,
    weighted: summary.hasWeights && evaluation.metrics.columns.some(({ weighted }) => weighted),
    thresholds: thresholdsOf(evaluation.run)
  }));
  const [part, setPart] = React.useState<Part>('table');
  const [opened, setOpened] = React.useState<readonly ISliceValue[] | null>(null);
  const figures = useAnswer(client, 'figures', { slicing, options, rounds: ROUNDS });
  const parts: readonly (readonly [Part, string])[] = [
    ['table', trans.__('Metrics')],
    ['plots', trans.__('Plots')],
    ['finder', trans.__('Find bad slices')],
    ...(summary.task === 'binary' ? ([['thresholds', trans.__('Thresholds')]] as const) : [])
  ];
  const explore = (slice: readonly ISliceValue[]): void => {
    setSlicing(slicingOf(slice));
    setPart('table');
  };
  return (
    <>
      <ExploreBuilder
        {...{ summary, slicing, options, trans }}
        onSlicing={setSlicing}
        onOptions={setOptions}
      />
      <div className="jp-TfxEvaluation-bar">
        <div
          className="jp-TfxEvaluation-kinds"
          role="group"
          aria-label={trans.__('What is shown of the slices')}
        >
          {parts.map(([id, name]) => (
            <button key={id} aria-pressed={id === part} onClick={() => setPart(id)}>
              {name}
            </button>
          ))}
        </div>
        <span role="status" className="jp-TfxExplore-status">
          {statusWords(summary, figures, trans)}
        </span>
      </div>
      {figures.failure !== null && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {figures.failure}
        </p>
      )}
      {part === 'table' && figures.answer && (
        <ExploreTable
          figures={figures.answer}
          classes={summary.classes}
          weighted={options.weighted}
          {...{ slicing, size, trans }}
          onOpen={setOpened}
        />
      )}
      {part === 'plots' && figures.answer && (
        <ExplorePlots
          figures={figures.answer}
          {...{ client, summary, slicing, options, size, trans }}
        />
      )}
      {part === 'finder' && (
        <ExploreFinder
          {...{ client, summary, options, size, trans }}
          onExplore={explore}
          onOpen={setOpened}
        />
      )}
      {part === 'thresholds' && <ExploreThresholds {...{ client, slicing, options, trans }} />}
      {opened !== null && (
        <ExploreSlice
          slice={opened}
          filters={slicing.filters}
          {...{ client, trans }}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function statusWords(
  { rows, leftOut, classes, averaged }: ITableSummary,
  { answer, busy }: ReturnType<typeof useAnswer<'figures'>>,
  trans: TranslationBundle
): string {
  const words = [trans._n('%2 example', '%2 examples', rows, count(rows))];
  if (classes.length > 0 && !averaged) {
    words.push(trans.__('averages over %1 classes left out: they are too many', classes.length));
  }
  if (leftOut > 0) {
    words.push(trans.__('%1 without a label or a prediction left out', count(leftOut)));
  }
  if (answer) {
    const slices = answer.slices.length - 1;
    words.push(trans._n('%2 slice', '%2 slices', slices, count(slices)));
    words.push(trans.__('in %1 ms', Math.max(1, Math.round(answer.milliseconds))));
    if (busy) {
      words.push(trans.__('intervals follow'));
    } else if (answer.rounds > 0) {
      words.push(trans.__('95 % intervals by %1 rounds of the bootstrap', answer.rounds));
    }
  }
  return words.join(' · ');
}

/** By the category with the fewest values. */
function firstSlicing({ features }: ITableSummary): ISlicing {
  const [first] = features
    .filter(({ role, kind, distinct }) => role === 'feature' && kind === 'category' && distinct > 1)
    .sort((a, b) => a.distinct - b.distinct);
  return { by: first ? [{ feature: first.name, edges: null }] : [], filters: [] };
}

/** What shows a slice beside those of the same features. */
function slicingOf(slice: readonly ISliceValue[]): ISlicing {
  return {
    by: slice.map(({ feature, bin }) => ({
      feature,
      edges: bin === null ? null : [bin.low, bin.high].filter(edge => Number.isFinite(edge))
    })),
    filters: []
  };
}
