import { SchemaSchema } from '../../../proto/generated/schema_pb';
import { parseText } from '../../../proto/text-format';
import { printText } from '../../../proto/text-print';
import { FolderSource } from '../../__tests__/folder-source';
import { plainSchema } from '../../schema/decode-schema';
import { applyEdits } from '../../schema/edit-apply';
import type { IAnomaly, IDistances } from '../anomalies';
import { acceptance, unexpectedValues } from '../compute-accept';
import { decodeAnomalies } from '../decode';

/** Reasons as real TensorFlow Data Validation words them. */
const anomaly = (...reasons: [type: string, description: string][]): IAnomaly => ({
  name: 'a',
  path: ['a'],
  severity: 'ERROR',
  shortDescription: '',
  description: '',
  reasons: reasons.map(([type, description]) => ({ type, shortDescription: '', description })),
  diff: []
});

/** The schema with all edits, on one line, and the reasons that are left. */
function accepted(schema: string, of: IAnomaly, distances: IDistances | null = null) {
  const draft = parseText(SchemaSchema, schema);
  const { edits, left } = acceptance(of, plainSchema(draft.message), distances);
  const after = applyEdits(draft, edits);
  return {
    text: printText(SchemaSchema, after.message).replace(/\s+/g, ' ').trim(),
    left: left.map(({ type }) => type)
  };
}
const same = (schema: string) =>
  printText(SchemaSchema, parseText(SchemaSchema, schema).message).replace(/\s+/g, ' ').trim();

