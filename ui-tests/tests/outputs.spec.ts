/** Artifacts in the outputs of a notebook: every type, once with a kernel and once as it was saved; and hostile ones. */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';

import { CommandIDs } from '../../src/commands';
import { expect, kernelIsIdle, rootFolder, test } from './fixtures';
import { reload } from './panel';
import { execute } from './pipeline';

const fixtures = resolve(__dirname, '../../fixtures/artifacts');

/** An artifact of the fixtures. */
interface ICase {
  readonly name: string;
  /** What its document says of its own files. */
  readonly problem: string | null;
}

/** One of each type: the gallery's test draws them all. */
const cases = new Map<string, ICase>(
  readdirSync(fixtures)
    .filter(type => !type.includes('.'))
    .map(type => [type, caseOf(type)])
);

function caseOf(type: string): ICase {
  const [file] = readdirSync(join(fixtures, type))
    .filter(name => name.endsWith('.document.json'))
    .sort();
  const document = JSON.parse(readFileSync(join(fixtures, type, file), 'utf8')) as ICase;
  return { name: file.replace('.document.json', ''), problem: document.problem };
}

/** What the notebook begins with: `show` makes an artifact as TFX has it, and shows it. */
const SETUP = `
import json, os
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext
from tfx.types import Artifact, standard_artifacts
from tfx.types.channel_utils import as_channel
%load_ext jupyterlab_tfx
context = InteractiveContext('outputs', os.path.abspath('runs'))
def make(kind, uri, properties=()):
    kinds = vars(standard_artifacts)
    made = kinds[kind]() if kind in kinds else type(kind, (Artifact,), {'TYPE_NAME': kind})()
    made.uri = uri
    for name, value in dict(properties).items():
        if name in (made.PROPERTIES or {}):
            setattr(made, name, value)
        elif isinstance(value, int):
            made.set_int_custom_property(name, value)
        elif isinstance(value, str) and name not in ('name', 'state', 'producer_component'):
            made.set_string_custom_property(name, value)
    return made
def show(kind, name):
    uri = os.path.abspath(f'artifacts/{kind}/{name}')
    document = json.load(open(uri + '.document.json'))
    value = os.path.join(uri, 'value')
    properties = {**document['properties'], **document['customProperties']}
    made = make(kind, value if os.path.isfile(value) else uri, properties)
    context.show(as_channel([made]))
`;

/** Writes a notebook into the test's folder, opens it, and runs its first cell: to import TFX takes a minute. */
async function openNotebook(
  page: IJupyterLabPageFixture,
  folder: string,
  sources: readonly string[]
): Promise<string> {
  const path = `${folder}/outputs.ipynb`;
  const cells = sources.map((source, index) => ({
    ...{ cell_type: 'code', id: `cell-${index}`, metadata: {}, source },
    ...{ execution_count: null, outputs: [] }
  }));
  const kernelspec = { name: 'python3', display_name: 'Python 3', language: 'python' };
  writeFileSync(
    join(rootFolder, path),
    JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 })
  );
  await page.notebook.openByPath(path);
  await page.notebook.activate(path);
  await kernelIsIdle(page);
  return path;
}

/** Runs a cell to its end, and gives back where it is. */
async function runCell(page: IJupyterLabPageFixture, index: number): Promise<Locator> {
  const cell = await goTo(page, index);
  await execute<void>(page, 'notebook:run-cell');
  await expect(cell.locator('.jp-InputPrompt').first()).toHaveText(/\[\d+\]/, { timeout: 240_000 });
  await expect(cell.locator('[data-mime-type="application/vnd.jupyter.error"]')).toHaveCount(0);
  return cell;
}

/** Makes a cell the active one, in sight, and gives back where it is. */
async function goTo(page: IJupyterLabPageFixture, index: number): Promise<Locator> {
  await page.evaluate(async at => {
    const { content } = window.jupyterapp.shell.currentWidget as unknown as {
      content: { activeCellIndex: number; scrollToItem(index: number): Promise<void> };
    };
    content.activeCellIndex = at;
    await content.scrollToItem(at);
  }, index);
  return page.locator(`.jp-Notebook:visible .jp-Cell[data-windowed-list-index="${index}"]`);
}

/** Waits until the artifact of a type is drawn in a cell, with no problem but one of its own. */
async function drawn(cell: Locator, type: string): Promise<void> {
  const output = cell.locator('.jp-TfxArtifactOutput');
  await output.scrollIntoViewIfNeeded();
  await expect(output.locator('.jp-TfxArtifact-views, [role="alert"]').first()).toBeVisible();
  const problems = await output.locator('[role="alert"] > p').allTextContents();
  expect(problems.filter(each => each !== cases.get(type)?.problem)).toEqual([]);
}

test('context.show draws every type, and the saved notebook does with no kernel', async ({
  page,
  tmpPath
}) => {
  test.setTimeout(600_000);
  const folder = join(rootFolder, tmpPath, 'artifacts');
  cpSync(fixtures, folder, { recursive: true });
  for (const [type, { name }] of cases) {
    // Git keeps no empty folder.
    mkdirSync(join(folder, type, name), { recursive: true });
  }
  const types = [...cases.keys()];
  const sources = [SETUP, ...[...cases].map(([type, { name }]) => `show('${type}', '${name}')`)];
  const path = await openNotebook(page, tmpPath, sources);
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  await runCell(page, 0);
  for (const [index, type] of types.entries()) {
    await test.step(type, async () => drawn(await runCell(page, index + 1), type));
  }

  await page.notebook.save();
  await page.evaluate(async () => {
    const { sessionContext } = window.jupyterapp.shell.currentWidget as unknown as {
      sessionContext: { shutdown(): Promise<void> };
    };
    await sessionContext.shutdown();
  });
  await reload(page);
  await page.notebook.activate(path);
  for (const [index, type] of types.entries()) {
    await test.step(`${type}, as it was saved`, async () => {
      await drawn(await goTo(page, index + 1), type);
    });
  }
  expect(faults).toEqual([]);
});

