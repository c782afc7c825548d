/** The view on real schemas: what is listed, edited, validated, saved and compared. */
import { create, toBinary } from '@bufbuild/protobuf';
import { nullTranslator } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';
import * as React from 'react';
import type { Root } from 'react-dom/client';

import { useStage } from '../../__tests__/stage';

import {
  AnomaliesSchema,
  AnomalyInfoSchema,
  AnomalyInfo_ReasonSchema,
  AnomalyInfo_Severity,
  AnomalyInfo_Type
} from '../../../proto/generated/anomalies_pb';
import { FolderSource } from '../../__tests__/folder-source';
import type { IArtifactHost, IOpening, ISplitAnomalies, ViewSize } from '../../artifact-view';
import { decodeSchema } from '../decode';
import { importCell } from '../save-schema';
import { SchemaView } from '../view';
import { NOWHERE } from '../../nowhere';

const trans = nullTranslator.load('jupyterlab_tfx');
const { signal } = new AbortController();

let root: Root;
let node: HTMLElement;

useStage(stage => ({ root, node } = stage));

/** A schema of a folder, or a text. */
function sourceOf(schema: string): FolderSource {
  const files = schema.includes('{')
    ? new Map([['schema.pbtxt', new TextEncoder().encode(schema)]])
    : undefined;
  return new FolderSource(files ? 'text' : schema, 'Schema', files);
}

async function show(
  schemas: readonly string[],
  host: Partial<IArtifactHost> = {},
  size: ViewSize = 'full',
  opening?: IOpening
): Promise<void> {
  const items = await Promise.all(
    schemas.map(async (schema, index) => {
      const source = sourceOf(schema);
      return { label: `run ${index}`, source, data: await decodeSchema(source, signal) };
    })
  );
  await React.act(async () => {
    root.render(<SchemaView {...{ items, size, trans, opening }} host={{ ...NOWHERE, ...host }} />);
  });
}

