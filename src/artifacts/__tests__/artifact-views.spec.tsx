/** The registry, and the place of a view: what is shown while it reads, and where it fails. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import type { ArtifactDocument } from '../../protocol';
import { ArtifactBody } from '../artifact-body';
import type { IArtifactHost, IArtifactViewEntry } from '../artifact-view';
import { ArtifactViews } from '../artifact-views';
import { DocumentSource } from '../document-source';
import { artifactView } from '../make-view';
import { genericView, standardViews } from '../standard-views';
import { NOWHERE as host } from '../nowhere';

const trans = nullTranslator.load('jupyterlab_tfx');

function document(type: string, uri: string, text = 'hello'): ArtifactDocument {
  return {
    version: 1,
    id: null,
    type,
    uri,
    name: '',
    state: 'published',
    splits: [],
    properties: { '<img src=x>': '<b>bold</b>' },
    customProperties: {},
    files: [{ path: 'text.txt', size: text.length, encoding: 'base64', data: btoa(text) }],
    fileCount: 1,
    truncated: false,
    problem: null
  };
}

const words = artifactView<string>({
  decode: async source => new TextDecoder().decode(await source.read('text.txt')),
  View: ({ items }) => <p className="words">{items.map(item => item.data).join(' | ')}</p>,
  compares: true
});

function entry(types: readonly string[], load = async () => words): IArtifactViewEntry {
  return { types, label: () => `View of ${types.join()}`, load };
}

describe('the registry', () => {
  it('finds a type, the last one registered first, until that is taken away', () => {
    const views = new ArtifactViews(genericView);
    expect([views.find('A'), views.has('A')]).toEqual([genericView, false]);
    const ours = entry(['A', 'B']);
    const theirs = entry(['A']);
    views.register(ours);
    const registered = views.register(theirs);
    expect([views.find('A'), views.find('B'), views.has('B')]).toEqual([theirs, ours, true]);
    registered.dispose();
    registered.dispose();
    expect(views.find('A')).toBe(ours);
  });

  it('has one view per type of ours, and each of them loads', async () => {
    const types = standardViews.flatMap(view => view.types);
    expect(new Set(types).size).toBe(types.length);
    for (const view of standardViews) {
      expect(view.label(trans)).not.toBe('');
      expect(typeof (await view.load()).prepare).toBe('function');
    }
  });
});

describe('the place of a view', () => {
  let root: Root;
  let node: HTMLElement;

  beforeEach(() => {
    (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
    node = window.document.createElement('div');
    root = createRoot(node);
  });

  afterEach(() => {
    React.act(() => root.unmount());
  });

  async function show(
    views: ArtifactViews,
    documents: readonly ArtifactDocument[],
    place: IArtifactHost = host
  ): Promise<void> {
    const load = async () => documents.map(each => new DocumentSource(each, null));
    await React.act(async () => {
      root.render(<ArtifactBody {...{ views, load, size: 'compact', trans, host: place }} />);
      await new Promise(resume => setTimeout(resume, 20));
    });
  }

  it('draws what was read, several at once where the view can', async () => {
    const views = new ArtifactViews(genericView);
    views.register(entry(['A']));
    await show(views, [document('A', '/a', 'one'), document('A', '/b', 'two')]);
    expect(node.querySelector('.words')?.textContent).toBe('one | two');
    expect(node.querySelector('h3')?.textContent).toBe('View of A');
  });

  it('shows those of several that can be read, and says why not of the others', async () => {
    const views = new ArtifactViews(genericView);
    views.register(
      entry(['A'], async () =>
        artifactView<string>({
          decode: async source => {
            if (source.document.uri === '/gone') {
              throw new Error('The files were removed.');
            }
            return source.document.uri;
          },
          View: ({ items }) => <p className="words">{items.map(item => item.data).join(' | ')}</p>,
          compares: true
        })
      )
    );
    await show(views, [document('A', '/a'), document('A', '/gone'), document('A', '/b')]);
    expect(node.querySelector('.words')?.textContent).toBe('/a | /b');
    const problems = [...node.querySelectorAll('.jp-TfxArtifact-problem')];
    expect(problems.map(({ textContent }) => textContent)).toEqual([
      '/gone: The files were removed.'
    ]);
    await show(views, [document('A', '/gone'), document('A', '/gone')]);
    expect(node.querySelector('[role="alert"]')?.textContent).toContain('The files were removed.');
  });

  it('opens what it shows in a tab', async () => {
    const open = jest.fn();
    await show(new ArtifactViews(genericView), [document('A', '/a')], { ...host, open });
    React.act(() => node.querySelector('button')!.click());
    expect(open).toHaveBeenCalledWith([{ uri: '/a', type: 'A', name: '', id: null }]);
  });

  it('shows a type that nobody registered, as text', async () => {
    await show(new ArtifactViews(genericView), [document('Odd', '/a', '{"a":1}')]);
    expect(node.querySelector('h3')?.textContent).toBe('Odd');
    expect(node.querySelector('pre')?.textContent).toBe('{\n  "a": 1\n}');
    expect(node.textContent).toContain('<b>bold</b>');
    expect(node.querySelector('b, img')).toBeNull();
  });

  it('says why it cannot be read, and tries again', async () => {
    let fails = true;
    const views = new ArtifactViews(genericView);
    views.register(
      entry(['A'], async () =>
        artifactView<string>({
          decode: async () => {
            if (fails) {
              throw new Error('The file is gone. Run it again.');
            }
            return 'there';
          },
          View: ({ items }) => <p className="words">{items[0].data}</p>
        })
      )
    );
    await show(views, [{ ...document('A', '/a'), problem: 'The folder is empty.' }]);
    const alert = node.querySelector('[role="alert"]');
    expect(alert?.textContent).toContain('The file is gone. Run it again.');
    expect(node.querySelector('h3')?.textContent).toBe('View of A');
    expect(node.querySelectorAll('.jp-TfxArtifact-problem')).toHaveLength(1);
    fails = false;
    await React.act(async () => {
      alert!.querySelector('button')!.click();
      await new Promise(resume => setTimeout(resume, 20));
    });
    expect(node.querySelector('.words')?.textContent).toBe('there');
  });

  it('refuses to compare different types', async () => {
    await show(new ArtifactViews(genericView), [document('A', '/a'), document('B', '/b')]);
    expect(node.querySelector('[role="alert"]')?.textContent).toContain('A, B');
  });

  it('leaves a sentence where a view fails as it draws', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const views = new ArtifactViews(genericView);
    views.register(
      entry(['A'], async () =>
        artifactView<null>({
          decode: async () => null,
          View: () => {
            throw new Error('no such figure');
          }
        })
      )
    );
    await show(views, [document('A', '/a')]);
    expect(node.querySelector('[role="alert"]')?.textContent).toContain('no such figure');
    error.mockRestore();
  });
});

describe('a document without a server', () => {
  it('gives what it carries, and says what it does not', async () => {
    const source = new DocumentSource(document('A', '/a'), null);
    expect(new TextDecoder().decode(await source.read('text.txt', { start: 1, end: 3 }))).toBe(
      'el'
    );
    await expect(source.read('other')).rejects.toThrow('Run the cell again');
  });

  it('refuses what is not base64', async () => {
    const broken = document('A', '/a');
    const [file] = broken.files;
    const source = new DocumentSource({ ...broken, files: [{ ...file, data: '%%%' }] }, null);
    await expect(source.read('text.txt')).rejects.toThrow('damaged');
  });
});
