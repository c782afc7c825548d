/** What-if: the evaluated model, asked about rows with other features. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IOpened } from '../../what-if/questions';
import type { IArtifactSource } from '../artifact-source';
import type { IArtifactHost } from '../artifact-view';
import type { IPredictionProgress, IPredictionSource } from '../prediction-source';
import type { IEvaluation } from './evaluation';
import { OutputChooser } from './output-chooser';
import type { IOpenedPredictions } from './prediction-loader';
import { PredictionLoader } from './prediction-loader';
import { WhatIf } from './what-if';
import type { IWhatIfModel } from './what-if-model';
import { BrowserModel, KernelModel } from './what-if-model';

/** Props of {@link WhatIfPage}. */
export interface IWhatIfPageProps {
  readonly evaluation: IEvaluation;
  readonly source: IArtifactSource;
  readonly host: IArtifactHost;
  readonly trans: TranslationBundle;
}

/** Loads predictions and model where they are kept; else says what is missing, and has them made. */
export function WhatIfPage(props: IWhatIfPageProps): React.JSX.Element {
  const { evaluation, source, host, trans } = props;
  const { uri, type, name, id } = source.document;
  const predictions = React.useMemo(
    () => host.predictions?.({ uri, type, name, id }) ?? null,
    [host, uri, type, name, id]
  );
  return (
    <div className="jp-TfxEvaluation-page jp-TfxWhatIf jp-TfxExplore">
      {predictions === null ? (
        <p className="jp-TfxArtifact-note">
          {trans.__(
            'What-if needs the predictions of the model, and here nothing can make or read them: open the evaluation in JupyterLab, beside a notebook whose kernel has TFX.'
          )}
        </p>
      ) : (
        <Loader {...{ evaluation, predictions, trans }} />
      )}
    </div>
  );
}

/** Of all outputs. */
function labelKeysOf({ run }: IEvaluation): readonly string[] {
  const spec = run?.config.modelSpecs.find(({ isBaseline }) => !isBaseline);
  return spec ? [spec.labelKey, ...Object.values(spec.labelKeys)].filter(key => key !== '') : [];
}

function Loader(props: {
  readonly predictions: IPredictionSource;
  readonly evaluation: IEvaluation;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { predictions, evaluation, trans } = props;
  const open = React.useCallback(
    (onProgress: (progress: IPredictionProgress) => void, signal: AbortSignal) =>
      opened(predictions, labelKeysOf(evaluation), onProgress, signal),
    [predictions, evaluation]
  );
  return (
    <PredictionLoader
      why={trans.__(
        'What-if asks the model about examples with other features. Their predictions, and the model for the browser, are made once, by the kernel of the notebook, and kept beside the evaluation.'
      )}
      {...{ predictions, open, trans }}
    >
      {({ first, choose }) => (
        <OutputChooser {...{ first, choose, trans }} of={({ opened: each }) => each}>
          {model => <WhatIf {...{ model, trans }} />}
        </OutputChooser>
      )}
    </PredictionLoader>
  );
}

/** A model of one output, and how there is one of another. */
interface IChosenModel {
  readonly first: IWhatIfModel;
  readonly choose: (output: string) => Promise<IWhatIfModel>;
}

/** Reads the predictions and the model into a worker. */
async function opened(
  predictions: IPredictionSource,
  labelKeys: readonly string[],
  onProgress: (progress: IPredictionProgress) => void,
  signal: AbortSignal
): Promise<IOpenedPredictions<IChosenModel>> {
  const bytes = await predictions.load(onProgress, signal);
  const found = await predictions.model(onProgress, signal);
  const { startWorker } = await import('../../what-if/start-worker');
  const client = startWorker();
  const dispose = (): void => client.dispose();
  try {
    const model = found.kind === 'files' ? found : null;
    const of = (answer: IOpened): IWhatIfModel =>
      answer.runs === null
        ? new KernelModel(
            client,
            answer,
            found.kind === 'kernel' ? found.reason : (answer.problem ?? ''),
            predictions
          )
        : new BrowserModel(client, answer, answer.problem);
    const first = of(await client.ask('open', { predictions: bytes, labelKeys, model }));
    const choose = async (output: string): Promise<IWhatIfModel> =>
      of(await client.ask('choose', { output }));
    return { value: { first, choose }, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}
