import { decodePredictions } from '../../metrics/decode-predictions';
import { Answerer } from '../answerer';
import { nearestOther, outcomeOf } from '../compute-rows';
import { decodeModel } from '../decode-model';
import type { IAnswers, IDependence, IQuestions, QuestionKind, Reply } from '../questions';
import { isSameRaw } from '../raw-values';
import { opening, whatIfBytes } from './fixture';
import { processor } from './same-thread';

/** Asks, and gives all replies. */
async function replies<K extends QuestionKind>(
  answerer: Answerer,
  kind: K,
  question: IQuestions[K],
  id = 1
): Promise<Reply[]> {
  const all: Reply[] = [];
  const asked = { id, kind, question } as Parameters<Answerer['answer']>[0];
  await answerer.answer(asked, reply => all.push(reply));
  return all;
}

async function ask<K extends QuestionKind>(
  answerer: Answerer,
  kind: K,
  question: IQuestions[K]
): Promise<IAnswers[K]> {
  const last = (await replies(answerer, kind, question)).at(-1);
  if (last?.state !== 'done') {
    throw new Error(last?.state === 'failed' ? last.sentence : 'no answer');
  }
  return last.answer as IAnswers[K];
}

async function penguins(): Promise<Answerer> {
  const answerer = new Answerer(processor);
  await ask(answerer, 'open', opening());
  return answerer;
}

