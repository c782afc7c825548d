/**
 * Predictions that real parts wrote: those of fixtures/ by TFX's BulkInferrer; `prediction_logs-kinds.gz` by TensorFlow
 * and TensorFlow Serving's messages, with a record per kind, batches, and tensors of all types.
 */
import { readFileSync } from 'node:fs';

import { collect, writeTFRecord } from '../../../proto/__tests__/write-tfrecord';
import { readFixtures } from '../../__tests__/fixture';
import { memorySource } from '../../records/__tests__/folder-source';
import { valueText } from '../../records/compute-text';
import type { Fields, FieldValue } from '../../records/field-value';
import { decodePredictions } from '../decode';

const files = (name: string): Map<string, Uint8Array> =>
  new Map([
    [name, new Uint8Array(readFileSync(`src/artifacts/inference-result/__tests__/files/${name}`))]
  ]);

function fixture(name: string): ReadonlyMap<string, Uint8Array> {
  const found = readFixtures().find(one => one.type === 'InferenceResult' && one.name === name);
  return found?.files ?? new Map();
}

async function rows(given: ReadonlyMap<string, Uint8Array>): Promise<readonly Fields[]> {
  const { rows: read } = await decodePredictions(memorySource(given, { type: 'InferenceResult' }));
  const { items } = await collect(read(new AbortController().signal));
  return items.flat().map(row => row.fields());
}

/** Fields as text, by key. */
function texts(fields: Fields): Readonly<Record<string, unknown>> {
  const text = (value: FieldValue): unknown =>
    value.kind === 'steps' ? value.values.map(text) : value.values.map(one => valueText(one));
  return Object.fromEntries([...fields].map(([key, { value }]) => [key, text(value)]));
}

describe('decodePredictions', () => {
  it('reads what BulkInferrer wrote, inputs as the examples that they are', async () => {
    const [row] = await rows(fixture('flights'));
    expect(row.get('output:probability')?.value).toEqual({
      kind: 'float',
      values: [Math.fround(0.4646401)],
      count: 1
    });
    expect(texts(row)).toMatchObject({
      'input:origin': ['JFK'],
      'input:carrier': ['DL'],
      'input:distance': ['2248']
    });
  });

  it.each([
    [
      'classify',
      { 'output:classes': ['short', 'long'], 'output:scores': ['0.61538374', '0.38461623'] }
    ],
    ['regress', { 'output:value': ['40.3'] }],
    [
      'classify-regress',
      {
        'output:classify classes': ['short', 'long'],
        'output:classify scores': ['0.61538374', '0.38461623'],
        'output:regress value': ['40.3']
      }
    ]
  ])('reads the answers of %s', async (name, expected) => {
    const read = await rows(fixture(name));
    expect(read).toHaveLength(18);
    expect(texts(read[0])).toMatchObject({
      ...expected,
      'input:id': ['p2'],
      'input:year': ['2007']
    });
  });

  it('reads every kind of prediction', async () => {
    const [classify, regress, several, , text] = await rows(files('prediction_logs-kinds.gz'));
    expect(texts(classify)).toEqual({
      'output:classes': ['a', 'b'],
      'output:scores': ['0.25', '0.75'],
      'input:x': ['0']
    });
    expect(texts(regress)).toEqual({
      'output:value': [['1.5'], ['2.5']],
      'input:x': [['0'], ['1']]
    });
    expect(texts(several)).toEqual({ 'output:price value': ['3.5'], 'input:x': ['1'] });
    expect(texts(text)).toEqual({ 'output:y': ['1'], 'input:text': ['just text'] });
  });

  it('reads tensors of every type as NumPy does', async () => {
    const tensors = (await rows(files('prediction_logs-kinds.gz')))[3];
    expect(texts(tensors)).toEqual({
      'output:f64': ['0.5', '1.5', '2', '3'],
      'output:half': ['0.5', '-2', 'Infinity'],
      'output:half_val': ['1', '-2'],
      'output:bf': ['1.5', '-3'],
      'output:bool': ['true', 'false'],
      'output:i8': ['-1', '2'],
      'output:u32': ['4294967295'],
      'output:u64': ['18446744073709551615'],
      'output:i64': ['-9223372036854775808'],
      'output:same': new Array(12).fill('7'),
      'output:filled': ['1', '2', '2', '2'],
      'output:text': ['a', 'bc'],
      'output:c': ['1 + 2i'],
      'output:empty': [],
      'input:x': [['0'], ['1']]
    });
    expect(tensors.get('output:same')?.value).toMatchObject({ count: 12, shape: [3, 4] });
  });

  it('shows a record that is none as bytes', async () => {
    const [row] = await rows(new Map([['prediction_logs', writeTFRecord([Uint8Array.of(8, 1)])]]));
    expect([...row.keys()]).toEqual(['record:']);
  });

  it('says that there are none', async () => {
    const source = memorySource(new Map(), { type: 'InferenceResult' });
    await expect(decodePredictions(source)).rejects.toThrow('There are no predictions here');
  });
});