const text = (selector: string) =>
  (node.querySelector(selector)?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
const changes = () =>
  [...node.querySelectorAll('.jp-TfxSchema-changes li')].map(item =>
    [...item.childNodes]
      .map(child => child.textContent?.trim() ?? '')
      .filter(part => part !== '')
      .join(' | ')
      .replace(/[\u2068\u2069]/g, '')
  );
const rows = () => [...node.querySelectorAll('.jp-TfxTable-row')];

function found<E extends Element>(elements: Iterable<E>, what: string): E {
  for (const element of elements) {
    if (
      element.getAttribute('aria-label') === what ||
      element.textContent?.replace(/[\u2068\u2069]/g, '') === what
    ) {
      return element;
    }
  }
  throw new Error(`“${what}” is not there.`);
}

async function press(what: string): Promise<void> {
  await React.act(async () => found(node.querySelectorAll('button'), what).click());
}

async function choose(feature: string): Promise<void> {
  const names = [...node.querySelectorAll<HTMLElement>('.jp-TfxSchema-name')];
  await React.act(async () => names.find(({ title }) => title === feature)?.click());
  expect(text('.jp-TfxSchema-page h4')).toBe(feature);
}

/** What a person does with a field: writes, and presses Enter. */
async function write(label: string, value: string): Promise<void> {
  const field = found(node.querySelectorAll('input'), label);
  await React.act(async () => set(field, value, 'input'));
  await React.act(async () => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
}

async function select(label: string, value: string): Promise<void> {
  await React.act(async () => set(found(node.querySelectorAll('select'), label), value, 'change'));
}

function set(field: HTMLInputElement | HTMLSelectElement, value: string, event: string): void {
  const { set: setter } =
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value') ?? {};
  setter?.call(field, value);
  field.dispatchEvent(new Event(event, { bubbles: true }));
}

describe('one schema', () => {
  it('lists features, nested ones too, with columns for what is there', async () => {
    await show(['schema-rich']);
    expect(rows()).toHaveLength(20);
    expect(rows()[0].textContent?.replace(/[\u2068\u2069]/g, '')).toContain(
      'speciesBYTESall examplesshape [batch: 1]“species”: 3 values: “Adelie”, “Chinstrap”, “Gentoo”'
    );
    const headers = [...node.querySelectorAll('[role=columnheader]')].map(each => each.textContent);
    expect(headers).toEqual(expect.arrayContaining(['Environments', 'Drift', 'Skew', 'Notes']));
    // A plain one has no such columns.
    await show(['schema']);
    expect(text('.jp-TfxTable-header')).toBe('FeatureTypePresenceValuesDomain');
  });

  it('finds, and shows the lines of the file', async () => {
    await show(['schema-rich']);
    await React.act(async () =>
      set(found(node.querySelectorAll('input'), 'Find features and values'), 'gentoo', 'input')
    );
    expect(rows()).toHaveLength(1);
    await choose('species');
    expect(text('.jp-TfxSchema-page pre')).toContain('domain: "species"\npresence {');
    expect([...node.querySelectorAll('.jp-TfxSchema-values li')].map(li => li.textContent)).toEqual(
      ['Adelie', 'Chinstrap', 'Gentoo']
    );
    await press('4 domains');
    expect(rows().map(row => row.querySelector('[role=rowheader]')?.textContent)).toEqual([
      'species',
      'empty',
      'shared_int',
      'shared_float'
    ]);
    await press('Dataset');
    expect(text('.jp-TfxSchema-dataset')).toContain('10 to 1000000');
    await press('File');
    expect(text('.jp-TfxSchema-file')).toContain('sparse_feature {\n  name: "sparse"');
  });

  it('shows text as text', async () => {
    const odd =
      'feature { name: "<img src=x onerror=alert(1)>\\u202e" type: BYTES string_domain { value: "<b>" value: "" } }';
    await show([odd]);
    await choose('<img src=x onerror=alert(1)>\u202e');
    expect(node.querySelector('img, b')).toBeNull();
    expect([...node.querySelectorAll('.jp-TfxSchema-values li')].map(li => li.textContent)).toEqual(
      ['<b>', '(empty)']
    );
  });

  it('tells of an empty one, and of fields that it does not know', async () => {
    await show(['new_field: 1 feature { }']);
    expect(node.textContent).toContain('1 field is not known here.');
    await show(['annotation { }'], {}, 'compact');
    expect(node.textContent).toContain('The schema has no features.');
    // There is no room to edit in.
    expect(node.textContent).not.toContain('Edit');
  });
});

describe('editing', () => {
  it('changes what is written, tells how, and takes it back', async () => {
    await show(['schema']);
    await press('Edit');
    expect(text('.jp-TfxSchema-curate')).toContain('None yet.');
    await choose('bill_length_mm');
    await write('Share of the examples that must have it, from 0 to 1', '0.5');
    await select('Domain', 'float');
    await write('Maximum', '60.1');
    await select('Lifecycle', 'DEPRECATED');
    expect(changes()).toEqual([
      '± Feature changed: | bill_length_mm | Presence: at least 50 % of examples, at least 1 example; it was at least 1 example. | Lifecycle: deprecated; nothing was set. | Domain: at most 60.1; nothing was set.'
    ]);
    expect(text('.jp-TfxSchema-page pre')).toContain('max: 60.1');
    await press('Undo');
    await press('Undo');
    expect(text('.jp-TfxSchema-page pre')).not.toContain('max: 60.1');
    await press('Redo');
    expect(text('.jp-TfxSchema-page pre')).toContain('max: 60.1');
    await press('Undo');
    await press('Undo');
    await press('Undo');
    expect(changes()).toEqual([]);
    expect(found(node.querySelectorAll('button'), 'Undo').disabled).toBe(true);
  });

  it('says why something cannot be, and changes nothing', async () => {
    await show(['schema']);
    await press('Edit');
    await choose('bill_length_mm');
    for (const [value, sentence] of [
      ['1.5', '1.5 is not between 0 and 1.'],
      ['much', 'This must be a number, or empty.']
    ]) {
      await write('Share of the examples that must have it, from 0 to 1', value);
      expect(text('[role=alert]')).toBe(sentence);
    }
    expect(changes()).toEqual([]);
    await write('Share of the examples that must have it, from 0 to 1', '');
    expect(node.querySelector('[role=alert]')).toBeNull();
  });

  it('offers only what goes with the type', async () => {
    await show(['schema']);
    await press('Edit');
    await choose('year');
    const domains = () =>
      [...found(node.querySelectorAll('select'), 'Domain').options].map(({ value }) => value);
    expect(domains()).toEqual(['none', 'int', 'bool', 'language']);
    await select('Type', 'BYTES');
    expect(domains()).toEqual(expect.arrayContaining(['named:species', 'string', 'url']));
    expect(domains()).not.toContain('int');
  });

  it('adds and removes values of a domain, features, and environments', async () => {
    await show(['schema']);
    await press('Edit');
    await choose('island');
    await write('Find or add a value', 'Anvers');
    await press('Remove Biscoe');
    await press('Remove Feature');
    await press('Dataset');
    await write('Find or add an environment', 'SERVING');
    await write('Examples, at least', '100');
    await write('Name of the new feature', 'wingspan');
    expect(changes()).toEqual([
      '+ Feature added: | wingspan | BYTES',
      '− Feature removed: | island | BYTES; all examples; 1 value (fixed shape); “island”: 3 values: “Biscoe”, “Dream”, “Torgersen”',
      '± Domain changed: | island | 1 new value: “Anvers”. | 1 value gone: “Biscoe”.',
      '± Dataset: | Default environments: “SERVING”; nothing was set. | Number of examples: at least 100; nothing was set.'
    ]);
  });

  it('begins with the edits that it was opened with, which can be undone', async () => {
    const edited = { text: 'feature { name: "species" type: BYTES }', statistics: '/statistics/1' };
    const validate = jest.fn(async () => []);
    await show(['feature { name: "species" type: INT }'], { validate }, 'full', { edited });
    expect(changes()).toEqual([expect.stringContaining('species')]);
    expect(text('.jp-TfxSchema-page h4')).toBe('species');
    expect(validate).toHaveBeenLastCalledWith(
      expect.objectContaining({
        statistics: '/statistics/1',
        schema: expect.stringContaining('type: BYTES')
      })
    );
    await press('Undo');
    expect(changes()).toEqual([]);
    await press('Redo');
    expect(changes()).toHaveLength(1);
    await show(['feature { name: "tag" type: INT }'], {}, 'full', {
      edited: { text: 'feature {\n name: <b>', statistics: null }
    });
    expect(text('[role=alert]')).toContain('The edits could not be read, and are not made: ');
    expect(changes()).toEqual([]);
  });

  it('saves the edited text, and puts in the cell that imports it', async () => {
    const saveText = jest.fn(async () => 'mine/schema.pbtxt');
    const insertCell = jest.fn();
    await show(['feature { name: "a" type: INT unknown_here: 1 }'], { saveText, insertCell });
    await press('Edit');
    await choose('a');
    await write('Number of examples that must have it', '3');
    await press('Save As…');
    expect(saveText).toHaveBeenCalledWith(
      'schema.pbtxt',
      'feature {\n  name: "a"\n  type: INT\n  presence {\n    min_count: 3\n  }\n  unknown_here: 1\n}\n'
    );
    const [[source, madeBy]] = insertCell.mock.calls as [[(variable: string) => string, string]];
    expect(source('infer_schema')).toBe(importCell('mine/schema.pbtxt', 'infer_schema'));
    expect(madeBy).toMatch(/^\/.*text/);
    expect(text('.jp-TfxSchema-curate')).toContain('Saved as mine/schema.pbtxt.');
    await show(['schema'], { saveText: () => Promise.reject(new Error('The disk is full.')) });
    await press('Edit');
    await press('Save As…');
    expect(text('.jp-TfxSchema-curate')).toContain('The disk is full.');
  });
});

describe('validation', () => {
  /** One anomaly where the schema does not have Gentoo, another one always. */
  const validate: NonNullable<IArtifactHost['validate']> = async question => {
    const { statistics, schema, environment } = question;
    if (statistics === '/gone') {
      throw new Error('/gone has no statistics any more.');
    }
    const anomaly = (description: string) =>
      create(AnomalyInfoSchema, {
        severity: AnomalyInfo_Severity.ERROR,
        reason: [
          create(AnomalyInfo_ReasonSchema, {
            type: AnomalyInfo_Type.ENUM_TYPE_UNEXPECTED_STRING_VALUES,
            description
          })
        ]
      });
    const anomalyInfo = {
      sex: anomaly(`in ${environment ?? 'no environment'}`),
      ...(schema.includes('"Gentoo"') ? {} : { species: anomaly('Gentoo is missing') })
    };
    return [
      {
        split: 'train',
        anomalies: toBinary(AnomaliesSchema, create(AnomaliesSchema, { anomalyInfo }))
      }
    ];
  };
  const findings = (kind: string) =>
    [...node.querySelectorAll(`[data-tfx-findings=${kind}] li`)].map(li =>
      li.lastChild?.textContent?.trim()
    );

  it('is done again after each edit, and tells what appears and vanishes', async () => {
    const find = jest.fn(async (type: string) => [
      { uri: '/Transform/pre_transform_stats/9', type, name: '', id: 9 },
      { uri: '/StatisticsGen/statistics/2', type, name: '', id: 2 }
    ]);
    await show(['schema'], { find, validate });
    await press('Edit');
    expect(find).toHaveBeenCalledWith('ExampleStatistics');
    expect(found(node.querySelectorAll('input'), 'URI of the statistics').value).toBe(
      '/StatisticsGen/statistics/2'
    );
    await press('Validate');
    expect(findings('stayed')).toEqual(['in no environment']);
    await choose('species');
    await press('Remove Gentoo');
    expect(findings('appeared')).toEqual(['Gentoo is missing']);
    expect(rows()[0].querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
      'Error: Gentoo is missing'
    );
    await press('Undo');
    expect(findings('appeared')).toEqual([]);
  });

  it('tells what vanishes', async () => {
    await show(['feature { name: "species" type: BYTES string_domain { value: "Adelie" } }'], {
      validate
    });
    await press('Edit');
    await React.act(async () =>
      set(found(node.querySelectorAll('input'), 'URI of the statistics'), '/2', 'input')
    );
    await press('Validate');
    expect(findings('stayed')).toHaveLength(2);
    await choose('species');
    await write('Find or add a value', 'Gentoo');
    expect(findings('vanished')).toEqual(['Gentoo is missing']);
    expect(findings('stayed')).toEqual(['in no environment']);
  });

  it('says why it cannot be done, and goes on', async () => {
    await show(['schema'], { validate });
    await press('Edit');
    const uri = async (value: string) =>
      React.act(async () =>
        set(found(node.querySelectorAll('input'), 'URI of the statistics'), value, 'input')
      );
    await uri('/gone');
    await press('Validate');
    expect(text('.jp-TfxSchema-validation [role=alert]')).toBe('/gone has no statistics any more.');
    await uri('/2');
    await press('Validate');
    expect(node.querySelector('.jp-TfxSchema-validation [role=alert]')).toBeNull();
    expect(findings('stayed')).toHaveLength(1);
  });

  it('measures drift and skew from what was chosen, and says what is not looked at', async () => {
    const asked = jest.fn(validate);
    await show(['schema'], { validate: asked });
    await press('Edit');
    const write = async (label: string, value: string) =>
      React.act(async () => set(found(node.querySelectorAll('input'), label), value, 'input'));
    await write('URI of the statistics', '/2');
    await press('Validate');
    expect(asked).toHaveBeenLastCalledWith(
      expect.objectContaining({ statistics: '/2', previous: null, serving: null })
    );
    expect(text('.jp-TfxSchema-validation')).toContain('Drift and skew are not looked at');
    await write('URI of the statistics of the data before, for drift', '/1');
    await press('Validate');
    expect(text('.jp-TfxSchema-validation')).toContain('Skew is not looked at');
    await write('URI of the statistics of the data that is served, for skew', '/3');
    await press('Validate');
    expect(asked).toHaveBeenLastCalledWith(
      expect.objectContaining({ statistics: '/2', previous: '/1', serving: '/3' })
    );
    expect(text('.jp-TfxSchema-validation')).not.toContain('not looked at');
  });

  it('forgets an answer that an edit has overtaken', async () => {
    const slow: PromiseDelegate<readonly ISplitAnomalies[]>[] = [];
    await show(['schema'], {
      validate: question => {
        if (question.schema.includes('"Anvers"')) {
          slow.push(new PromiseDelegate());
          return slow[slow.length - 1].promise;
        }
        return validate(question);
      }
    });
    await press('Edit');
    await React.act(async () =>
      set(found(node.querySelectorAll('input'), 'URI of the statistics'), '/2', 'input')
    );
    await press('Validate');
    await choose('island');
    await write('Find or add a value', 'Anvers');
    expect(text('.jp-TfxSchema-validation')).toContain('Validating…');
    await press('Undo');
    await React.act(async () => slow[0].resolve([{ split: 'late', anomalies: new Uint8Array(0) }]));
    expect(text('.jp-TfxSchema-validation')).not.toContain('late');
    expect(text('.jp-TfxSchema-validation')).not.toContain('Validating…');
    expect(findings('stayed')).toHaveLength(1);
  });
});

describe('several schemas', () => {
  it('compares each with the first', async () => {
    await show(['schema', 'schema', 'feature { name: "year" type: FLOAT }']);
    expect([...node.querySelectorAll('h4')].map(each => each.textContent)).toEqual([
      'From run 0 to run 1',
      'From run 0 to run 2 10 removed, 1 changed'
    ]);
    expect(node.textContent).toContain('Both schemas say the same.');
    expect(changes()[0]).toContain('± Feature changed: | year | Type: FLOAT; it was INT.');
    await React.act(async () =>
      set(found(node.querySelectorAll('input'), 'Find changes'), 'sex', 'input')
    );
    expect(changes().map(change => change.split(' | ')[1])).toEqual(['sex', 'sex']);
  });
});
