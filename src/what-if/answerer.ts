/** Answers questions about the evaluated model: the worker's side. */
import { decodePredictions } from '../metrics/decode-predictions';
import { Pauses } from '../metrics/pause';
import type { Feature, IPredictionTable } from '../metrics/prediction-table';
import { widthOf } from '../metrics/prediction-table';
import { nearestOther, rawOf, rowOf } from './compute-rows';
import { dependenceValues } from './dependence-values';
import { decodeModel } from './decode-model';
import type { PrepareBackend } from './graph-runner';
import { GraphRunner } from './graph-runner';
import { ModelInputs } from './model-inputs';
import type {
  Asked,
  IAnswers,
  IControl,
  IDependence,
  IOpened,
  IQuestions,
  QuestionKind,
  Reply
} from './questions';
import type { Changes, RawList } from './raw-values';

/** Rows whose predictions are held against the kernel's when a model starts. */
const TRIED = 64;
/** Rows that are predicted at once. */
const CHUNK = 2048;
/** Words of a feature that can be chosen, where no table of the model names them. */
const WORDS = 256;

/** A newer question is told otherwise. */
const NEVER = new AbortController().signal;

/** A model that runs, and what it takes. */
interface IRunning {
  readonly runner: GraphRunner;
  readonly inputs: ModelInputs;
}

/** Has a table, and the model where it runs. */
export class Answerer {
  constructor(private readonly _prepare: PrepareBackend) {}

  /** Answers; a newer question of a kind takes back the one before. */
  async answer({ id, ...asked }: Asked, reply: (reply: Reply) => void): Promise<void> {
    this._newest.set(asked.kind, id);
    const isOld = (): boolean => this._newest.get(asked.kind) !== id;
    const part = (answer: IDependence): void => {
      if (!isOld()) {
        reply({ id, state: 'part', answer });
      }
    };
    try {
      reply({ id, state: 'done', answer: await this._answer(asked, part, isOld) });
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      reply({ id, state: 'failed', sentence });
    }
  }

  private async _answer(
    asked: { [K in QuestionKind]: { kind: K; question: IQuestions[K] } }[QuestionKind],
    part: (answer: IDependence) => void,
    isOld: () => boolean
  ): Promise<IAnswers[QuestionKind]> {
    switch (asked.kind) {
      case 'open':
        return await this._open(asked.question);
      case 'choose':
        return await this._open(this._asked, asked.question.output);
      case 'row':
        return rowOf(this._opened, asked.question.row);
      case 'predict': {
        const { runner, inputs } = this._started;
        const own = inputs.of([this._place(asked.question.row)]);
        return Array.from(await runner.predict(inputs.change(own, asked.question.changes)));
      }
      case 'nearest': {
        const { row, threshold, outcome } = asked.question;
        return nearestOther(this._opened, row, this._names, threshold, outcome);
      }
      case 'depend':
        return await this._depend(asked.question, part, isOld);
    }
  }

