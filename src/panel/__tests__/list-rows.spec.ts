import { nullTranslator } from '@jupyterlab/translation';

import { FakeNotebook } from '../../pipeline/__tests__/fake-notebook';
import { filteredRows, listRows } from '../list-rows';

const trans = nullTranslator.load('jupyterlab_tfx');

function notebook(): FakeNotebook {
  const made = new FakeNotebook({
    imports:
      'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\ncontext = InteractiveContext()',
    gen: "gen = tfx.components.CsvExampleGen(input_base='data')\ncontext.run(gen)",
    stats: "stats = tfx.components.StatisticsGen(examples=gen.outputs['out'])\ncontext.run(stats)",
    more: "more = tfx.components.StatisticsGen(examples=gen.outputs['out']).with_id('More')"
  });
  made.kernel.disk.set('/w/data', 'rows');
  return made;
}

describe('rows of the list', () => {
  it('say state, type and what a component takes', () => {
    const rows = listRows(notebook().model.pipeline, trans);
    expect(rows.map(({ id, type, word, inputs }) => [id, type, word, inputs])).toEqual([
      ['CsvExampleGen', '', 'not run', ''],
      ['StatisticsGen', '', 'not run', 'out from CsvExampleGen'],
      ['More', 'StatisticsGen', 'not run', 'out from CsvExampleGen']
    ]);
  });

  it('say how long the last run took, but not while the next one waits', () => {
    const made = notebook();
    made.run('imports', 'gen');
    const row = () => listRows(made.model.pipeline, trans)[0];
    expect(row()).toMatchObject({ state: 'done', took: expect.stringMatching(/\d/) });
    made.model.setQueue(['gen']);
    expect(row()).toMatchObject({ state: 'queued', took: '' });
  });

  it.each([
    ['', ['CsvExampleGen', 'StatisticsGen', 'More']],
    [' more ', ['More']],
    ['statistics', ['StatisticsGen', 'More']],
    ['not run', ['More']],
    ['not-run', ['More']],
    ['stale', ['CsvExampleGen', 'StatisticsGen']],
    ['source data', ['CsvExampleGen']],
    ['nothing like it', []]
  ])('are filtered by what they show: %j', (text, ids) => {
    const made = notebook();
    made.run('imports', 'gen', 'stats');
    made.kernel.disk.set('/w/data', 'more rows');
    made.kernel.checkFiles();
    const rows = listRows(made.model.pipeline, trans);
    expect(filteredRows(rows, text).map(row => row.id)).toEqual(ids);
  });
});
