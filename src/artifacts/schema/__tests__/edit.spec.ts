import { toBinary } from '@bufbuild/protobuf';

import { SchemaSchema } from '../../../proto/generated/schema_pb';
import { parseText } from '../../../proto/text-format';
import { printText } from '../../../proto/text-print';
import { FolderSource } from '../../__tests__/folder-source';
import { decodeSchema } from '../decode';
import { plainSchema } from '../decode-schema';
import type { ISchemaDraft, SchemaEdit } from '../edit';
import { EditError, domainsOf, measuresOf } from '../edit';
import { applyEdit, applyEdits } from '../edit-apply';
import { begin, proceed, redo, undo } from '../edit-history';

const draft = (text: string): ISchemaDraft => parseText(SchemaSchema, text);
const text = ({ message, unknown }: ISchemaDraft) => printText(SchemaSchema, message, unknown);
/** Text on one line. */
const line = (schema: ISchemaDraft) => text(schema).replace(/\s+/g, ' ').trim();
const edited = (before: string, ...edits: SchemaEdit[]) => line(applyEdits(draft(before), edits));
const same = (schema: string) => line(draft(schema));
const path = ['a'];
const own = { kind: 'feature', path } as const;

describe('applyEdit', () => {
  const cases: [string, string, SchemaEdit, string][] = [
    [
      'sets presence',
      'feature { name: "a" }',
      { kind: 'set-presence', path, presence: { minFraction: 0.5, minCount: 1 } },
      'feature { name: "a" presence { min_fraction: 0.5 min_count: 1 } }'
    ],
    [
      'takes presence away',
      'feature { name: "a" presence { min_count: 1 } }',
      { kind: 'set-presence', path, presence: null },
      'feature { name: "a" }'
    ],
    [
      'takes presence away that says nothing any more',
      'feature { name: "a" presence { min_count: 1 } }',
      { kind: 'set-presence', path, presence: { minFraction: null, minCount: null } },
      'feature { name: "a" }'
    ],
    [
      'takes one half of presence away',
      'feature { name: "a" presence { min_count: 1 min_fraction: 1 } }',
      { kind: 'set-presence', path, presence: { minFraction: null, minCount: 1 } },
      'feature { name: "a" presence { min_count: 1 } }'
    ],
    [
      'puts a range in place of a shape',
      'feature { name: "a" shape { dim { size: 1 } } }',
      { kind: 'set-valency', path, valency: { kind: 'range', min: 0, max: 3 } },
      'feature { name: "a" value_count { min: 0 max: 3 } }'
    ],
    [
      'opens a range',
      'feature { name: "a" value_count { min: 1 max: 3 } }',
      { kind: 'set-valency', path, valency: { kind: 'range', min: 1, max: null } },
      'feature { name: "a" value_count { min: 1 } }'
    ],
    [
      'takes a range away',
      'feature { name: "a" value_count { min: 1 max: 3 } }',
      { kind: 'set-valency', path, valency: { kind: 'range', min: null, max: null } },
      'feature { name: "a" }'
    ],
    [
      'sets a shape',
      'feature { name: "a" value_count { min: 1 } }',
      { kind: 'set-valency', path, valency: { kind: 'shape', sizes: [1, 28n] } },
      'feature { name: "a" shape { dim { size: 1 } dim { size: 28 } } }'
    ],
    [
      'changes the type and takes away the domain that does not go with it',
      'feature { name: "a" type: INT int_domain { min: 0 } presence { min_count: 1 } }',
      { kind: 'set-type', path, type: 'FLOAT' },
      'feature { name: "a" type: FLOAT presence { min_count: 1 } }'
    ],
    [
      'changes the type and keeps a domain that goes with both',
      'feature { name: "a" type: INT bool_domain { } }',
      { kind: 'set-type', path, type: 'FLOAT' },
      'feature { name: "a" type: FLOAT bool_domain { } }'
    ],
    [
      'gives a domain of the schema',
      'feature { name: "a" type: BYTES string_domain { value: "x" } } string_domain { name: "d" }',
      { kind: 'set-domain', path, domain: { kind: 'named', name: 'd' } },
      'feature { name: "a" type: BYTES domain: "d" } string_domain { name: "d" }'
    ],
    [
      'gives a range of 64 bits',
      'feature { name: "a" type: INT }',
      { kind: 'set-domain', path, domain: { kind: 'int', min: -(2n ** 63n), max: 2n ** 63n - 1n } },
      'feature { name: "a" type: INT int_domain { min: -9223372036854775808 max: 9223372036854775807 } }'
    ],
    [
      'gives a range of floats',
      'feature { name: "a" type: FLOAT }',
      { kind: 'set-domain', path, domain: { kind: 'float', min: null, max: 0.1 } },
      'feature { name: "a" type: FLOAT float_domain { max: 0.1 } }'
    ],
    [
      'gives values, each once',
      'feature { name: "a" type: BYTES }',
      { kind: 'set-domain', path, domain: { kind: 'string', values: ['x', 'y', 'x'] } },
      'feature { name: "a" type: BYTES string_domain { value: "x" value: "y" } }'
    ],
    [
      'gives words for a bool',
      'feature { name: "a" type: BYTES }',
      { kind: 'set-domain', path, domain: { kind: 'bool', trueValue: 'yes', falseValue: 'no' } },
      'feature { name: "a" type: BYTES bool_domain { true_value: "yes" false_value: "no" } }'
    ],
    ...(['language', 'image', 'mid', 'url'] as const).map(
      (kind): [string, string, SchemaEdit, string] => [
        `marks what is ${kind}`,
        'feature { name: "a" type: BYTES }',
        { kind: 'set-domain', path, domain: { kind } },
        `feature { name: "a" type: BYTES ${kind.replace('language', 'natural_language')}_domain { } }`
      ]
    ),
    [
      'takes a domain away',
      'feature { name: "a" type: INT int_domain { } }',
      { kind: 'set-domain', path, domain: { kind: 'none' } },
      'feature { name: "a" type: INT }'
    ],
    [
      'moves one bound and keeps the rest of the domain',
      'feature { name: "a" int_domain { name: "n" min: 0 max: 5 is_categorical: true } }',
      { kind: 'set-range', place: own, range: { max: 7 } },
      'feature { name: "a" int_domain { name: "n" min: 0 max: 7 is_categorical: true } }'
    ],
    [
      'takes a bound away',
      'feature { name: "a" int_domain { min: 0 max: 5 } }',
      { kind: 'set-range', place: own, range: { min: null } },
      'feature { name: "a" int_domain { max: 5 } }'
    ],
    [
      'forbids NaN and allows infinities',
      'feature { name: "a" float_domain { disallow_inf: true min: 0 } }',
      { kind: 'set-range', place: own, range: { disallowNaN: true, disallowInf: false } },
      'feature { name: "a" float_domain { min: 0 disallow_nan: true } }'
    ],
    [
      'moves a bound of a domain of the schema',
      'float_domain { name: "d" min: 0 } float_domain { name: "e" min: 0 }',
      { kind: 'set-range', place: { kind: 'schema', name: 'e' }, range: { min: -1 } },
      'float_domain { name: "d" min: 0 } float_domain { name: "e" min: -1 }'
    ],
    [
      'adds values to a domain of the schema',
      'string_domain { name: "d" value: "x" is_categorical: CATEGORICAL_YES }',
      { kind: 'add-values', place: { kind: 'schema', name: 'd' }, values: ['y', 'x'] },
      'string_domain { name: "d" value: "x" value: "y" is_categorical: CATEGORICAL_YES }'
    ],
    [
      'removes values of a feature',
      'feature { name: "a" string_domain { value: "x" value: "y" } }',
      { kind: 'remove-values', place: own, values: ['x'] },
      'feature { name: "a" string_domain { value: "y" } }'
    ],
    [
      'sets the share that must be in the domain',
      'feature { name: "a" }',
      { kind: 'set-domain-mass', path, min: 0.9 },
      'feature { name: "a" distribution_constraints { min_domain_mass: 0.9 } }'
    ],
    [
      'limits drift, and keeps the other limits',
      'feature { name: "a" drift_comparator { infinity_norm { threshold: 0.1 } } }',
      { kind: 'set-comparator', path, which: 'drift', measure: 'jensenShannon', threshold: 0.2 },
      'feature { name: "a" drift_comparator { infinity_norm { threshold: 0.1 } jensen_shannon_divergence { threshold: 0.2 } } }'
    ],
    [
      'keeps what a limit is measured on',
      'feature { name: "a" skew_comparator { jensen_shannon_divergence { threshold: 1 source { type: STANDARD } } } }',
      { kind: 'set-comparator', path, which: 'skew', measure: 'jensenShannon', threshold: 0.2 },
      'feature { name: "a" skew_comparator { jensen_shannon_divergence { threshold: 0.2 source { type: STANDARD } } } }'
    ],
    [
      'takes the last limit away with its comparator',
      'feature { name: "a" skew_comparator { normalized_abs_difference { threshold: 1 } } }',
      {
        kind: 'set-comparator',
        path,
        which: 'skew',
        measure: 'normalizedAbsDifference',
        threshold: null
      },
      'feature { name: "a" }'
    ],
    [
      'limits the different values',
      'feature { name: "a" unique_constraints { min: 2 max: 3 } }',
      { kind: 'set-unique', path, unique: { min: 2, max: 9 } },
      'feature { name: "a" unique_constraints { min: 2 max: 9 } }'
    ],
    [
      'sets environments',
      'feature { name: "a" in_environment: "X" }',
      { kind: 'set-environments', path, inEnvironments: [], notInEnvironments: ['SERVING'] },
      'feature { name: "a" not_in_environment: "SERVING" }'
    ],
    [
      'sets the default environments',
      'default_environment: "X"',
      { kind: 'set-default-environments', names: ['TRAINING', 'SERVING'] },
      'default_environment: "TRAINING" default_environment: "SERVING"'
    ],
    [
      'deprecates, without the older mark',
      'feature { name: "a" deprecated: false }',
      { kind: 'set-lifecycle', path, stage: 'DEPRECATED' },
      'feature { name: "a" lifecycle_stage: DEPRECATED }'
    ],
    [
      'brings a feature back that the older mark deprecates',
      'feature { name: "a" deprecated: true }',
      { kind: 'set-lifecycle', path, stage: null },
      'feature { name: "a" }'
    ],
    [
      'removes a feature',
      'feature { name: "b" } feature { name: "a" } feature { name: "c" }',
      { kind: 'remove-feature', path },
      'feature { name: "b" } feature { name: "c" }'
    ],
    [
      'adds a feature',
      'feature { name: "b" }',
      { kind: 'add-feature', name: 'a', type: 'INT' },
      'feature { name: "b" } feature { name: "a" type: INT }'
    ],
    [
      'sets how many examples there must be',
      'dataset_constraints { max_examples_count: 9 num_examples_drift_comparator { min_fraction_threshold: 0.5 } }',
      { kind: 'set-examples', examples: { min: 3, max: null } },
      'dataset_constraints { min_examples_count: 3 num_examples_drift_comparator { min_fraction_threshold: 0.5 } }'
    ],
    [
      'reaches what is nested',
      'feature { name: "s" struct_domain { feature { name: "t" struct_domain { feature { name: "a" } feature { name: "b" } } } } }',
      { kind: 'set-presence', path: ['s', 't', 'b'], presence: { minFraction: 1, minCount: null } },
      'feature { name: "s" struct_domain { feature { name: "t" struct_domain { feature { name: "a" } feature { name: "b" presence { min_fraction: 1 } } } } } }'
    ]
  ];

  it.each(cases)('%s', (_, before, edit, after) => {
    const start = draft(before);
    const was = toBinary(SchemaSchema, start.message);
    const end = applyEdit(start, edit);
    expect(line(end)).toBe(same(after));
    // What was there is as it was, and what is new can be written and read again.
    expect(toBinary(SchemaSchema, start.message)).toEqual(was);
    expect(line(draft(text(end)))).toBe(line(end));
  });

  it('shares what an edit does not touch', () => {
    const before = draft('feature { name: "a" } feature { name: "b" presence { min_count: 1 } }');
    const after = applyEdit(before, { kind: 'set-type', path, type: 'INT' });
    expect(after.message.feature[1]).toBe(before.message.feature[1]);
    expect(after.message.feature[0]).not.toBe(before.message.feature[0]);
    // So that what is made of it need not be made again.
    const [was, is] = [plainSchema(before.message), plainSchema(after.message)];
    expect(is.features[1]).toBe(was.features[1]);
    expect(is.features[0]).not.toBe(was.features[0]);
    expect(is.features[0].type).toBe('INT');
  });

  it('keeps what it does not know, at every depth', () => {
    const odd =
      'new_in_schema: 1 feature { name: "a" new_in_feature: 2 presence { new_in_presence: 3 min_count: 1 } int_domain { new_in_domain: 4 } }';
    expect(
      edited(
        odd,
        { kind: 'set-presence', path, presence: { minFraction: 1, minCount: null } },
        { kind: 'set-range', place: own, range: { min: 0 } },
        { kind: 'set-unique', path, unique: { min: 1, max: null } }
      )
    ).toBe(
      'feature { name: "a" int_domain { min: 0 new_in_domain: 4 } presence { min_fraction: 1.0 new_in_presence: 3 } unique_constraints { min: 1 } new_in_feature: 2 } new_in_schema: 1'
    );
  });

  it('can undo any edit of a schema with everything in it', async () => {
    const { message, unknown, schema } = await decodeSchema(
      new FolderSource('schema-rich', 'Schema'),
      new AbortController().signal
    );
    const before = { message, unknown };
    const written = text(before);
    for (const { path } of schema.features) {
      const after = applyEdits(before, [
        { kind: 'set-type', path, type: 'FLOAT' },
        { kind: 'set-presence', path, presence: null },
        { kind: 'set-domain', path, domain: { kind: 'float', min: 0, max: 1 } },
        { kind: 'set-valency', path, valency: { kind: 'any' } }
      ]);
      expect(text(after)).not.toBe(written);
      expect(text(before)).toBe(written);
    }
  });

  const refused: [string, string, SchemaEdit, RegExp][] = [
    [
      'a feature that is not there',
      'feature { name: "b" }',
      { kind: 'set-type', path, type: 'INT' },
      /no feature “a”/
    ],
    [
      'a feature below one that is no struct',
      'feature { name: "a" }',
      { kind: 'set-type', path: ['a', 'b'], type: 'INT' },
      /no feature “a\.b”/
    ],
    [
      'a fraction above 1',
      'feature { name: "a" }',
      { kind: 'set-presence', path, presence: { minFraction: 1.5, minCount: null } },
      /1\.5 is not between 0 and 1/
    ],
    [
      'a fraction that is none',
      'feature { name: "a" }',
      { kind: 'set-domain-mass', path, min: NaN },
      /not between/
    ],
    [
      'a count below 0',
      'feature { name: "a" }',
      { kind: 'set-valency', path, valency: { kind: 'range', min: -1, max: null } },
      /-1 is not between 0 and/
    ],
    [
      'half a value',
      'feature { name: "a" }',
      { kind: 'set-valency', path, valency: { kind: 'range', min: 0.5, max: null } },
      /not a whole number/
    ],
    [
      'a minimum above the maximum',
      'feature { name: "a" int_domain { max: 3 } }',
      { kind: 'set-range', place: own, range: { min: 4 } },
      /The minimum, 4, is above the maximum, 3/
    ],
    [
      'more than 64 bits',
      'feature { name: "a" int_domain { } }',
      { kind: 'set-range', place: own, range: { max: 2n ** 63n } },
      /9223372036854775808 is not between/
    ],
    [
      'a value twice',
      'feature { name: "a" string_domain { value: "x" } }',
      { kind: 'add-values', place: own, values: ['x'] },
      /already/
    ],
    [
      'values of a domain of numbers',
      'feature { name: "a" int_domain { } }',
      { kind: 'add-values', place: own, values: ['x'] },
      /no list of values/
    ],
    [
      'a range of a domain of strings',
      'string_domain { name: "d" }',
      { kind: 'set-range', place: { kind: 'schema', name: 'd' }, range: { min: 1 } },
      /no range/
    ],
    [
      'a domain that is not there',
      'string_domain { name: "d" }',
      { kind: 'add-values', place: { kind: 'schema', name: 'e' }, values: ['x'] },
      /no domain “e”/
    ],
    [
      'a feature that is there',
      'feature { name: "a" }',
      { kind: 'add-feature', name: 'a', type: 'INT' },
      /already/
    ],
    [
      'a feature without a name',
      '',
      { kind: 'add-feature', name: '', type: 'INT' },
      /needs a name/
    ],
    [
      'removing a part of a sparse feature',
      'feature { name: "a" } sparse_feature { name: "s" index_feature { name: "a" } }',
      { kind: 'remove-feature', path },
      /a part of “s”/
    ],
    [
      'removing a part of a weighted feature',
      'feature { name: "a" } weighted_feature { name: "w" weight_feature { step: "a" } }',
      { kind: 'remove-feature', path },
      /a part of “w”/
    ],
    [
      'one word for true and false',
      'feature { name: "a" }',
      { kind: 'set-domain', path, domain: { kind: 'bool', trueValue: 'x', falseValue: 'x' } },
      /two different words/
    ],
    [
      'a stage that is none',
      'feature { name: "a" }',
      { kind: 'set-lifecycle', path, stage: 'toString' },
      /no lifecycle stage “toString”/
    ]
  ];

  it.each(refused)('refuses %s', (_, before, edit, sentence) => {
    expect(() => applyEdit(draft(before), edit)).toThrow(EditError);
    expect(() => applyEdit(draft(before), edit)).toThrow(sentence);
  });
});

describe('what can be chosen', () => {
  it('has domains and distances for what the type can have', () => {
    expect(domainsOf('INT')).not.toContain('string');
    expect(domainsOf('BYTES')).not.toContain('int');
    expect(domainsOf(null)).toEqual([]);
    expect(measuresOf('INT', false)).toEqual(['jensenShannon']);
    expect(measuresOf('INT', true)).toContain('infinityNorm');
    expect(measuresOf('STRUCT', false)).toEqual([]);
  });
});

describe('history', () => {
  it('goes back and forth, and forgets what was undone when something else is done', () => {
    const three = proceed(proceed(begin(1), 2), 3);
    const back = undo(undo(three));
    expect(back.present).toBe(1);
    expect(undo(back)).toBe(back);
    expect(redo(redo(back))).toEqual(three);
    expect(redo(three)).toBe(three);
    expect(redo(proceed(undo(three), 4)).present).toBe(4);
    expect(undo(proceed(undo(three), 4)).present).toBe(2);
  });

  it('keeps the newest steps', () => {
    let history = begin(0);
    for (let step = 1; step <= 1000; step++) {
      history = proceed(history, step);
    }
    expect(history.past).toHaveLength(500);
    expect(undo(history).present).toBe(999);
  });
});