describe('Answerer', () => {
  it('says which backend runs, why others do not, and how near the kernel it is', async () => {
    const opened = await ask(new Answerer(processor), 'open', opening());
    expect(opened.problem).toBeNull();
    expect(opened).toMatchObject({ task: 'multiclass', rows: 106 });
    expect(opened.runs).toMatchObject({
      backend: 'cpu',
      passedOver: [
        { name: 'wasm', reason: 'not in this test' },
        { name: 'webgpu', reason: 'not in this test' }
      ]
    });
    expect(opened.runs?.difference).toBeLessThan(1e-5);
    expect(opened.controls.map(({ name }) => name)).toEqual([
      ...['bill_depth_mm', 'bill_length_mm', 'body_mass_g', 'flipper_length_mm', 'island', 'sex']
    ]);
    expect(opened.controls.filter(({ isAny }) => isAny)).toHaveLength(4);
  });

  it('predicts every row as the SavedModel did, to 1e-5', async () => {
    const answerer = await penguins();
    const { predictions, rows } = decodePredictions(whatIfBytes('predictions.arrow'));
    let farthest = 0;
    for (let row = 0; row < rows; row++) {
      const said = await ask(answerer, 'predict', { row, changes: {} });
      said.forEach((value, at) => {
        farthest = Math.max(farthest, Math.abs(value - predictions[row * 3 + at]));
      });
    }
    expect(farthest).toBeLessThan(1e-5);
  });

  it('predicts a row with all features of another as that one, to 1e-5', async () => {
    const answerer = await penguins();
    for (const [from, to] of [
      [0, 50],
      [50, 100],
      [100, 3]
    ]) {
      const other = await ask(answerer, 'row', { row: to });
      const said = await ask(answerer, 'predict', { row: from, changes: other.values });
      said.forEach((value, at) => expect(value).toBeCloseTo(other.prediction[at], 5));
    }
  });

  it('takes other values of a feature with several, and none, as the SavedModel does', async () => {
    const answerer = new Answerer(processor);
    const opened = await ask(answerer, 'open', opening('alerts'));
    expect(opened.runs?.difference).toBeLessThan(1e-5);
    const alerts = opened.controls.find(({ name }) => name === 'alerts');
    expect(alerts).toMatchObject({ kind: 'list', hasMissing: true, isAny: false });
    expect(alerts?.values).toContainEqual(['fog', 'wind']);
    // Each row with the alerts and the hour of each other row is what the kernel said of that.
    for (const from of [0, 7, 30]) {
      for (let to = 0; to < opened.rows; to++) {
        const other = await ask(answerer, 'row', { row: to });
        const [said] = await ask(answerer, 'predict', { row: from, changes: other.values });
        expect(said).toBeCloseTo(other.prediction[0], 5);
      }
    }
    const { values, means } = await ask(answerer, 'depend', {
      ...{ row: 0, changes: {}, feature: 'alerts' }
    });
    expect(values).toHaveLength(8);
    expect(values.at(-1)).toBeNull();
    const mean = (wanted: readonly string[] | null): number =>
      means[values.findIndex(each => isSameRaw(each, wanted))][0];
    expect(mean(['rain'])).toBeGreaterThan(mean(null));
    expect(mean(['wind'])).toBeLessThan(mean(null));
    await expect(
      ask(answerer, 'predict', { row: 0, changes: { alerts: ['hail'] } })
    ).rejects.toThrow('does not know this value of alerts');
  });

  it('goes over to another output of the model, which is predicted as the SavedModel does', async () => {
    const answerer = new Answerer(processor);
    const question = opening('causes');
    const cause = await ask(answerer, 'open', question);
    expect(cause).toMatchObject({
      ...{ task: 'multiclass', output: 'cause', outputs: ['cause', 'late'], problem: null },
      ...{ predictionKey: 'cause', classes: ['0', '1', '2'] }
    });
    const late = await ask(answerer, 'choose', { output: 'late' });
    expect(late).toMatchObject({ task: 'binary', output: 'late', predictionKey: 'late' });
    for (const output of ['cause', 'late']) {
      const { runs, rows } = await ask(answerer, 'choose', { output });
      expect(runs?.difference).toBeLessThan(1e-5);
      for (let to = 0; to < rows; to++) {
        const other = await ask(answerer, 'row', { row: to });
        const said = await ask(answerer, 'predict', { row: 0, changes: other.values });
        expect(said).toHaveLength(other.prediction.length);
        said.forEach((value, at) => expect(value).toBeCloseTo(other.prediction[at], 5));
      }
    }
    await expect(ask(answerer, 'choose', { output: 'moon' })).rejects.toThrow('no output moon');
    // Neither label is a feature where the kernel predicts.
    const alone = await ask(new Answerer(processor), 'open', { ...question, model: null });
    expect(alone.controls.map(({ name }) => name)).toEqual(['alerts', 'hour']);
    const single = new Answerer(processor);
    await ask(single, 'open', opening());
    await expect(ask(single, 'choose', { output: '' })).rejects.toThrow(
      'The model has one output.'
    );
  });

  it('reckons how the mean depends on a feature, and the row alone', async () => {
    const answerer = await penguins();
    const question = { row: 7, changes: { sex: null }, feature: 'island' };
    const all = await replies(answerer, 'depend', question);
    expect(all.at(-1)?.state).toBe('done');
    const { values, means, own, rows } = await ask(answerer, 'depend', question);
    expect(values).toEqual(['Biscoe', 'Dream', 'Torgersen']);
    expect(rows).toBe(106);
    for (const [at, value] of values.entries()) {
      let sum = 0;
      for (let row = 0; row < 106; row++) {
        sum += (await ask(answerer, 'predict', { row, changes: { island: value } }))[1];
      }
      expect(means[at][1]).toBeCloseTo(sum / 106, 6);
      const alone = { row: 7, changes: { sex: null, island: value } };
      expect(own[at]).toEqual(await ask(answerer, 'predict', alone));
    }
    const lengths = await ask(answerer, 'depend', { ...question, feature: 'bill_length_mm' });
    expect(lengths.values).toHaveLength(34);
    expect(lengths.values.at(-1)).toBeNull();
  });

  it('leaves a question for a newer one of its kind', async () => {
    const answerer = await penguins();
    const question = { row: 0, changes: {}, feature: 'bill_length_mm' };
    const [old, newer] = await Promise.all([
      replies(answerer, 'depend', question, 1),
      replies(answerer, 'depend', { ...question, feature: 'sex' }, 2)
    ]);
    expect(old.filter(({ state }) => state === 'part')).toEqual([]);
    const last = newer.at(-1);
    expect(last?.state === 'done' && (last.answer as IDependence).rows).toBe(106);
  });

  it('does with the table alone where the model does not run, and says why', async () => {
    const { model, ...rest } = opening();
    const answerer = new Answerer(async () => {
      throw new Error('no backend');
    });
    const opened = await ask(answerer, 'open', { ...rest, model });
    expect(opened.runs).toBeNull();
    expect(opened.problem).toContain('wasm: no backend');
    // The species is the label; the year changes nothing, which nobody knows here.
    expect(opened.controls.map(({ name }) => name)).toContain('year');
    expect(opened.controls.map(({ name }) => name)).not.toContain('species');
    const alerts = await ask(answerer, 'open', opening('alerts'));
    expect(alerts.controls.map(({ name, kind }) => [name, kind])).toEqual([
      ['alerts', 'list'],
      ['hour', 'number']
    ]);
    expect(alerts.controls[0].values).toHaveLength(7);
    expect(
      await ask(answerer, 'nearest', { row: 0, threshold: 0.5, outcome: null })
    ).not.toBeNull();
    await ask(answerer, 'open', { ...rest, model });
    await expect(ask(answerer, 'predict', { row: 0, changes: {} })).rejects.toThrow('does not run');
    expect(
      await ask(answerer, 'nearest', { row: 0, threshold: 0.5, outcome: null })
    ).not.toBeNull();
    const broken = await ask(answerer, 'open', {
      ...rest,
      model: { ...model, weights: new ArrayBuffer(8) }
    });
    expect(broken.runs).toBeNull();
  });

  it('passes over a backend that says something else than the kernel', async () => {
    const { model, ...rest } = opening();
    // The biases of the last layer.
    const weights = model.weights.slice(0);
    let place = 0;
    for (const { shape } of decodeModel(model.model).weights) {
      const size = shape.reduce((product, each) => product * each, 1);
      if (shape.length === 1 && size === 3) {
        new Float32Array(weights, place * 4, size)[0] += 1;
      }
      place += size;
    }
    const opened = await ask(new Answerer(processor), 'open', {
      ...rest,
      model: { ...model, weights }
    });
    expect(opened.problem).toContain('differ from the kernel’s by');
  });
});

