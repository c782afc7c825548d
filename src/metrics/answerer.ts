/** Answers questions about predictions: the worker's side. */
import { OutputAverager } from './average-outputs';
import type { IBySlice } from './by-slice';
import { bySlice } from './by-slice';
import { Chance, Spread, drawPoisson } from './bootstrap';
import { canChoose, chooseThresholds } from './choose-thresholds';
import type { IMetricOptions, IPreparedSlices } from './compute-figures';
import { FigureMaker } from './compute-figures';
import { classConfusion, labelConfusion, numberBuckets, scoreBuckets } from './compute-plots';
import { contrastsOf, rowsOf } from './compute-rows';
import { slicesOf } from './compute-slices';
import type { ICurves } from './curves';
import { curvesOf, plotCounts } from './curves';
import { decodePredictions } from './decode-predictions';
import { comparerOf } from './find-measures';
import { findSlices } from './find-slices';
import { kept } from './kept';
import { Pauses, throwIfAborted } from './pause';
import type { IPredictionTable } from './prediction-table';
import type { Asked, IAnswers, IQuestions, ISlicePlots, QuestionKind, Reply } from './questions';
import type { RankedClass } from './ranking';
import { Rankings } from './ranking';
import type { ISlices, ISlicing } from './slicing';
import { roleOf, summarize } from './summarize';

/** Thresholds of plots. */
const PLOT_PARTS = 200;
/** Rounds after which intervals are shown for the first time. */
const FIRST_ROUNDS = 10;
/** The seed of the bootstrap: the same question has the same answer. */
const SEED = 20_240_601;

/** Kept instead of a file with one output. */
const NOTHING: IQuestions['open'] = { bytes: new ArrayBuffer(0), outputWeights: {} };

/** What a question is answered through; a `MessagePort` is one. */
export interface IReplyPort {
  postMessage(reply: Reply<unknown>): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

/** How an answer is made known while it is made. */
interface IReplier<T> {
  readonly signal: AbortSignal;
  part(answer: T): void;
  progress(done: number): void;
}

/** Has a table, and what was reckoned of it last. */
export class Answerer {
  /** Answers through a port; a newer question of a kind takes back the one before. */
  async answer(asked: Asked, port: IReplyPort): Promise<void> {
    this._running.get(asked.kind)?.abort();
    const stop = new AbortController();
    this._running.set(asked.kind, stop);
    port.onmessage = () => stop.abort();
    const replier = {
      signal: stop.signal,
      part: (answer: unknown) => port.postMessage({ state: 'part', answer }),
      progress: (done: number) => port.postMessage({ state: 'progress', done })
    };
    try {
      const answer = await this._answer(asked, replier);
      throwIfAborted(stop.signal);
      port.postMessage({ state: 'done', answer });
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      port.postMessage({ state: 'failed', sentence });
    } finally {
      port.close();
    }
  }

  private async _answer(asked: Asked, replier: IReplier<unknown>): Promise<IAnswers[QuestionKind]> {
    switch (asked.kind) {
      case 'open':
        return this._open(asked.question);
      case 'choose':
        return this._open(this._question, asked.question.output);
      case 'figures':
        return this._figures(asked.question, replier);
      case 'plots':
        return this._plots(asked.question);
      case 'find':
        return this._find(asked.question, replier);
      case 'thresholds':
        return this._thresholds(asked.question);
      case 'rows':
        return rowsOf(this._opened, asked.question.filters, asked.question.most);
      case 'contrast':
        return contrastsOf(this._opened, asked.question.filters);
    }
  }

  private _open(question: IQuestions['open'], output?: string): IAnswers['open'] {
    this._rankings.clear();
    this._sliced.clear();
    this._prepared.clear();
    this._grouped.clear();
    this._drawn.clear();
    const { bytes, outputWeights } = question;
    const table = decodePredictions(bytes, output);
    this._table = table;
    // The file has the other outputs too.
    this._question = table.outputs.length > 1 ? question : NOTHING;
    const weights = Object.entries(outputWeights);
    const all = weights.every(([name]) => table.outputs.includes(name)) ? weights : [];
    const averaged = all.map(([name, weight]) => ({
      ...{ name, weight },
      table: name === table.output ? table : { ...decodePredictions(bytes, name), features: [] }
    }));
    const areSameRows = [table, ...averaged.map(each => each.table)].every(
      ({ leftOut }) => leftOut === 0
    );
    this._averaged = areSameRows ? averaged : [];
    return summarize(table);
  }

  /** Figures first; then intervals, better with every round. */
  private async _figures(
    { slicing, options, rounds }: IQuestions['figures'],
    { signal, part }: IReplier<IAnswers['figures']>
  ): Promise<IAnswers['figures']> {
    const start = performance.now();
    const maker = this._maker(options);
    const slices = slicing.by.length === 0 ? null : this._slices(slicing);
    const prepared = [{ by: [], filters: slicing.filters }, ...(slices ? [slicing] : [])].map(
      each =>
        kept(this._prepared, [shared(options), each], () => maker.prepare(this._slices(each)), 2)
    );
    const figures = (draws: Uint8Array | null): Float64Array =>
      joined(prepared.map(each => maker.figures(each, draws)));
    const numbers = figures(null);
    const answer = {
      slices: [[], ...(slices?.slices ?? [])],
      metrics: maker.metrics,
      numbers,
      milliseconds: performance.now() - start
    };
    const counts = maker.metrics.map(({ name }) => name.endsWith('example_count'));
    const spread = new Spread(numbers.length);
    const soFar = (): IAnswers['figures'] => ({
      ...answer,
      rounds: spread.rounds,
      halves:
        spread.rounds === 0
          ? null
          : spread.halfWidths().map((half, at) => (counts[at % counts.length] ? NaN : half))
    });
    if (rounds > 0) {
      part(soFar());
    }
    const pauses = new Pauses();
    const chance = new Chance(SEED);
    const draws = new Uint8Array(this._opened.rows);
    while (spread.rounds < rounds) {
      await pauses.pause(signal);
      drawPoisson(draws, chance);
      spread.add(figures(draws));
      if (spread.rounds === FIRST_ROUNDS && rounds > FIRST_ROUNDS) {
        part(soFar());
      }
    }
    return soFar();
  }

