/** Predictions for views: read where they are kept, else made by the notebook's kernel. */
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IArtifactAddress, IArtifactInput } from '../artifacts/artifact-view';
import { throwIfAborted } from '../artifacts/decode-abort';
import type {
  BrowserModel,
  IPredictionProgress,
  IPredictionSource,
  RawFeatures
} from '../artifacts/prediction-source';
import type { KernelAttachment } from '../notebook/kernel-attachment';
import type { NotebookPipeline } from '../notebook/notebook-pipeline';
import type { PredictionJob } from '../protocol';
import { ArtifactClient } from '../server/artifact-client';
import type { IKeptFile, Kept } from '../server/prediction-files';
import { keptFiles, readKept } from '../server/prediction-files';

/** Milliseconds between two looks at a job. */
const PAUSE = 250;

type OnProgress = (progress: IPredictionProgress) => void;

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
    const { predictions } = await this._kept();
    throwIfAborted(signal);
    return predictions !== null;
  }

  async load(onProgress: OnProgress, signal: AbortSignal): Promise<ArrayBuffer> {
    const { trans } = this._options;
    let { predictions } = await this._kept();
    throwIfAborted(signal);
    if (!predictions) {
      await this._make('predictions', onProgress, signal);
      ({ predictions } = await this._kept());
    }
    if (!predictions) {
      throw new Error(
        trans.__('The kernel made the predictions, but the server does not find them.')
      );
    }
    return await this._read([predictions], onProgress, signal).then(([bytes]) => bytes);
  }

  async model(onProgress: OnProgress, signal: AbortSignal): Promise<BrowserModel> {
    const { trans } = this._options;
    let kept = await this._kept();
    throwIfAborted(signal);
    if (!kept.model && kept.modelProblem === null) {
      const failure = await this._make('model', onProgress, signal).catch(
        (error: unknown) => error ?? null
      );
      kept = await this._kept();
      if (!kept.model && kept.modelProblem === null) {
        throw failure instanceof Error
          ? failure
          : new Error(trans.__('The kernel made the model, but the server does not find it.'));
      }
      throwIfAborted(signal);
    }
    const { model, weights, inputs } = kept;
    if (!model || !weights || !inputs) {
      return { kind: 'kernel', reason: kept.modelProblem ?? '' };
    }
    const read = await this._read([model, weights, inputs], onProgress, signal);
    return { kind: 'files', model: read[0], weights: read[1], inputs: read[2] };
  }

  async ask(rows: readonly RawFeatures[], output: string): Promise<readonly (readonly number[])[]> {
    const { current, asked } = await this._asking();
    const copies = rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, isList(value) ? [...value] : value])
      )
    );
    return await current.withKernel(async kernel => {
      this._insistOnAnswers(kernel);
      return (await kernel.ask('ask-model', { ...asked, output, rows: copies })).predictions;
    });
  }

  private _kept(): Promise<Kept> {
    return keptFiles(this._client, this._options.evaluation.uri);
  }

  /** Files, one after the other; progress is over all of them. */
  private async _read(
    files: readonly IKeptFile[],
    onProgress: OnProgress,
    signal: AbortSignal
  ): Promise<readonly ArrayBuffer[]> {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const read: ArrayBuffer[] = [];
    let before = 0;
    for (const file of files) {
      const start = before;
      const told = (done: number): void =>
        onProgress({ phase: 'reading', done: start + done, total });
      read.push(await readKept(this._client, this._options.evaluation.uri, file, told, signal));
      before += file.size;
    }
    return read;
  }

  /** The notebook whose kernel is asked, and what about. */
  private async _asking(): Promise<{
    readonly current: NotebookPipeline;
    readonly asked: {
      readonly evaluation: string;
      readonly model: string | null;
      readonly examples: string | null;
    };
  }> {
    const { pipeline, inputs, trans, evaluation } = this._options;
    if (!pipeline) {
      throw new Error(trans.__('Predictions are made by a notebook’s kernel: open them there.'));
    }
    const current = await pipeline();
    const taken = await inputs(evaluation.uri);
    const uriOf = (name: string): string | null =>
      taken.find(({ input }) => input === name)?.uri ?? null;
    const asked = {
      evaluation: evaluation.uri,
      model: uriOf('model'),
      examples: uriOf('examples')
    };
    return { current, asked };
  }

  /** @throws an Error with a sentence where the kernel could answer only after its cell. */
  private _insistOnAnswers(kernel: KernelAttachment): void {
    if (kernel.busy && !kernel.answersWhileBusy) {
      const { trans } = this._options;
      throw new Error(
        trans.__('The kernel runs a cell, and predicts only after it. Try again when it has ended.')
      );
    }
  }

  /** Let the kernel predict, and wait for that. */
  private async _make(
    what: 'predictions' | 'model',
    onProgress: OnProgress,
    signal: AbortSignal
  ): Promise<void> {
    const { trans } = this._options;
    const { current, asked } = await this._asking();
    const phase = what === 'model' ? 'exporting' : 'predicting';
    onProgress({ phase, done: 0, total: null });
    await current.withKernel(async kernel => {
      this._insistOnAnswers(kernel);
      let job = await kernel.ask('predict', { what, ...asked });
      while (job.state === 'running') {
        await wait(PAUSE);
        job = await this._look(kernel, job.job, signal);
        onProgress({ phase, done: job.done, total: job.total });
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

function isList(value: RawFeatures[string]): value is readonly (string | number)[] {
  return Array.isArray(value);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds));
}
