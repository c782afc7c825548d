/** What can be told of a notebook by a look at its text, where nothing was parsed and nothing is loaded. */
import type { INotebookModel } from '@jupyterlab/notebook';

const IMPORTS_TFX = /^[ \t]*(?:import|from)[ \t]+tfx\b/m;
/** `context.run(…)`, and `x = tfx.components.Trainer(…)`. */
const COMPONENT = /\.run\s*\(|^[ \t]*\w+\s*=\s*(?:\w+\.)*[A-Z]\w*\s*\(/m;

/** Whether a notebook imports tfx. */
export function importsTfx(model: Pick<INotebookModel, 'cells'> | null): boolean {
  for (const cell of model?.cells ?? []) {
    if (cell.type === 'code' && IMPORTS_TFX.test(cell.sharedModel.getSource())) {
      return true;
    }
  }
  return false;
}

/** Whether a cell of a notebook that imports tfx may declare or run a component. */
export function mayHoldComponent(source: string): boolean {
  return COMPONENT.test(source);
}
