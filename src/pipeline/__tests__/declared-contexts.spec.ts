import type { Context } from '../../protocol';
import { FakeNotebook } from './fake-notebook';

const IMPORTS =
  'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext';
const notebook = (context: string): FakeNotebook =>
  new FakeNotebook({ imports: IMPORTS, constants: "ROOT = 'runs/penguins/'", context });

describe('the contexts of a pipeline', () => {
  it('are those of the source before a kernel tells of any', () => {
    const made = notebook(
      "context = InteractiveContext(pipeline_name='penguins', pipeline_root=ROOT)"
    );
    expect(made.model.pipeline.contexts).toEqual([
      {
        key: 'source 0',
        variables: ['context'],
        pipelineName: 'penguins',
        pipelineRoot: 'runs/penguins/',
        store: { kind: 'sqlite', uri: 'runs/penguins/metadata.sqlite' }
      }
    ]);
  });

  it('are those of the kernel once it has some, and of the source again when it is gone', () => {
    const made = notebook("context = InteractiveContext(pipeline_root='runs')");
    const live: Context = {
      key: 'c',
      variables: ['context'],
      pipelineName: 'interactive-1',
      pipelineRoot: '/w/runs',
      store: { kind: 'sqlite', uri: '/w/runs/metadata.sqlite' }
    };
    made.model.setKernel({ ...made.kernel.snapshot(), contexts: [live] });
    expect(made.model.pipeline.contexts).toEqual([live]);
    made.model.setKernel(null);
    expect(made.model.pipeline.contexts).toMatchObject([
      { pipelineName: null, pipelineRoot: 'runs' }
    ]);
  });

  it('are none where the source tells nothing of them', () => {
    expect(notebook('context = InteractiveContext()').model.pipeline.contexts).toEqual([]);
  });
});