  private _plots({
    slicing,
    options,
    slices,
    of: classId
  }: IQuestions['plots']): readonly ISlicePlots[] {
    const table = this._opened;
    const { weighted } = options;
    return slices.map(place => {
      const own = place === 0 ? { ...slicing, by: [] } : slicing;
      const at = place === 0 ? 0 : place - 1;
      const sliced = this._slices(own);
      const isRanked = table.task !== 'regression';
      return {
        slice: place === 0 ? [] : sliced.slices[at],
        counts: isRanked ? plotCounts(this._curves(options, own, classId), at, PLOT_PARTS) : [],
        buckets: isRanked
          ? scoreBuckets(this._bySlice(options, own, classId), at)
          : numberBuckets(table, sliced, at, weighted),
        confusion: table.task === 'multiclass' ? classConfusion(table, sliced, at, weighted) : [],
        labels: table.task === 'multilabel' ? labelConfusion(table, sliced, at, weighted) : []
      };
    });
  }

  private async _find(
    { measure, options, least }: IQuestions['find'],
    { signal, progress }: IReplier<IAnswers['find']>
  ): Promise<IAnswers['find']> {
    const table = this._opened;
    const without = table.features
      .map(({ name }) => name)
      .filter(name => roleOf(table, name) !== 'feature');
    const pauses = new Pauses();
    let said = 0;
    const comparer = comparerOf(table, measure, options, this._ranked(options));
    return findSlices(table, comparer, { least, without }, async done => {
      if (done - said >= 0.02) {
        said = done;
        progress(done);
      }
      await pauses.pause(signal);
    });
  }

  private _thresholds({
    slicing,
    options,
    costRatio,
    least
  }: IQuestions['thresholds']): IAnswers['thresholds'] {
    const slices = this._slices(slicing);
    const curves = this._curves(options, slicing, 0);
    const kept = slices.slices.flatMap((_, at) => (canChoose(curves, at, least) ? [at] : []));
    return {
      slices: kept.map(at => slices.slices[at]),
      left: slices.slices.length - kept.length,
      choices: kept.length === 0 ? [] : chooseThresholds(curves, kept, costRatio)
    };
  }

  private get _opened(): IPredictionTable {
    if (this._table === null) {
      throw new Error('There are no predictions yet.');
    }
    return this._table;
  }

  private _maker(options: IMetricOptions): FigureMaker | OutputAverager {
    const own = new FigureMaker(this._opened, options, this._ranked(options));
    const outputs = this._averaged.map(({ name, table, weight }) => ({
      maker:
        table === this._table
          ? own
          : new FigureMaker(table, options, this._ranked(options, name, table)),
      weight
    }));
    return outputs.length > 0 ? new OutputAverager(own, outputs) : own;
  }

  private _ranked(options: IMetricOptions, output = '', table = this._opened): Rankings {
    const key = [shared(options), output];
    // Of an output weighted and not.
    const most = 2 * (1 + this._averaged.length);
    return kept(this._rankings, key, () => new Rankings(table, options), most);
  }

  private _slices(slicing: ISlicing): ISlices {
    return kept(this._sliced, slicing, () => slicesOf(this._opened, slicing));
  }

  private _bySlice(options: IMetricOptions, slicing: ISlicing, of: RankedClass): IBySlice {
    return kept(this._grouped, [shared(options), slicing, of], () =>
      bySlice(this._ranked(options).of(of), this._slices(slicing), false)
    );
  }

  private _curves(options: IMetricOptions, slicing: ISlicing, of: RankedClass): ICurves {
    return kept(this._drawn, [shared(options), slicing, of], () =>
      curvesOf(this._bySlice(options, slicing, of), options.thresholds)
    );
  }

  private _question = NOTHING;
  /** What averages over outputs are over; empty for none. */
  private _averaged: readonly {
    readonly name: string;
    readonly table: IPredictionTable;
    readonly weight: number;
  }[] = [];
  private _table: IPredictionTable | null = null;
  private readonly _running = new Map<QuestionKind, AbortController>();
  private readonly _rankings = new Map<string, Rankings>();
  private readonly _prepared = new Map<string, IPreparedSlices>();
  private readonly _sliced = new Map<string, ISlices>();
  private readonly _grouped = new Map<string, IBySlice>();
  private readonly _drawn = new Map<string, ICurves>();
}

/** What is the same for all thresholds of positive predictions: a person drags that. */
function shared({ weighted, thresholds }: IMetricOptions): Omit<IMetricOptions, 'threshold'> {
  return { weighted, thresholds };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
