/** Predictions for views: read where they are kept, else made by the notebook's kernel. */
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IArtifactAddress, IArtifactInput } from '../artifacts/artifact-view';
import { throwIfAborted } from '../artifacts/decode-abort';
import type { IPredictionProgress, IPredictionSource } from '../artifacts/prediction-source';
import type { KernelAttachment } from '../notebook/kernel-attachment';
import type { NotebookPipeline } from '../notebook/notebook-pipeline';
import type { PredictionJob } from '../protocol';
import { ArtifactClient } from '../server/artifact-client';
import { keptPredictions, readKept } from '../server/prediction-files';

/** Milliseconds between two looks at a job. */
const PAUSE = 250;

/** Options of {@link KernelPredictions}. */
export interface IKernelPredictionsOptions {
  readonly evaluation: IArtifactAddress;
  readonly settings: ServerConnection.ISettings;
  readonly trans: TranslationBundle;
  /** What the execution took that made an artifact. */
  readonly inputs: (uri: string) => Promise<readonly IArtifactInput[]>;
  /** The current notebook's; null where there are no notebooks. */
  readonly pipeline: (() => Promise<NotebookPipeline>) | null;
}

/** Predictions of one evaluation. */
export class KernelPredictions implements IPredictionSource {
  constructor(private readonly _options: IKernelPredictionsOptions) {
    this._client = new ArtifactClient(_options.settings);
  }

  async isKept(signal: AbortSignal): Promise<boolean> {
    const kept = await keptPredictions(this._client, this._uri);
    throwIfAborted(signal);
    return kept !== null;
  }

  async load(
    onProgress: (progress: IPredictionProgress) => void,
    signal: AbortSignal
  ): Promise<ArrayBuffer> {
    const { trans } = this._options;
    let kept = await keptPredictions(this._client, this._uri);
    throwIfAborted(signal);
    if (!kept) {
      await this._make(onProgress, signal);
      kept = await keptPredictions(this._client, this._uri);
    }
    if (!kept) {
      throw new Error(
        trans.__('The kernel made the predictions, but the server does not find them.')
      );
    }
    const { size } = kept;
    const told = (done: number): void => onProgress({ phase: 'reading', done, total: size });
    return await readKept(this._client, this._uri, kept, told, signal);
  }

  private get _uri(): string {
    return this._options.evaluation.uri;
  }

  /** Let the kernel predict, and wait for that. */
  private async _make(
    onProgress: (progress: IPredictionProgress) => void,
    signal: AbortSignal
  ): Promise<void> {
    const { pipeline, inputs, trans } = this._options;
    if (!pipeline) {
      throw new Error(trans.__('Predictions are made by a notebook’s kernel: open them there.'));
    }
    const [current, taken] = [await pipeline(), await inputs(this._uri)];
    const uriOf = (name: string): string | null =>
      taken.find(({ input }) => input === name)?.uri ?? null;
    onProgress({ phase: 'predicting', done: 0, total: null });
    await current.withKernel(async kernel => {
      if (kernel.busy && !kernel.answersWhileBusy) {
        throw new Error(
          trans.__(
            'The kernel runs a cell, and predicts only after it. Try again when it has ended.'
          )
        );
      }
      const asked = { evaluation: this._uri, model: uriOf('model'), examples: uriOf('examples') };
      let job = await kernel.ask('predict', asked);
      while (job.state === 'running') {
        await wait(PAUSE);
        job = await this._look(kernel, job.job, signal);
        onProgress({ phase: 'predicting', done: job.done, total: job.total });
      }
      throwIfAborted(signal);
      if (job.state !== 'done') {
        throw new Error(job.message ?? trans.__('Somebody stopped the predictions.'));
      }
    });
  }

  /** How far a job is; stopped where the signal was aborted. */
  private async _look(
    kernel: KernelAttachment,
    job: string,
    signal: AbortSignal
  ): Promise<PredictionJob> {
    const now = await kernel.ask('prediction-job', { job, cancel: signal.aborted });
    throwIfAborted(signal);
    return now;
  }

  private readonly _client: ArtifactClient;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds));
}
