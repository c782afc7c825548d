import { nullTranslator } from '@jupyterlab/translation';

import { SchemaSchema } from '../../../proto/generated/schema_pb';
import { parseText } from '../../../proto/text-format';
import { filesIn } from '../../__tests__/folder-source';
import { schemaChanges } from '../compute-diff';
import { plainSchema } from '../decode-schema';

const trans = nullTranslator.load('jupyterlab_tfx');
const schema = (text: string) => plainSchema(parseText(SchemaSchema, text).message);
/** A line for each sentence; without the marks of direction. */
const diff = (before: string, after: string) =>
  schemaChanges(schema(before), schema(after), trans).flatMap(({ kind, what, path, sentences }) =>
    sentences.length === 0
      ? [`${kind} ${what} ${path.join('.')}`]
      : sentences.map(sentence =>
          `${kind} ${what} ${path.join('.')}: ${sentence}`.replace(/[\u2068\u2069]/g, '')
        )
  );
/** What differs in a feature `a`. */
const feature = (before: string, after: string) =>
  diff(`feature { name: "a" ${before} }`, `feature { name: "a" ${after} }`).map(line =>
    line.replace('changed feature a: ', '')
  );

describe('schemaChanges', () => {
  it('finds none where nothing but order and writing differ', () => {
    const rich = new TextDecoder().decode(filesIn('schema-rich').get('schema.pbtxt'));
    expect(diff(rich, rich)).toEqual([]);
    expect(
      diff(
        'feature { name: "a" } feature { name: "b" string_domain { value: "x" value: "y" } } default_environment: "A" default_environment: "B"',
        'default_environment: "B" default_environment: "A" feature { name: "b" string_domain { value: "y" value: "x" } } feature { name: "a" }'
      )
    ).toEqual([]);
  });

  it('tells of parts that are there or not', () => {
    expect(
      diff(
        'feature { name: "a" } sparse_feature { name: "s" } string_domain { name: "d" value: "x" }',
        'feature { name: "b" type: INT presence { min_count: 2 } int_domain { min: 0 } } weighted_feature { name: "w" feature { step: "b" } weight_feature { step: "c" } }'
      )
    ).toEqual([
      'added feature b: INT; at least 2 examples; at least 0',
      'removed feature a',
      'removed sparse s: indices , value “”',
      'added weighted w: “b”, weighted by “c”',
      'removed domain d: 1 value: “x”'
    ]);
  });

  it.each([
    ['type: INT', 'type: FLOAT', ['Type: FLOAT; it was INT.']],
    ['', 'type: INT', ['Type: INT; nothing was set.']],
    [
      'presence { min_fraction: 1 min_count: 1 }',
      'presence { min_fraction: 0.07 }',
      ['Presence: at least 7 % of examples; it was all examples, at least 1 example.']
    ],
    ['presence { min_count: 0 }', '', []],
    [
      'group_presence { required: true }',
      'presence { min_count: 3 }',
      ['Presence: at least 3 examples; it was wherever its group is.']
    ],
    [
      'value_count { min: 1 max: 1 }',
      'value_count { min: 1 max: 3 }',
      ['Values per example: 1 to 3 values; it was 1 value.']
    ],
    [
      'shape { dim { size: 1 } }',
      'value_count { min: 0 }',
      ['Values per example: at least 0 values; it was 1 value (fixed shape).']
    ],
    [
      'shape { dim { size: 2 } dim { size: 3 name: "x" } }',
      '',
      ['Values per example: nothing is set; it was shape [2 × x: 3].']
    ],
    [
      'value_counts { value_count { min: 1 } value_count { max: 3 } }',
      'value_count { }',
      [
        'Values per example: any number of values; it was level 1: at least 1 values, level 2: at most 3 values.'
      ]
    ],
    [
      'int_domain { min: 0 max: 9223372036854775806 }',
      'int_domain { min: 0 max: 9223372036854775807 }',
      ['Domain: 0 to 9223372036854775807; it was 0 to 9223372036854775806.']
    ],
    [
      'float_domain { min: -inf max: 0.1 }',
      'float_domain { max: 0.1 disallow_nan: true }',
      ['Domain: at most 0.1, no NaN; it was −∞ to 0.1.']
    ],
    ['int_domain { min: 0 }', '', ['Domain: nothing is set; it was at least 0.']],
    [
      'string_domain { value: "x" value: "y" }',
      'string_domain { value: "y" value: "z" value: "w" }',
      ['2 new values: “z”, “w”.', '1 value gone: “x”.']
    ],
    [
      'bool_domain { }',
      'bool_domain { true_value: "y" false_value: "n" }',
      ['Domain: “y” for true, “n” for false; it was true or false.']
    ],
    [
      'distribution_constraints { min_domain_mass: 0.95 }',
      '',
      ['Share of values in the domain: nothing is set; it was 95 % in the domain.']
    ],
    [
      'drift_comparator { infinity_norm { threshold: 0.01 } }',
      'drift_comparator { jensen_shannon_divergence { threshold: 0.01 source { type: QUANTILES } } }',
      [
        'Drift: Jensen–Shannon divergence at most 0.01 (of QUANTILES); it was L-infinity distance at most 0.01.'
      ]
    ],
    [
      '',
      'skew_comparator { normalized_abs_difference { threshold: 1e-05 } }',
      ['Skew: normalized absolute difference at most 0.00001; nothing was set.']
    ],
    [
      'in_environment: "A"',
      'not_in_environment: "A"',
      ['Environments: not in “A”; it was in “A”.']
    ],
    ['deprecated: true', 'lifecycle_stage: DEPRECATED', []],
    ['lifecycle_stage: BETA', '', ['Lifecycle: nothing is set; it was beta.']],
    [
      'unique_constraints { min: 1 max: 16 }',
      'unique_constraints { max: 16 }',
      ['Different values: at most 16 different values; it was 1 to 16 different values.']
    ],
    [
      'annotation { tag: "t" }',
      'annotation { tag: "t" comment: "c" }',
      ['Annotation: tagged “t”, “c”; it was tagged “t”.']
    ],
    [
      'natural_language_domain { coverage { min_avg_token_length: 1 } }',
      'natural_language_domain { coverage { min_avg_token_length: 2 } }',
      ['Domain: changed in detail.']
    ]
  ])('tells how %s becomes %s', (before, after, sentences) => {
    expect(feature(before, after)).toEqual(sentences);
  });

  it('tells of a shared domain once, and of a name only where something else is meant', () => {
    const features = 'feature { name: "a" domain: "d" } feature { name: "b" domain: "d" }';
    expect(
      diff(
        `${features} string_domain { name: "d" value: "x" }`,
        `${features} string_domain { name: "d" value: "x" value: "y" }`
      )
    ).toEqual(['changed domain d: 1 new value: “y”.']);
    expect(
      diff(
        'feature { name: "a" domain: "d" } string_domain { name: "d" value: "x" }',
        'feature { name: "a" string_domain { value: "x" } } string_domain { name: "d" value: "x" }'
      )
    ).toEqual([]);
    expect(
      diff(
        'feature { name: "a" domain: "d" }',
        'feature { name: "a" string_domain { value: "x" } }'
      )
    ).toEqual([
      'changed feature a: Domain: 1 value: “x”; it was “d”, which the schema does not have.'
    ]);
  });

  it('tells of a domain that has another name', () => {
    const named = (name: string) =>
      `feature { name: "a" domain: "${name}" } string_domain { name: "${name}" value: "x" }`;
    expect(diff(named('d'), named('e'))).toEqual(['changed domain e: Another name: it was “d”.']);
  });

  it('tells of what is nested by its path, and not of what it is nested in', () => {
    const nested = (inner: string) =>
      `feature { name: "s" struct_domain { feature { ${inner} } } }`;
    expect(diff(nested('name: "t" type: INT'), nested('name: "t" type: FLOAT'))).toEqual([
      'changed feature s.t: Type: FLOAT; it was INT.'
    ]);
  });

  it('tells of the dataset', () => {
    expect(
      diff(
        'dataset_constraints { min_examples_count: 3 }',
        'default_environment: "A" represent_variable_length_as_ragged: true dataset_constraints { min_examples_count: 3 max_examples_count: 5 num_examples_drift_comparator { min_fraction_threshold: 0.5 } } tensor_representation_group { key: "" value { tensor_representation { key: "t" value { dense_tensor { column_name: "c" } } } } }'
      )
    ).toEqual([
      'changed dataset : Default environments: “A”; nothing was set.',
      'changed dataset : Number of examples: 3 to 5; it was at least 3.',
      'changed dataset : Examples, compared with the span before: at least 50 %; nothing was set.',
      'changed dataset : Tensors: “t”; nothing was set.',
      'changed dataset : Columns of variable length as ragged tensors: yes; it was no.'
    ]);
  });

  it('takes names as they are, cut where they are long', () => {
    const long = 'x'.repeat(10_000);
    const [sentence] = feature('', `string_domain { value: "<b>%1 %2</b>" value: "${long}" }`);
    expect(sentence).toContain('“<b>%1 %2</b>”');
    expect(sentence.length).toBeLessThan(300);
  });

  it('tells two features of one name apart', () => {
    expect(
      diff('feature { name: "a" }', 'feature { name: "a" } feature { name: "a" type: INT }')
    ).toEqual(['added feature a: INT']);
  });
});