describe('acceptance', () => {
  it.each<[string, string, [string, string][], string]>([
    [
      'values of a domain of the schema',
      'feature { name: "a" type: BYTES domain: "d" } string_domain { name: "d" value: "x" }',
      [
        [
          'ENUM_TYPE_UNEXPECTED_STRING_VALUES',
          'Examples contain values missing from the schema: b, (c) (~25%), d (~2%) (~12%), e (<1%). '
        ]
      ],
      'feature { name: "a" type: BYTES domain: "d" } string_domain { name: "d" value: "x" value: "b, (c)" value: "d (~2%)" value: "e" }'
    ],
    [
      'values of a feature',
      'feature { name: "a" type: BYTES string_domain { value: "x" } }',
      [
        [
          'ENUM_TYPE_UNEXPECTED_STRING_VALUES',
          'Examples contain values missing from the schema: a (~100%). '
        ]
      ],
      'feature { name: "a" type: BYTES string_domain { value: "x" value: "a" } }'
    ],
    [
      'presence, both halves at once, never above what was measured',
      'feature { name: "a" presence { min_fraction: 1 min_count: 180 } }',
      [
        [
          'FEATURE_TYPE_LOW_NUMBER_PRESENT',
          'The feature was present in fewer examples than expected: minimum count = 180, actual = 150'
        ],
        [
          'FEATURE_TYPE_LOW_FRACTION_PRESENT',
          'The feature was present in fewer examples than expected: minimum fraction = 1.000000, actual = 0.866667'
        ]
      ],
      'feature { name: "a" presence { min_fraction: 0.866 min_count: 150 } }'
    ],
    [
      'a column that is missing',
      'feature { name: "a" type: INT presence { min_fraction: 1 min_count: 1 } }',
      [['SCHEMA_MISSING_COLUMN', 'Column is completely missing']],
      'feature { name: "a" type: INT }'
    ],
    [
      'fewer values and more',
      'feature { name: "a" value_count { min: 2 max: 2 } }',
      [
        ['FEATURE_TYPE_LOW_NUMBER_VALUES', 'Some examples have fewer values than expected.'],
        ['FEATURE_TYPE_HIGH_NUMBER_VALUES', 'Some examples have more values than expected.']
      ],
      'feature { name: "a" }'
    ],
    [
      'fewer values than a fixed shape has',
      'feature { name: "a" shape { dim { size: 2 } dim { size: 3 } } }',
      [['FEATURE_TYPE_LOW_NUMBER_VALUES', 'Some examples have fewer values than expected.']],
      'feature { name: "a" value_count { max: 6 } }'
    ],
    [
      'another shape',
      'feature { name: "a" shape { dim { size: 1 } } }',
      [
        [
          'INVALID_FEATURE_SHAPE',
          "The feature has fixed value length 2 but it's not compatible with the specified shape."
        ]
      ],
      'feature { name: "a" value_count { min: 2 max: 2 } }'
    ],
    [
      'a type',
      'feature { name: "a" type: INT int_domain { min: 0 } }',
      [['UNEXPECTED_DATA_TYPE', 'Expected data of type: INT but got STRING']],
      'feature { name: "a" type: BYTES }'
    ],
    [
      'integers of 64 bits',
      'feature { name: "a" int_domain { min: 0 max: 10 } }',
      [
        ['INT_TYPE_SMALL_INT', 'Unexpectedly small value: -9223372036854775808.'],
        ['INT_TYPE_BIG_INT', 'Unexpectedly large value: 12345678901.']
      ],
      'feature { name: "a" int_domain { min: -9223372036854775808 max: 12345678901 } }'
    ],
    [
      'floats, rounded out where they were cut',
      'feature { name: "a" float_domain { min: 0 max: 1 } }',
      [
        [
          'FLOAT_TYPE_BIG_FLOAT',
          'Unexpectedly high value: 1.23457e+06>1(upto six significant digits)'
        ],
        [
          'FLOAT_TYPE_SMALL_FLOAT',
          'Unexpectedly low values: -0.123457<0(upto six significant digits)'
        ]
      ],
      'feature { name: "a" float_domain { min: -0.123458 max: 1234580 } }'
    ],
    [
      'floats with few digits, as they are',
      'feature { name: "a" float_domain { max: 60 } }',
      [['FLOAT_TYPE_BIG_FLOAT', 'Unexpectedly high value: 999>60(upto six significant digits)']],
      'feature { name: "a" float_domain { max: 999 } }'
    ],
    [
      'infinity as a bound',
      'feature { name: "a" float_domain { max: 60 } }',
      [['FLOAT_TYPE_BIG_FLOAT', 'Unexpectedly high value: inf>60(upto six significant digits)']],
      'feature { name: "a" float_domain { max: inf } }'
    ],
    [
      'what is no number',
      'feature { name: "a" float_domain { disallow_nan: true disallow_inf: true min: 0 } }',
      [
        ['FLOAT_TYPE_HAS_NAN', 'Float feature has NaN values.'],
        ['FLOAT_TYPE_HAS_INF', 'Float feature has Inf values.']
      ],
      'feature { name: "a" float_domain { min: 0 } }'
    ],
    [
      'what is neither true nor false',
      'feature { name: "a" type: BYTES bool_domain { true_value: "yes" false_value: "no" } }',
      [['BOOL_TYPE_UNEXPECTED_STRING', 'Saw unexpected value "maybe" instead of {"no", "yes"}.']],
      'feature { name: "a" type: BYTES }'
    ],
    [
      'different values',
      'feature { name: "a" unique_constraints { min: 4 max: 1 } }',
      [
        ['FEATURE_TYPE_LOW_UNIQUE', 'Expected at least 4 unique values but found only 2.'],
        ['FEATURE_TYPE_HIGH_UNIQUE', 'Expected no more than 1 unique values but found 2.']
      ],
      'feature { name: "a" unique_constraints { min: 2 max: 2 } }'
    ]
  ])('takes %s', (_, before, reasons, after) => {
    expect(accepted(before, anomaly(...reasons))).toEqual({ text: same(after), left: [] });
  });

  it('takes the examples that there are', () => {
    const dataset = {
      ...anomaly([
        'DATASET_LOW_NUM_EXAMPLES',
        'The dataset has 39 examples, which is fewer than expected.'
      ]),
      name: '',
      path: []
    };
    expect(accepted('dataset_constraints { min_examples_count: 1000 }', dataset).text).toBe(
      same('dataset_constraints { min_examples_count: 39 }')
    );
  });

  it('takes a distance by that which was measured, in the comparator that limits it', () => {
    const far = (type: string, value: number) => ({ type, value, threshold: 0.01 });
    const distances: IDistances = {
      name: 'a',
      path: ['a'],
      drift: [far('L_INFTY', 0.0405797), far('JENSEN_SHANNON_DIVERGENCE', 0.001)],
      skew: [far('JENSEN_SHANNON_DIVERGENCE', 0.5)]
    };
    const drift = 'drift_comparator { infinity_norm { threshold: 0.01 } }';
    expect(
      accepted(
        `feature { name: "a" ${drift} }`,
        anomaly(['COMPARATOR_L_INFTY_HIGH', 'The Linfty distance … is 0.0405797 …']),
        distances
      )
    ).toEqual({
      text: same('feature { name: "a" drift_comparator { infinity_norm { threshold: 0.041 } } }'),
      left: []
    });
    expect(
      accepted(
        `feature { name: "a" ${drift} }`,
        anomaly(['COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH', '']),
        distances
      ).text
    ).toContain('skew_comparator { jensen_shannon_divergence { threshold: 0.5 } }');
  });

  it('leaves what follows from no anomaly', () => {
    const untouched = 'feature { name: "a" type: INT }';
    for (const [type, description] of [
      ['SCHEMA_NEW_COLUMN', 'New column (column in data but not in schema)'],
      ['STATS_NOT_AVAILABLE', ''],
      ['UNEXPECTED_DATA_TYPE', 'Expected data of type: INT but got STRUCT'],
      ['INT_TYPE_BIG_INT', 'In other words than TensorFlow Data Validation has.'],
      ['COMPARATOR_L_INFTY_HIGH', 'No distances are there.']
    ]) {
      expect(accepted(untouched, anomaly([type, description]))).toEqual({
        text: untouched,
        left: [type]
      });
    }
    // A feature that the schema does not have.
    expect(accepted('', anomaly(['SCHEMA_MISSING_COLUMN', ''])).left).toEqual([
      'SCHEMA_MISSING_COLUMN'
    ]);
  });

  it('finds an edit for all of a real file but a new column and a size that changed', async () => {
    const { splits } = await decodeAnomalies(
      new FolderSource('anomalies', 'ExampleAnomalies'),
      new AbortController().signal
    );
    const left = splits.flatMap(({ features, dataset, distances, baseline }) => {
      const schema = baseline && plainSchema(baseline);
      return [...features, ...(dataset ? [dataset] : [])].flatMap(each =>
        schema
          ? acceptance(
              each,
              schema,
              distances.find(({ name }) => name === each.name) ?? null
            ).left.map(({ type }) => type)
          : ['no baseline']
      );
    });
    expect(left).toEqual(['SCHEMA_NEW_COLUMN', 'COMPARATOR_LOW_NUM_EXAMPLES']);
  });
});

describe('unexpectedValues', () => {
  it('reads long, empty and odd ones', () => {
    const start = 'Examples contain values missing from the schema: ';
    const long = 'x'.repeat(10_000);
    expect(unexpectedValues(`${start}${long} (~1%),  (<1%), a\nb (~98%). `)).toEqual([
      long,
      '',
      'a\nb'
    ]);
    expect(unexpectedValues('Something else.')).toEqual([]);
    // Damaged, and as long as a file may be: not a matter of seconds.
    expect(unexpectedValues(start + '(~'.repeat(1_000_000))).toEqual([]);
  });
});
