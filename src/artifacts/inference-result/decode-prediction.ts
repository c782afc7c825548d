/** One record of prediction_logs as a row: the model's outputs, and what it was asked. */
import { toBinary } from '@bufbuild/protobuf';

import { decodeMessage } from '../../proto/decode-message';
import type { Example } from '../../proto/generated/example_pb';
import { ExampleSchema } from '../../proto/generated/example_pb';
import type {
  ClassificationResult,
  Input,
  PredictRequest,
  PredictResponse,
  RegressionResult
} from '../../proto/generated/prediction_log_pb';
import { PredictionLogSchema } from '../../proto/generated/prediction_log_pb';
import { decodeExample } from '../records/decode-example';
import { decodeTensor } from '../records/decode-tensor';
import type { FieldGroup, Fields, FieldValue, IField } from '../records/field-value';
import { fieldsOf, MOST_VALUES } from '../records/field-value';

/**
 * Reads a PredictionLog. Inputs that are serialized examples are read as such, and of a batch of several, each feature
 * is `steps`: one list per example.
 *
 * @throws an Error where the record is no PredictionLog.
 */
export function decodePrediction(record: Uint8Array): Fields {
  const { logType } = decodeMessage(PredictionLogSchema, record, 'The record');
  switch (logType.case) {
    case 'predictLog': {
      const { request, response } = logType.value;
      return fieldsOf([...outputs(response), ...inputs(request)]);
    }
    case 'predictStreamedLog': {
      const { request, response } = logType.value;
      return fieldsOf([...merged(response.map(outputs)), ...merged(request.map(inputs))]);
    }
    case 'classifyLog': {
      const { request, response } = logType.value;
      return fieldsOf([...classes(response?.result, ''), ...examples(request?.input)]);
    }
    case 'regressLog': {
      const { request, response } = logType.value;
      return fieldsOf([...regressions(response?.result, ''), ...examples(request?.input)]);
    }
    case 'multiInferenceLog': {
      const { request, response } = logType.value;
      const results = (response?.results ?? []).flatMap(({ modelSpec, result }) => {
        const name = modelSpec?.signatureName ?? '';
        return result.case === 'classificationResult'
          ? classes(result.value, name)
          : result.case === 'regressionResult'
            ? regressions(result.value, name)
            : [];
      });
      return fieldsOf([...results, ...examples(request?.input)]);
    }
    default:
      throw new Error('The record says of no kind of prediction.');
  }
}

function outputs(response: PredictResponse | undefined): readonly IField[] {
  return Object.entries(response?.outputs ?? {}).map(([name, tensor]) =>
    field('output', name, decodeTensor(tensor))
  );
}

function inputs(request: PredictRequest | undefined): readonly IField[] {
  return Object.entries(request?.inputs ?? {}).flatMap(([name, tensor]) => {
    const value = decodeTensor(tensor);
    const parsed = value.kind === 'bytes' ? parsedExamples(value.values) : null;
    return parsed ? asInputs(parsed) : [field('input', name, value)];
  });
}

/** null where not all of them are examples: text may happen to be a message without features. */
function parsedExamples(values: readonly Uint8Array[]): readonly Fields[] | null {
  try {
    const parsed = values.map(decodeExample);
    return parsed.length > 0 && parsed.every(({ size }) => size > 0) ? parsed : null;
  } catch {
    return null;
  }
}

function examples(input: Input | undefined): readonly IField[] {
  const list: readonly Example[] = input?.kind.value?.examples ?? [];
  return asInputs(
    list.slice(0, MOST_VALUES).map(example => decodeExample(toBinary(ExampleSchema, example)))
  );
}

function asInputs(rows: readonly Fields[]): readonly IField[] {
  return merged(
    rows.map(row => [...row.values()].map(({ name, value }) => field('input', name, value)))
  );
}

function classes(result: ClassificationResult | undefined, signature: string): readonly IField[] {
  return merged(
    (result?.classifications ?? []).map(({ classes: list }) => {
      const labels = list.slice(0, MOST_VALUES).map(({ label }) => label);
      const scores = list.slice(0, MOST_VALUES).map(({ score }) => score);
      const count = list.length;
      return [
        ...(labels.some(label => label !== '')
          ? [field('output', named(signature, 'classes'), { kind: 'text', values: labels, count })]
          : []),
        field('output', named(signature, 'scores'), { kind: 'float', values: scores, count })
      ];
    })
  );
}

function regressions(result: RegressionResult | undefined, signature: string): readonly IField[] {
  return merged(
    (result?.regressions ?? []).map(({ value }) => [
      field('output', named(signature, 'value'), { kind: 'float', values: [value], count: 1 })
    ])
  );
}

function named(signature: string, name: string): string {
  return signature === '' ? name : `${signature} ${name}`;
}

function field(group: FieldGroup, name: string, value: FieldValue): IField {
  return { group, name, value };
}

/** The fields of one row as they are; those of several as steps, under one name each. */
function merged(rows: readonly (readonly IField[])[]): readonly IField[] {
  if (rows.length < 2) {
    return rows[0] ?? [];
  }
  const none: FieldValue = { kind: 'none', values: [], count: 0 };
  const kept = rows.slice(0, MOST_VALUES);
  const firsts = new Map(kept.flat().map(one => [one.name, one.group]));
  const byName = kept.map(row => new Map(row.map(({ name, value }) => [name, value])));
  return [...firsts].map(([name, group]) =>
    field(group, name, {
      kind: 'steps',
      values: byName.map(row => row.get(name) ?? none),
      count: rows.length
    })
  );
}