/** Names, values, paths and texts that would do something, were they no text. */
const HOSTILE = String.raw`
import tensorflow as tf
from google.protobuf import text_format
from tensorflow_metadata.proto.v0 import anomalies_pb2, schema_pb2, statistics_pb2
script = '<script>window.tfxRan = true</script>'
hostile = [
    script,
    '"><img src=x onerror="window.tfxRan = true">',
    '</td></table><iframe src="javascript:parent.tfxRan = true"></iframe>',
    '<svg onload="window.tfxRan = true">',
    '\u202egpj.exe\u202c',
    'a\0b',
    'long ' * 2000,
]
folder = os.path.abspath('hostile <img src=x onerror=window.tfxRan=true>')
def write(kind, path, message):
    path = os.path.join(folder, kind, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(message if isinstance(message, bytes) else message.SerializeToString())
statistics = statistics_pb2.DatasetFeatureStatisticsList()
dataset = statistics.datasets.add(name=script, num_examples=9)
schema, anomalies = schema_pb2.Schema(), anomalies_pb2.Anomalies()
values = {}
for each in hostile:
    feature = dataset.features.add(type='STRING')
    feature.path.step.append(each)
    feature.string_stats.common_stats.num_non_missing = 9
    feature.string_stats.unique = 2
    feature.string_stats.top_values.add(value=each, frequency=5)
    feature.string_stats.rank_histogram.buckets.add(low_rank=0, high_rank=0, label=each, sample_count=5)
    schema.feature.add(name=each, type='BYTES').string_domain.value.append(each)
    schema.feature[-1].annotation.comment.append(each)
    info = anomalies.anomaly_info[each]
    info.path.step.append(each)
    info.severity = anomalies_pb2.AnomalyInfo.ERROR
    info.short_description, info.description = each, each
    info.reason.add(short_description=each, description=each)
    values[each] = tf.train.Feature(bytes_list=tf.train.BytesList(value=[each.encode()]))
write('ExampleStatistics', 'FeatureStats.pb', statistics)
write('Schema', 'schema.pbtxt', text_format.MessageToString(schema).encode())
write('ExampleAnomalies', 'SchemaDiff.pb', anomalies)
name = 'Split-<img src=x onerror=window.tfxRan=true>'
os.makedirs(os.path.join(folder, 'Examples', name))
with tf.io.TFRecordWriter(os.path.join(folder, 'Examples', name, 'data_tfrecord-00000-of-00001')) as file:
    for _ in range(3):
        file.write(tf.train.Example(features=tf.train.Features(feature=values)).SerializeToString())
write('String', 'value', ' '.join(hostile).encode())
write('JsonValue', 'value', json.dumps({each: each for each in hostile}).encode())
write('Hostile', '<img src=x onerror=window.tfxRan=true>.txt', script.encode())
properties = {f'{each}'[:200]: each for each in hostile if '\0' not in each}
`;

const hostileTypes = [
  ...['ExampleStatistics', 'Schema', 'ExampleAnomalies', 'Examples', 'String', 'JsonValue'],
  'Hostile'
];

test('What a file says stays text, whatever it is', async ({ page, tmpPath }) => {
  test.setTimeout(300_000);
  const shows = hostileTypes.map(
    kind => `display(make('${kind}', os.path.join(folder, '${kind}'), properties))`
  );
  await openNotebook(page, tmpPath, [SETUP, HOSTILE, ...shows]);
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  page.on('dialog', dialog => faults.push(dialog.message()));
  await runCell(page, 0);
  await runCell(page, 1);
  const folder = join(rootFolder, tmpPath, 'hostile <img src=x onerror=window.tfxRan=true>');
  for (const [index, type] of hostileTypes.entries()) {
    await test.step(`${type}, in a cell`, async () => {
      const cell = await runCell(page, index + 2);
      await asText(page, cell.locator('.jp-TfxArtifactOutput'));
    });
  }
  for (const type of hostileTypes) {
    await test.step(`${type}, in a tab`, async () => {
      expect(existsSync(join(folder, type))).toBe(true);
      const artifact = { uri: join(folder, type), type, name: '<b>name</b>', id: null };
      await execute<void>(page, CommandIDs.openArtifact, { artifacts: [artifact] });
      const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact');
      await asText(page, tab);
      const row = tab.locator('[role="row"][aria-rowindex="2"], tbody tr').first();
      if (await row.isVisible()) {
        await row.click();
        await asText(page, tab);
      }
      await execute<void>(page, 'application:close');
    });
  }
  expect(faults).toEqual([]);
});

/** Waits until a view shows a script as text; nothing of it may have become an element, or have run. */
async function asText(page: IJupyterLabPageFixture, place: Locator): Promise<void> {
  await expect(place.locator('.jp-TfxArtifact-views').first()).toBeVisible();
  await expect(place).toContainText('<script>window.tfxRan = true</script>');
  await expect(place.locator('img, iframe, script, [onload], [onerror]')).toHaveCount(0);
  expect(await page.evaluate(() => 'tfxRan' in window)).toBe(false);
}