  private async _open(
    { predictions, labelKeys, model }: IQuestions['open'],
    chosen?: string
  ): Promise<IOpened> {
    const table = decodePredictions(predictions, chosen);
    // The files have the other outputs too.
    this._question = table.outputs.length > 1 ? { predictions, labelKeys, model } : null;
    this._table = table;
    this._running?.runner.dispose();
    this._running = null;
    let problem: string | null = null;
    if (model) {
      try {
        this._running = await this._start(table, model);
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error);
      }
    }
    const { task, output, outputs, classes, rows } = table;
    const controls = this._running
      ? this._running.inputs.file.features.map(({ tables, ...feature }) => ({
          ...feature,
          isAny: tables.every(({ line }) => line !== null)
        }))
      : controlsOf(table, labelKeys);
    this._names = controls.map(({ name }) => name);
    const runner = this._running?.runner;
    const runs = runner
      ? { backend: runner.backend, passedOver: runner.passedOver, difference: runner.difference }
      : null;
    const { predictionKey } = table.about;
    return { task, output, outputs, predictionKey, classes, rows, controls, runs, problem };
  }

  private async _start(
    table: IPredictionTable,
    { model, weights, inputs }: NonNullable<IQuestions['open']['model']>
  ): Promise<IRunning> {
    const given = new ModelInputs(decodeModel(model), inputs);
    if (given.rows !== table.rows + table.leftOut) {
      throw new Error('The model was made of other rows than the predictions: have it made again.');
    }
    const tried = Array.from({ length: Math.min(TRIED, table.rows) }, (_, row) => row);
    const runner = await GraphRunner.start(
      given.file,
      table.output,
      weights,
      {
        inputs: given.of(tried.map(row => table.places?.[row] ?? row)),
        said: table.predictions.subarray(0, tried.length * widthOf(table))
      },
      this._prepare
    );
    return { runner, inputs: given };
  }

  /** Means over more and more rows, spread over all, until they are over all. */
  private async _depend(
    { row, changes, feature }: IQuestions['depend'],
    part: (answer: IDependence) => void,
    isOld: () => boolean
  ): Promise<IDependence> {
    const { runner, inputs } = this._started;
    const table = this._opened;
    const described = inputs.file.features.find(({ name }) => name === feature);
    if (!described) {
      throw new Error(`The model does not look at ${feature}.`);
    }
    const values = dependenceValues(described);
    const width = widthOf(table);
    const sums = values.map(() => new Float64Array(width));
    const own = await this._ownLine(row, changes, feature, values);
    const chunks = Math.max(1, Math.ceil(table.rows / CHUNK));
    let rows = 0;
    const soFar = (): IDependence => ({
      values,
      own,
      rows,
      means: sums.map(sum => Array.from(sum, each => each / rows))
    });
    const pauses = new Pauses();
    for (let chunk = 0; chunk < chunks; chunk++) {
      const places: number[] = [];
      for (let at = chunk; at < table.rows; at += chunks) {
        places.push(this._place(at));
      }
      const given = inputs.of(places);
      for (const [at, value] of values.entries()) {
        const said = await runner.predict(inputs.change(given, { [feature]: value }));
        said.forEach((each, entry) => {
          sums[at][entry % width] += each;
        });
        await pauses.pause(NEVER);
        if (isOld()) {
          return soFar();
        }
      }
      rows += places.length;
      part(soFar());
    }
    return soFar();
  }

  private async _ownLine(
    row: number,
    changes: Changes,
    feature: string,
    values: IDependence['values']
  ): Promise<readonly (readonly number[])[]> {
    const { runner, inputs } = this._started;
    const given = inputs.change(inputs.of([this._place(row)]), changes);
    const own: (readonly number[])[] = [];
    for (const value of values) {
      own.push(Array.from(await runner.predict(inputs.change(given, { [feature]: value }))));
    }
    return own;
  }

  /** Where a row is among the model's inputs. */
  private _place(row: number): number {
    return this._opened.places?.[row] ?? row;
  }

  private get _asked(): IQuestions['open'] {
    if (!this._question) {
      throw new Error('The model has one output.');
    }
    return this._question;
  }

  private get _opened(): IPredictionTable {
    if (!this._table) {
      throw new Error('There are no predictions yet.');
    }
    return this._table;
  }

  private get _started(): IRunning {
    if (!this._running) {
      throw new Error('The model does not run in the browser.');
    }
    return this._running;
  }

  private _question: IQuestions['open'] | null = null;
  private _table: IPredictionTable | null = null;
  private _running: IRunning | null = null;
  private _names: readonly string[] = [];
  private readonly _newest = new Map<QuestionKind, number>();
}

/** What can be changed where the model does not tell what it looks at. */
function controlsOf(table: IPredictionTable, labelKeys: readonly string[]): readonly IControl[] {
  return table.features
    .filter(({ name }) => !labelKeys.some(key => isLabel(name, key)))
    .map((feature): IControl => {
      const { name, starts, kind } = feature;
      return starts === null
        ? {
            ...{ name, kind, values: valuesOf(feature), hasMissing: hasMissing(feature) },
            isAny: kind === 'number'
          }
        : { name, kind: 'list', ...listsOf(feature, starts.length - 1), isAny: false };
    })
    .filter(({ values }) => values.length > 1);
}

/** Transformed labels are often called as the raw one, with an end. */
function isLabel(name: string, labelKey: string): boolean {
  return labelKey === name || labelKey.startsWith(`${name}_`);
}

function valuesOf(feature: Feature): readonly (number | string)[] {
  if (feature.kind === 'category') {
    return feature.values.slice(0, WORDS);
  }
  let [low, high] = [Infinity, -Infinity];
  for (const number of feature.numbers) {
    low = Math.min(low, Number.isNaN(number) ? low : number);
    high = Math.max(high, Number.isNaN(number) ? high : number);
  }
  return low < high ? [low, high] : [];
}

/** The lists that rows have, the most frequent first; none where hardly two rows have the same. */
function listsOf(feature: Feature, rows: number): Pick<IControl, 'values' | 'hasMissing'> {
  const found = new Map<string, { readonly list: RawList; count: number }>();
  let gaps = 0;
  for (let row = 0; row < rows; row++) {
    const raw = rawOf(feature, row);
    if (raw === null) {
      gaps++;
      continue;
    }
    const list = typeof raw === 'object' ? raw : [raw];
    const key = JSON.stringify(list);
    const known = found.get(key) ?? { list, count: 0 };
    known.count++;
    found.set(key, known);
  }
  const sorted = [...found.values()].sort((a, b) => b.count - a.count).slice(0, WORDS);
  const isRepeated = sorted.some(({ count }) => count > 1);
  return { values: isRepeated ? sorted.map(({ list }) => list) : [], hasMissing: gaps > 0 };
}

function hasMissing(feature: Feature): boolean {
  return feature.kind === 'category'
    ? feature.codes.some(code => code < 0)
    : feature.numbers.some(Number.isNaN);
}
