/** Figure for figure, our readers say what Google's own Python readers say of the files that TFX wrote. */
import type { DescMessage, JsonValue } from '@bufbuild/protobuf';
import { createRegistry, fromJson, toJson } from '@bufbuild/protobuf';

import { decodeMessage } from '../../proto/decode-message';
import { file_anomalies } from '../../proto/generated/anomalies_pb';
import { EvalConfigSchema, file_eval_config } from '../../proto/generated/eval_config_pb';
import { file_event } from '../../proto/generated/event_pb';
import { file_example } from '../../proto/generated/example_pb';
import { file_keras_metadata } from '../../proto/generated/keras_metadata_pb';
import { file_metrics } from '../../proto/generated/metrics_pb';
import { file_prediction_log } from '../../proto/generated/prediction_log_pb';
import {
  SavedModelSchema,
  SignatureDefSchema,
  file_saved_model
} from '../../proto/generated/saved_model_pb';
import { file_schema } from '../../proto/generated/schema_pb';
import { file_skew } from '../../proto/generated/skew_pb';
import { file_statistics } from '../../proto/generated/statistics_pb';
import { DataType } from '../../proto/generated/tensor_pb';
import { file_validation } from '../../proto/generated/validation_pb';
import { parseText } from '../../proto/text-format';
import { recordsOf } from '../decode-records';
import { parquetRows } from '../records/decode-parquet';
import { decodeCheckpoint } from '../saved-model/decode-checkpoint';
import { decodeValue } from '../values/decode';
import { disagreements } from './disagreements';
import type { IFixture, ITruth } from './fixture';
import { FixtureSource, readFixtures } from './fixture';

const registry = createRegistry(
  ...[file_anomalies, file_eval_config, file_event, file_example, file_keras_metadata],
  ...[file_metrics, file_prediction_log, file_saved_model, file_schema, file_skew],
  ...[file_statistics, file_validation]
);

type Read = (fixture: IFixture, path: string, truth: ITruth) => unknown;

const readers: Readonly<Record<string, Read>> = {
  message: ({ files }, path, { message }) => asJson(descriptor(message), bytesOf(files, path)),
  text: ({ files }, path, { message }) => {
    const desc = descriptor(message);
    const text = new TextDecoder().decode(bytesOf(files, path));
    const read = parseText(desc, text);
    expect(read.unknown).toEqual([]);
    return toJson(desc, read.message, { useProtoFieldName: true });
  },
  records: async ({ files }, path, { message }) =>
    (await recordsOf(bytesOf(files, path), path))?.map(each => asJson(descriptor(message), each)),
  bytes: async ({ files }, path) =>
    (await recordsOf(bytesOf(files, path), path))?.map(each => Buffer.from(each).toString('hex')),
  rows: parquetRowsOf,
  'saved-model': ({ files }, path) => modelSummary(bytesOf(files, path)),
  checkpoint: ({ files }, path) =>
    Object.fromEntries(
      decodeCheckpoint(bytesOf(files, path), path).map(({ name, shape, type }) => [
        name,
        { shape, dtype: type }
      ])
    ),
  'eval-run': ({ files }, path) => {
    const run = textJson(bytesOf(files, path)) as { evalConfig: JsonValue };
    const config = fromJson(EvalConfigSchema, run.evalConfig, { ignoreUnknownFields: true });
    return toJson(EvalConfigSchema, config, { useProtoFieldName: true });
  },
  json: ({ files }, path) => textJson(bytesOf(files, path)),
  lines: ({ files }, path) =>
    new TextDecoder().decode(bytesOf(files, path)).split('\n').slice(0, -1),
  value: valueOf
};

const cases = readFixtures().flatMap(fixture =>
  Object.entries(fixture.truths).map(
    ([path, truth]) => [`${fixture.type}/${fixture.name}/${path}`, fixture, path, truth] as const
  )
);

it.each(cases)('%s says the same in TypeScript and in Python', async (_, fixture, path, truth) => {
  const ours = await readers[truth.kind](fixture, path, truth);
  expect(disagreements(ours, truth.value)).toEqual([]);
});

function bytesOf(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) {
    throw new Error(`${path} is not there.`);
  }
  return bytes;
}

function descriptor(name: string | undefined): DescMessage {
  const found = registry.getMessage(name ?? '');
  if (!found) {
    throw new Error(`There is no message ${name ?? ''} here.`);
  }
  return found;
}

function asJson(desc: DescMessage, bytes: Uint8Array): JsonValue {
  return toJson(desc, decodeMessage(desc, bytes, 'A file'), { useProtoFieldName: true });
}

function textJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** What fixture_truth.py says of a saved model. */
function modelSummary(bytes: Uint8Array): unknown {
  return decodeMessage(SavedModelSchema, bytes, 'A model').metaGraphs.map(graph => {
    const functions = graph.graphDef?.library?.function ?? [];
    const operations = new Map<string, number>();
    for (const { op } of [
      graph.graphDef?.node ?? [],
      ...functions.map(one => one.nodeDef)
    ].flat()) {
      operations.set(op, (operations.get(op) ?? 0) + 1);
    }
    const kinds = (graph.objectGraphDef?.nodes ?? []).map(({ kind }) => kind);
    return {
      tags: graph.metaInfoDef?.tags,
      tensorflow_version: graph.metaInfoDef?.tensorflowVersion,
      signature_def: Object.fromEntries(
        Object.entries(graph.signatureDef).map(([key, signature]) => [
          key,
          toJson(SignatureDefSchema, signature, { useProtoFieldName: true })
        ])
      ),
      assets: graph.assetFileDef.map(({ filename }) => filename),
      operations: Object.fromEntries(operations),
      functions: functions.length,
      variables: kinds.flatMap(kind =>
        kind.case === 'variable'
          ? [
              {
                name: kind.value.name,
                dtype: DataType[kind.value.dtype],
                shape: (kind.value.shape?.dim ?? []).map(({ size }) => Number(size)),
                trainable: kind.value.trainable
              }
            ]
          : []
      )
    };
  });
}

/** Rows as pyarrow has them: no lists of one, and null for nothing. */
async function parquetRowsOf(fixture: IFixture, path: string, truth: ITruth): Promise<unknown> {
  const source = new FixtureSource(fixture);
  const files = source.document.files.filter(file => file.path === path);
  const rows: unknown[] = [];
  for await (const batch of parquetRows(source, files, new AbortController().signal)) {
    for (const row of batch) {
      const theirs = (truth.value as readonly Readonly<Record<string, unknown>>[])[rows.length];
      const values = new Map([...row.fields().values()].map(({ name, value }) => [name, value]));
      rows.push(
        Object.fromEntries(
          Object.keys(theirs).map(name => {
            const list = (values.get(name)?.values ?? []).map(each =>
              typeof each === 'bigint' ? Number(each) : each
            );
            return [name, Array.isArray(theirs[name]) ? list : (list[0] ?? null)];
          })
        )
      );
    }
  }
  return rows;
}

/** A value as Python has it: numbers with all their digits, bytes in hexadecimal. */
async function valueOf(fixture: IFixture): Promise<unknown> {
  const value = await decodeValue(new FixtureSource(fixture));
  switch (value.kind) {
    case 'null':
      return null;
    case 'bytes':
      return Buffer.from(value.bytes).toString('hex');
    case 'float':
      return value.text === 'NaN' ? 'nan' : value.text;
    case 'integer':
    case 'string':
      return value.text;
    default:
      return value.value;
  }
}
