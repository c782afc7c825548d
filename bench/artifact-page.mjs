/**
 * A page that shows artifacts as a tab of JupyterLab does, on `window.artifact`; their files come from
 * `/files/<path>` of the page's server, in ranges.
 */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';

import { ArtifactBody } from '../src/artifacts/artifact-body.tsx';
import { ArtifactViews } from '../src/artifacts/artifact-views.ts';
import { DocumentSource } from '../src/artifacts/document-source.ts';
import { genericView, standardViews } from '../src/artifacts/standard-views.ts';
import { NOWHERE } from '../src/artifacts/nowhere.ts';

const views = new ArtifactViews(genericView);
for (const entry of standardViews) {
  views.register(entry);
}

/** What the extension asks the Jupyter server for. */
const here = new Map();
const remote = {
  async read(uri, path, range) {
    const bytes = here.get(path);
    if (bytes) {
      return range ? bytes.slice(range.start, range.end) : bytes;
    }
    const headers = range ? { Range: `bytes=${range.start}-${range.end - 1}` } : {};
    const response = await fetch(`/files/${path}`, { headers });
    if (!response.ok) {
      throw new Error(`The server answered ${response.status}.`);
    }
    return new Uint8Array(await response.arrayBuffer());
  },
  async *stream(uri, path) {
    yield await remote.read(uri, path);
  }
};

window.artifact = {
  /** Gets a view's code, so that what is measured begins after that. */
  async warm(type) {
    await views.find(type).load();
  },
  /** Gets whole files, so that what is measured begins with their bytes. */
  async preload(paths) {
    for (const path of paths) {
      here.set(path, await remote.read('', path));
    }
  },
  /** Shows artifacts of one type. */
  show(documents, size = 'full') {
    const main = document.getElementById('main');
    main.className = `jp-TfxArtifact jp-mod-${size}`;
    const root = createRoot(main);
    root.render(
      React.createElement(ArtifactBody, {
        views,
        load: async () => documents.map(one => new DocumentSource(one, remote)),
        size,
        trans: nullTranslator.load('jupyterlab_tfx'),
        host: NOWHERE
      })
    );
    return root;
  }
};