describe('nearestOther', () => {
  const table = decodePredictions(whatIfBytes('predictions.arrow'));
  const names = ['bill_depth_mm', 'bill_length_mm', 'body_mass_g', 'flipper_length_mm', 'island'];

  it('has another outcome, and no row with another one is nearer', () => {
    const outcome = (row: number): number =>
      outcomeOf('multiclass', table.predictions.subarray(row * 3, row * 3 + 3), 0.5);
    const found = nearestOther(table, 0, names, 0.5, null);
    expect(found).not.toBeNull();
    expect(outcome(found!)).not.toBe(outcome(0));
    const others = [0, 1, 2].filter(each => each !== outcome(0));
    const each = others.map(wanted => nearestOther(table, 0, names, 0.5, wanted)!);
    expect(each.map(outcome)).toEqual(others);
    expect(each).toContain(found);
    expect(nearestOther(table, 0, names, 0.5, outcome(0))).toBeNull();
    // One feature alone: an easy count.
    const one = nearestOther(table, 0, ['flipper_length_mm'], 0.5, null)!;
    const feature = table.features.find(({ name }) => name === 'flipper_length_mm');
    const numbers = feature?.kind === 'number' ? feature.numbers : new Float64Array(0);
    const off = (row: number): number => Math.abs(numbers[row] - numbers[0]);
    for (let row = 0; row < table.rows; row++) {
      if (outcome(row) !== outcome(0) && !Number.isNaN(numbers[row])) {
        expect(off(row)).toBeGreaterThanOrEqual(off(one));
      }
    }
  });

  it('is none for a regression, and where all come to the same', () => {
    expect(nearestOther({ ...table, task: 'regression' }, 0, names, 0.5, null)).toBeNull();
    const same = {
      ...table,
      predictions: table.predictions.map((_, at) => (at % 3 === 0 ? 1 : 0))
    };
    expect(nearestOther(same, 0, names, 0.5, null)).toBeNull();
  });
});
