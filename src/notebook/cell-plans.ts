/** Plans that end with a cell of their own, which is put in once the plan is accepted. */
import type { Notebook } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { PipelineModel } from '../pipeline/model';
import type { IPipelineNode, IPlan, IPlanStep } from '../pipeline/pipeline';
import { insertBelow } from './cells';

/**
 * Runs a component again whatever the cache holds, and before it what it needs. Where that is the cell that declares it
 * and runs it too, the last cell is for what the cache answered only: it does not run twice.
 */
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
  const before = model.plan({ kind: 'ready', node: id });
  const last = newCell(node, `${context}.run(${node.variable}, enable_cache=False)`);
  const runs = before.steps.some(step => step.nodes.includes(id));
  return { ...before, steps: [...before.steps, runs ? { ...last, onlyIfCached: true } : last] };
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

function nameless(id: string, trans: TranslationBundle): IPlan {
  const problem = trans.__(
    'This component has no variable that a cell could name: put it in one, and try again.'
  );
  return { targets: [id], steps: [], problem };
}

/** Puts the cells in that a plan needs at once; the plan with their ids. */
export function withNewCells(notebook: Notebook, plan: IPlan): IPlan {
  const steps = plan.steps.map(({ newCell, ...step }) =>
    newCell && !step.onlyIfCached
      ? { ...step, cellId: insertBelow(notebook, newCell.below, newCell.source) }
      : { newCell, ...step }
  );
  return { ...plan, steps };
}
