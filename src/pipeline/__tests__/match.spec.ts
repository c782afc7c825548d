/** Which objects and runs of the kernel belong to which node. */
import type { Component } from '../../protocol';
import { matchNodes } from '../match';
import { SourceParser } from '../source';
import { FakeKernel } from './fake-kernel';

const HEAD = 'from tfx import v1 as tfx\ncontext = None\n';
const EMPTY = new FakeKernel(() => undefined).snapshot();

function graphOf(...cells: string[]) {
  return new SourceParser().parse(
    cells.map((source, i) => ({
      id: `c${i}`,
      type: 'code',
      source: i === 0 ? HEAD + source : source
    }))
  );
}

function component(key: string, id: string, cellId: string, ...variables: string[]): Component {
  return {
    key,
    id,
    type: 'tfx.components.CsvExampleGen',
    kind: 'component',
    variables,
    cellId,
    doc: '',
    inputs: {},
    outputs: {},
    execProperties: {},
    context: null
  };
}

function matched(graph: ReturnType<typeof graphOf>, ...components: Component[]) {
  return matchNodes(graph, { ...EMPTY, components }, []).map(node => [
    node.id,
    node.component?.key ?? null
  ]);
}

describe('matchNodes', () => {
  it('takes an object by its id', () => {
    const graph = graphOf("g = tfx.components.CsvExampleGen('d')");
    expect(matched(graph, component('k', 'CsvExampleGen', 'c0', 'g'))).toEqual([
      ['CsvExampleGen', 'k']
    ]);
  });

  it('takes the object that the variable now names', () => {
    const graph = graphOf("g = tfx.components.CsvExampleGen('d')");
    expect(
      matched(
        graph,
        component('old', 'CsvExampleGen', 'c0', 'kept'),
        component('new', 'CsvExampleGen', 'c0', 'g')
      )
    ).toEqual([['CsvExampleGen', 'new']]);
  });

  it('tells two of one id apart by cell and variable', () => {
    const graph = graphOf(
      "a = tfx.components.CsvExampleGen('d')",
      "b = tfx.components.CsvExampleGen('e')"
    );
    expect(
      matched(
        graph,
        component('kb', 'CsvExampleGen', 'c1', 'b'),
        component('ka', 'CsvExampleGen', 'c0', 'a')
      )
    ).toEqual([
      ['CsvExampleGen', 'ka'],
      ['CsvExampleGen:b', 'kb']
    ]);
  });

  it('puts what a loop made in the place of its declaration', () => {
    const graph = graphOf(
      'for n in names:\n    g = tfx.components.CsvExampleGen(n).with_id(n)\n    context.run(g)',
      's = tfx.components.StatisticsGen()'
    );
    expect(matched(graph)).toEqual([
      ['CsvExampleGen', null],
      ['StatisticsGen', null]
    ]);
    expect(
      matched(graph, component('1', 'one', 'c0', 'x[0]'), component('2', 'two', 'c0', 'g'))
    ).toEqual([
      ['one', '1'],
      ['two', '2'],
      ['StatisticsGen', null]
    ]);
  });

  it('shows what no source declares while its cell is there', () => {
    const graph = graphOf('exec(code)');
    expect(matched(graph, component('k', 'hidden', 'c0', 'h'))).toEqual([['hidden', 'k']]);
    expect(matched(graph, component('k', 'hidden', 'gone', 'h'))).toEqual([]);
  });

  it('does not show the old object of a variable whose id was edited', () => {
    const graph = graphOf("g = tfx.components.CsvExampleGen('d').with_id('new')");
    expect(matched(graph, component('k', 'old', 'c0', 'g'))).toEqual([['new', null]]);
  });

  describe('executions of two pipelines in one store', () => {
    const graph = graphOf(
      'from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext',
      "one = InteractiveContext(pipeline_name='first')\ntwo = InteractiveContext(pipeline_name='second')",
      "a = tfx.components.CsvExampleGen('d')\none.run(a)",
      "b = tfx.components.CsvExampleGen('e')\ntwo.run(b)",
      "c = tfx.components.CsvExampleGen('f')"
    );
    const executions = ['first', 'second', 'first'].map((pipelineName, i) => ({
      id: i + 1,
      componentId: 'CsvExampleGen',
      type: 'tfx.components.CsvExampleGen',
      state: 'done' as const,
      runId: '',
      startedAt: i,
      endedAt: i,
      inputs: {},
      outputs: {},
      execProperties: {},
      error: null,
      pipelineName
    }));
    const stored = (kernel: Parameters<typeof matchNodes>[1]) =>
      Object.fromEntries(
        matchNodes(graph, kernel, executions).map(node => [
          node.source?.variable,
          node.executions.map(({ id }) => id)
        ])
      );

    it('are those of the pipeline that the source says, all where it does not say', () => {
      expect(stored(null)).toEqual({ a: [1, 3], b: [2], c: [1, 2, 3] });
    });

    it('are those of the pipeline that the kernel says', () => {
      const contexts = [
        ['k1', 'one', 'first'],
        ['k2', 'two', 'third'],
        ['k3', 'three', 'second']
      ].map(([key, variable, pipelineName]) => ({
        key,
        variables: [variable],
        pipelineName,
        pipelineRoot: '/r',
        store: { kind: 'sqlite' as const, uri: '/r/metadata.sqlite' }
      }));
      const ran = { ...component('kc', 'CsvExampleGen', 'c4', 'c'), context: 'k3' };
      expect(stored({ ...EMPTY, contexts, components: [ran] })).toEqual({
        a: [1, 3],
        b: [],
        c: [2]
      });
    });
  });
});
