/** Event files: scalars agree with what Google's Python reads; restarts, long series, and broken files. */
import type { JsonValue } from '@bufbuild/protobuf';
import { create, fromJson, toBinary } from '@bufbuild/protobuf';

import type { Event } from '../../../proto/generated/event_pb';
import { EventSchema, SessionLog_SessionStatus } from '../../../proto/generated/event_pb';
import type { TensorProto } from '../../../proto/generated/tensor_pb';
import { writeTFRecord } from '../../../proto/__tests__/write-tfrecord';
import { readFixtures } from '../../__tests__/fixture';
import { textSource } from '../../__tests__/text-source';
import { DocumentSource } from '../../document-source';
import { finalFigures, scalarGroups, stepRows } from '../compute-groups';
import { decodeModelRun } from '../decode';

const never = new AbortController().signal;

/** The only value of a tensor of floats. */
function floatIn({ floatVal, tensorContent }: TensorProto): number {
  return floatVal.at(0) ?? Buffer.from(tensorContent).readFloatLE();
}

/** Values of TensorBoard's scalars by run, tag and step, from protobuf's JSON of the events. */
function scalarsIn(truths: Readonly<Record<string, { readonly value: unknown }>>): string[] {
  return Object.entries(truths).flatMap(([path, { value }]) =>
    (value as JsonValue[]).flatMap(json => {
      const event = fromJson(EventSchema, json);
      const values = event.what.case === 'summary' ? event.what.value.value : [];
      return values.flatMap(({ tag, value: { value: tensor }, metadata }) =>
        metadata?.pluginData?.pluginName === 'scalars' &&
        typeof tensor === 'object' &&
        'tensorContent' in tensor
          ? [`${path.split('/')[0]} ${tag} ${event.step} ${floatIn(tensor)} ${event.wallTime}`]
          : []
      );
    })
  );
}

const fixtures = readFixtures().filter(({ type }) => type === 'ModelRun');

it('has the scalars that Python reads', async () => {
  const { document, truths } = fixtures.find(({ name }) => name === 'penguins') ?? fixtures[0];
  const { series, others, problems } = await decodeModelRun(
    new DocumentSource(document, null),
    never
  );
  const found = series.flatMap(({ run, tag, points }) =>
    points.map(({ step, value, time }) => `${run} ${tag} ${step} ${value} ${time}`)
  );
  const wanted = scalarsIn(truths);
  expect(wanted.length).toBeGreaterThan(50);
  expect(found.sort()).toEqual(wanted.sort());
  expect([...others]).toEqual([['graph_keras_model', 1]]);
  expect(problems).toEqual([]);
  expect(scalarGroups([{ label: '', data: { series, others, problems } }])[0]).toMatchObject({
    tag: 'epoch_loss',
    series: [
      { run: 'train', color: 1 },
      { run: 'validation', color: 2 }
    ]
  });
});

it('tells where the validation has come to, the loss first, and no learning rate', async () => {
  const { document } = fixtures.find(({ name }) => name === 'penguins') ?? fixtures[0];
  const data = await decodeModelRun(new DocumentSource(document, null), never);
  const figures = finalFigures(data, 2);
  expect(figures.map(({ tag, run }) => [tag, run])).toEqual([
    ['epoch_loss', 'validation'],
    ['epoch_sparse_categorical_accuracy', 'validation']
  ]);
  for (const { tag, run, step, value } of figures) {
    const series = data.series.find(one => one.tag === tag && one.run === run);
    expect(series?.points.at(-1)).toMatchObject({ step, value });
  }
  expect(finalFigures(data, 100).map(({ tag }) => tag)).not.toContain('epoch_learning_rate');
  expect(finalFigures({ ...data, series: [] }, 2)).toEqual([]);
});

