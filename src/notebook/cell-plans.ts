/** Plans that end with a cell of their own, which is put in once the plan is accepted. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { PipelineModel } from '../pipeline/model';
import type { IPipelineNode, IPlan, IPlanStep } from '../pipeline/pipeline';

/** Runs a component again whatever the cache holds, and before it what it needs. */
export function planWithoutCache(
  model: PipelineModel,
  id: string,
  trans: TranslationBundle
): IPlan {
  const node = model.node(id);
  const source = model.graph.nodes.find(other => other.id === id);
  const context =
    source?.runIn.find(run => run.context !== null)?.context ?? model.graph.contexts[0]?.variable;
  if (!node || node.variable === null || !context) {
    return nameless(id, trans);
  }
  const before = model.plan({ kind: 'to', node: id });
  const steps = before.steps.filter(step => !onlyRuns(step, node));
  const last = newCell(node, `${context}.run(${node.variable}, enable_cache=False)`);
  return { ...before, targets: [id], steps: [...steps, last] };
}

/** Lets a component's outputs be those of another of its executions. */
export function planUseOf(
  model: PipelineModel,
  id: string,
  executionId: number,
  trans: TranslationBundle
): IPlan {
  const node = model.node(id);
  if (!node || node.variable === null) {
    return nameless(id, trans);
  }
  const source =
    'from jupyterlab_tfx.kernel import use_execution\n\n' +
    `use_execution(${node.variable}, ${executionId})`;
  return { targets: [id], steps: [newCell(node, source)], problem: null };
}

function newCell(node: IPipelineNode, source: string): IPlanStep {
  const below = node.cells.run.at(-1) ?? node.cells.defined;
  return {
    cellId: '',
    newCell: { below, source },
    nodes: [node.id],
    provides: [],
    lastDuration: null
  };
}

/** A cell that does nothing for the plan but run the component, which would then run twice. */
function onlyRuns({ cellId, nodes, provides }: IPlanStep, { id, cells }: IPipelineNode): boolean {
  return (
    cellId !== cells.defined &&
    !cells.configured.includes(cellId) &&
    nodes.length === 1 &&
    nodes[0] === id &&
    provides.length === 0
  );
}

function nameless(id: string, trans: TranslationBundle): IPlan {
  const problem = trans.__(
    'This component has no variable that a cell could name: put it in one, and try again.'
  );
  return { targets: [id], steps: [], problem };
}
