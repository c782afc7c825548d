/** Explore slices: the predictions of the evaluated model, made once, and sliced as a person likes. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { MetricsClient } from '../../metrics/metrics-client';
import type { ITableSummary } from '../../metrics/questions';
import type { IArtifactSource } from '../artifact-source';
import type { IArtifactHost, ViewSize } from '../artifact-view';
import { count, fileSize } from '../format';
import type { IPredictionProgress, IPredictionSource } from '../prediction-source';
import { Reading } from '../reading';
import type { IEvaluation } from './evaluation';
import { Explorer } from './explorer';

/** Props of {@link ExplorePage}. */
export interface IExplorePageProps {
  readonly evaluation: IEvaluation;
  readonly source: IArtifactSource;
  readonly host: IArtifactHost;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

type Stage =
  | { readonly at: 'looking' }
  /** Nothing is kept: they have to be made. */
  | { readonly at: 'asking' }
  | { readonly at: 'loading'; readonly progress: IPredictionProgress | null }
  | { readonly at: 'failed'; readonly sentence: string }
  | { readonly at: 'ready'; readonly client: MetricsClient; readonly summary: ITableSummary };

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
  const [stage, setStage] = React.useState<Stage>({ at: 'looking' });
  const stop = React.useRef<AbortController | null>(null);
  const load = React.useCallback(() => {
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const set = (next: Stage): void => {
      if (!own.signal.aborted) {
        setStage(next);
      }
    };
    set({ at: 'loading', progress: null });
    opened(predictions, progress => set({ at: 'loading', progress }), own.signal).then(
      ({ client, summary }) => {
        if (own.signal.aborted) {
          client.dispose();
        } else {
          own.signal.addEventListener('abort', () => client.dispose());
          set({ at: 'ready', client, summary });
        }
      },
      (error: unknown) =>
        set({ at: 'failed', sentence: error instanceof Error ? error.message : String(error) })
    );
  }, [predictions]);
  React.useEffect(() => {
    const own = new AbortController();
    stop.current = own;
    setStage({ at: 'looking' });
    void predictions
      .isKept(own.signal)
      .catch(() => false)
      .then(kept => {
        if (own.signal.aborted) {
          return;
        }
        if (kept) {
          load();
        } else {
          setStage({ at: 'asking' });
        }
      });
    return () => stop.current?.abort();
  }, [predictions, load]);
  switch (stage.at) {
    case 'looking':
      return <Reading trans={trans} />;
    case 'asking':
      return (
        <div className="jp-TfxExplore-ask">
          <p>
            {trans.__(
              'Slices are explored with the prediction of the model for each example that it was evaluated on. They are made once, by the kernel of the notebook, and kept beside the evaluation.'
            )}
          </p>
          <button className="jp-mod-styled jp-mod-accept" onClick={load}>
            {trans.__('Make Predictions')}
          </button>
        </div>
      );
    case 'loading':
      return (
        <Waiting
          progress={stage.progress}
          trans={trans}
          onCancel={() => {
            stop.current?.abort();
            setStage({ at: 'asking' });
          }}
        />
      );
    case 'failed':
      return (
        <div className="jp-TfxExplore-ask">
          <p className="jp-TfxArtifact-problem" role="alert">
            {stage.sentence}
          </p>
          <button className="jp-mod-styled" onClick={load}>
            {trans.__('Try Again')}
          </button>
        </div>
      );
    case 'ready':
      return (
        <Explorer client={stage.client} summary={stage.summary} {...{ evaluation, size, trans }} />
      );
  }
}

/** Reads the predictions into a worker. */
async function opened(
  predictions: IPredictionSource,
  onProgress: (progress: IPredictionProgress) => void,
  signal: AbortSignal
): Promise<{ readonly client: MetricsClient; readonly summary: ITableSummary }> {
  const bytes = await predictions.load(onProgress, signal);
  const { startWorker } = await import('../../metrics/start-worker');
  const client = startWorker();
  try {
    return { client, summary: await client.ask('open', { bytes }, { signal }) };
  } catch (error) {
    client.dispose();
    throw error;
  }
}

function Waiting(props: {
  readonly progress: IPredictionProgress | null;
  readonly onCancel: () => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { progress, onCancel, trans } = props;
  const words = progressWords(progress, trans);
  return (
    <div className="jp-TfxExplore-wait" role="status" aria-busy={true}>
      <progress
        aria-label={words}
        {...(progress?.total ? { max: progress.total, value: progress.done } : {})}
      />
      <span>{words}</span>
      <button className="jp-mod-styled" onClick={onCancel}>
        {trans.__('Cancel')}
      </button>
    </div>
  );
}

function progressWords(progress: IPredictionProgress | null, trans: TranslationBundle): string {
  if (progress === null) {
    return trans.__('Looking for the predictions…');
  }
  const { phase, done, total } = progress;
  const write = (value: number): string =>
    phase === 'reading' ? fileSize(value, trans) : count(value);
  const far = total === null ? write(done) : trans.__('%1 of %2', write(done), write(total));
  switch (phase) {
    case 'predicting':
      return trans.__('The model predicts: %1 rows…', far);
    case 'exporting':
      return trans.__('The model is exported: %1…', far);
    case 'reading':
      return trans.__('Predictions are read: %1…', far);
  }
}
