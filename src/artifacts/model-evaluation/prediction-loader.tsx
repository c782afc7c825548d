/** Waits for what is made of an evaluation's predictions: says what is missing, how far it is, and why it failed. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count, fileSize } from '../format';
import type { IPredictionProgress, IPredictionSource } from '../prediction-source';
import { Reading } from '../reading';

/** What was opened, and how it is left. */
export interface IOpenedPredictions<T> {
  readonly value: T;
  readonly dispose: () => void;
}

/** Props of {@link PredictionLoader}. */
export interface IPredictionLoaderProps<T> {
  readonly predictions: IPredictionSource;
  /** What they are for, where they have to be made first. */
  readonly why: string;
  /** The same function while the predictions are: memoise it. */
  readonly open: (
    onProgress: (progress: IPredictionProgress) => void,
    signal: AbortSignal
  ) => Promise<IOpenedPredictions<T>>;
  readonly trans: TranslationBundle;
  readonly children: (value: T) => React.ReactNode;
}

type Stage<T> =
  | { readonly at: 'looking' }
  /** Nothing is kept: they have to be made. */
  | { readonly at: 'asking' }
  | { readonly at: 'loading'; readonly progress: IPredictionProgress | null }
  | { readonly at: 'failed'; readonly sentence: string }
  | { readonly at: 'ready'; readonly value: T };

/** Opens at once where predictions are kept; else when the person says so. */
export function PredictionLoader<T>(props: IPredictionLoaderProps<T>): React.JSX.Element {
  const { predictions, why, open, trans, children } = props;
  const [stage, setStage] = React.useState<Stage<T>>({ at: 'looking' });
  const stop = React.useRef<AbortController | null>(null);
  const load = React.useCallback(() => {
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const set = (next: Stage<T>): void => {
      if (!own.signal.aborted) {
        setStage(next);
      }
    };
    set({ at: 'loading', progress: null });
    open(progress => set({ at: 'loading', progress }), own.signal).then(
      ({ value, dispose }) => {
        if (own.signal.aborted) {
          dispose();
        } else {
          own.signal.addEventListener('abort', dispose);
          set({ at: 'ready', value });
        }
      },
      (error: unknown) =>
        set({ at: 'failed', sentence: error instanceof Error ? error.message : String(error) })
    );
  }, [open]);
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
          <p>{why}</p>
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
      return <>{children(stage.value)}</>;
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
      return trans.__('The model is exported: %1 rows…', far);
    case 'reading':
      return trans.__('Predictions are read: %1…', far);
  }
}
