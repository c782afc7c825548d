/** Artifacts as JupyterLab shows them, from fixtures/artifacts. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';

import { ArtifactBody } from '../src/artifacts/artifact-body.tsx';
import { ArtifactViews } from '../src/artifacts/artifact-views.ts';
import { DocumentSource } from '../src/artifacts/document-source.ts';
import { genericView, standardViews } from '../src/artifacts/standard-views.ts';

const views = new ArtifactViews(genericView);
standardViews.forEach(entry => views.register(entry));

/** Evaluations that there are predictions of. */
const KEPT = ['two-classes', 'classes', 'regression', 'labels', 'outputs', 'penguins'];

/** A place where everything is offered, and nothing happens but reading. */
const hostOf = json => ({
  open: () => {},
  find: async () => [],
  // As the runs of scripts/fixture_runs.py took them; the baseline's statistics are of the same examples.
  inputs: async uri => {
    const [, pipeline, node] = /^(.*)\/([^/]+)\/[^/]+\/\d+$/.exec(uri) ?? [];
    const address = (input, type, path) => ({
      ...{ input, type, uri: `${pipeline}/${path}`, name: '', id: null }
    });
    const examples = address('examples', 'Examples', 'CsvExampleGen/examples/1');
    const statistics = name => address(name, 'ExampleStatistics', 'StatisticsGen/statistics/2');
    if (node === 'DistributionValidator') {
      return [statistics('statistics'), statistics('baseline_statistics')];
    }
    return node?.startsWith('ExampleValidator')
      ? [statistics('statistics'), address('schema', 'Schema', 'SchemaGen/schema/3')]
      : [examples];
  },
  source: async ({ uri }) => {
    const name = (await json('uris.json'))[uri];
    if (!name) {
      throw new Error(`There is no fixture of ${uri}.`);
    }
    return sourceOf(name, json);
  },
  validate: async () => [],
  // The kernel's part: fixtures/predictions has files of some evaluations, fixtures/what-if of the penguins.
  predictions: ({ uri }) => {
    const file = async path => {
      const response = await fetch(path);
      if (!response.ok) {
        throw new Error(`There is no ${path} in the fixtures.`);
      }
      return response.arrayBuffer();
    };
    const nameOf = async () => (await json('uris.json'))[uri].split('/')[1];
    const load = async () => {
      const name = await nameOf();
      return file(
        name === 'penguins' ? 'what-if/penguins/predictions.arrow' : `predictions/${name}.arrow`
      );
    };
    const model = async () => {
      if ((await json('uris.json'))[uri] !== 'ModelEvaluation/penguins') {
        return { kind: 'kernel', reason: 'There is no model of this in the fixtures.' };
      }
      const [model, weights, inputs] = await Promise.all(
        ['model.json', 'weights.bin', 'inputs.arrow'].map(name => file(`what-if/penguins/${name}`))
      );
      return { kind: 'files', model, weights, inputs };
    };
    // A stand-in for the kernel: of each class, and of any row, it says a third.
    const ask = async (rows, output) =>
      rows.map(() => Array(output === 'probabilities' ? 3 : 1).fill(1 / 3));
    return { isKept: async () => KEPT.includes(await nameOf()), load, model, ask };
  },
  insertCell: () => {},
  saveText: async path => path,
  openTensorBoard: () => {}
});

/**
 * Draws artifacts of one type.
 *
 * @param {HTMLElement} main - Where.
 * @param {string[]} names - Such as `Schema/penguins`.
 * @param {'compact' | 'full'} size
 * @param {(path: string) => Promise<any>} json - Gets JSON of the gallery's folder.
 * @returns {Promise<() => void>} What takes them away again.
 */
export async function showArtifacts(main, names, size, json) {
  const sources = await Promise.all(names.map(name => sourceOf(name, json)));
  const element = document.createElement('div');
  element.className = `jp-TfxArtifact jp-mod-${size}`;
  main.append(element);
  const root = createRoot(element);
  root.render(
    React.createElement(ArtifactBody, {
      views,
      load: async () => sources,
      size,
      trans: nullTranslator.load('jupyterlab_tfx'),
      host: hostOf(json)
    })
  );
  return () => root.unmount();
}

async function sourceOf(name, json) {
  return new DocumentSource(await json(`artifacts/${name}.document.json`), filesOf(name));
}

/** What JupyterLab asks its server for. */
function filesOf(name) {
  return {
    async read(_uri, path, range) {
      const response = await fetch(`artifacts/${name}/${path}`);
      if (!response.ok) {
        throw new Error(`${path} is not there (${response.status}).`);
      }
      return new Uint8Array(await response.arrayBuffer()).slice(range?.start, range?.end);
    },
    async *stream(uri, path) {
      yield await this.read(uri, path);
    }
  };
}