it('says so where nothing was logged', async () => {
  const { document } = fixtures.find(({ name }) => name === 'tensorflow-1') ?? fixtures[0];
  await expect(decodeModelRun(new DocumentSource(document, null), never)).rejects.toThrow(
    /^There are no files/
  );
  await expect(decodeModelRun(textSource('ModelRun', { x: '' }), never)).rejects.toThrow(
    /callback/
  );
});

function simple(step: number, values: Readonly<Record<string, number>>): Event {
  const value = Object.entries(values).map(([tag, simpleValue]) => ({
    tag,
    value: { case: 'simpleValue' as const, value: simpleValue }
  }));
  return create(EventSchema, {
    step: BigInt(step),
    wallTime: step,
    what: { case: 'summary', value: { value } }
  });
}

function events(all: readonly Event[]): Uint8Array {
  return writeTFRecord(all.map(event => toBinary(EventSchema, event)));
}

async function decode(files: Readonly<Record<string, Uint8Array>>) {
  return decodeModelRun(textSource('ModelRun', files), never);
}

it('reads scalars of TensorFlow 1, by folder', async () => {
  const { series } = await decode({
    'events.out.tfevents.1.a': events([simple(1, { loss: 0.5, 'global_step/sec': 9 })]),
    'eval/events.out.tfevents.2.a': events([simple(1, { loss: 0.75 })])
  });
  expect(series.map(({ run, tag, points }) => [run, tag, points[0].value])).toEqual([
    ['.', 'global_step/sec', 9],
    ['.', 'loss', 0.5],
    ['eval', 'loss', 0.75]
  ]);
  const groups = scalarGroups([{ label: 'x', data: { series, others: new Map(), problems: [] } }]);
  expect(groups.map(({ tag }) => tag)).toEqual(['loss', 'global_step/sec']);
  expect(stepRows(groups[0])).toEqual([{ step: 1, values: [0.5, 0.75] }]);
});

it('forgets the steps that a restart writes again', async () => {
  const start = create(EventSchema, {
    step: 2n,
    what: { case: 'sessionLog', value: { status: SessionLog_SessionStatus.START } }
  });
  const { series } = await decode({
    'tfevents.1': events([1, 2, 3].map(step => simple(step, { loss: step }))),
    'tfevents.2': events([start, simple(2, { loss: 20 })])
  });
  expect(series[0].points.map(({ value }) => value)).toEqual([1, 20]);
  expect(series[0]).toMatchObject({ count: 2, lowest: { value: 1 }, highest: { value: 20 } });
});

it('keeps as much of a long series as a chart can show, and its ends', async () => {
  const long = Array.from({ length: 20_000 }, (_, step) =>
    simple(step, { loss: step === 12_345 ? -1 : step })
  );
  const { series } = await decode({ 'tfevents.1': events(long) });
  const [{ points, count, lowest, highest }] = series;
  expect(points.length).toBeLessThan(4200);
  expect(points.length).toBeGreaterThan(2000);
  expect(points[0].step).toBe(0);
  expect(points.at(-1)?.step).toBe(19_999);
  expect(count).toBe(20_000);
  expect([lowest?.step, highest?.value]).toEqual([12_345, 19_999]);
});

it('shows what is before the damage, and says where it is', async () => {
  const good = events([simple(1, { loss: 1 }), simple(2, { loss: 2 })]);
  const cut = await decode({ 'tfevents.1': good.slice(0, -5) });
  expect(cut.series[0].points).toHaveLength(1);
  expect(cut.problems).toEqual([
    expect.stringMatching(/^tfevents\.1: The file ends inside record 2/)
  ]);
  await expect(decode({ 'tfevents.1': new Uint8Array(40).fill(7) })).rejects.toThrow(
    /not a TFRecord file/
  );
});

it('counts infinities, and passes over no number', async () => {
  const { series } = await decode({
    'tfevents.1': events([NaN, 3, Infinity].map((loss, step) => simple(step, { loss })))
  });
  expect(series[0].points.map(({ value }) => value)).toEqual([NaN, 3, Infinity]);
  expect(series[0].lowest?.value).toBe(3);
});
