/** Explore slices: the predictions of the evaluated model, made once, and sliced as a person likes. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { MetricsClient } from '../../metrics/metrics-client';
import type { ITableSummary } from '../../metrics/questions';
import type { IArtifactSource } from '../artifact-source';
import type { IArtifactHost, ViewSize } from '../artifact-view';
import type { IPredictionProgress, IPredictionSource } from '../prediction-source';
import type { IEvaluation } from './evaluation';
import { Explorer } from './explorer';
import { OutputChooser } from './output-chooser';
import type { IOpenedPredictions } from './prediction-loader';
import { PredictionLoader } from './prediction-loader';

/** Props of {@link ExplorePage}. */
export interface IExplorePageProps {
  readonly evaluation: IEvaluation;
  readonly source: IArtifactSource;
  readonly host: IArtifactHost;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** Loads predictions where there are some; else says what is missing, and has them made. */
export function ExplorePage(props: IExplorePageProps): React.JSX.Element {
  const { evaluation, source, host, size, trans } = props;
  const { uri, type, name, id } = source.document;
  const predictions = React.useMemo(
    () => host.predictions?.({ uri, type, name, id }) ?? null,
    [host, uri, type, name, id]
  );
  return (
    <div className="jp-TfxEvaluation-page jp-TfxExplore">
      {predictions === null ? (
        <p className="jp-TfxArtifact-note">
          {trans.__(
            'Slices are explored with the predictions of the model, and here nothing can make or read them: open the evaluation in JupyterLab, beside a notebook whose kernel has TFX.'
          )}
        </p>
      ) : (
        <Loader {...{ evaluation, predictions, size, trans }} />
      )}
    </div>
  );
}

function Loader(props: {
  readonly evaluation: IEvaluation;
  readonly predictions: IPredictionSource;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { evaluation, predictions, size, trans } = props;
  const open = React.useCallback(
    (onProgress: (progress: IPredictionProgress) => void, signal: AbortSignal) =>
      opened(predictions, outputWeightsOf(evaluation), onProgress, signal),
    [predictions, evaluation]
  );
  return (
    <PredictionLoader
      why={trans.__(
        'Slices are explored with the prediction of the model for each example that it was evaluated on. They are made once, by the kernel of the notebook, and kept beside the evaluation.'
      )}
      {...{ predictions, open, trans }}
    >
      {({ client, summary: first }) => (
        <OutputChooser
          {...{ first, trans }}
          of={each => each}
          choose={output => client.ask('choose', { output })}
        >
          {summary => (
            <Explorer key={summary.output} {...{ client, summary, evaluation, size, trans }} />
          )}
        </OutputChooser>
      )}
    </PredictionLoader>
  );
}

/** What the evaluation averages over outputs with, where it does. */
function outputWeightsOf({ run }: IEvaluation): Readonly<Record<string, number>> {
  const [first = {}] = (run?.config.metricsSpecs ?? [])
    .map(({ outputWeights }) => outputWeights)
    .filter(weights => Object.values(weights).some(weight => weight > 0));
  return first;
}

/** Reads the predictions into a worker. */
async function opened(
  predictions: IPredictionSource,
  outputWeights: Readonly<Record<string, number>>,
  onProgress: (progress: IPredictionProgress) => void,
  signal: AbortSignal
): Promise<IOpenedPredictions<{ client: MetricsClient; summary: ITableSummary }>> {
  const bytes = await predictions.load(onProgress, signal);
  const { startWorker } = await import('../../metrics/start-worker');
  const client = startWorker();
  try {
    const summary = await client.ask('open', { bytes, outputWeights }, { signal });
    return { value: { client, summary }, dispose: () => client.dispose() };
  } catch (error) {
    client.dispose();
    throw error;
  }
}
