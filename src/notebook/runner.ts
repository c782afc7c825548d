/** Carries a plan out: cell after cell, through JupyterLab's own actions, so that the notebook is the record. */
import type { ISessionContextDialogs } from '@jupyterlab/apputils';
import type { ICodeCellModel } from '@jupyterlab/cells';
import { NotebookActions } from '@jupyterlab/notebook';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';

import type { INewCell, IPlan, IPlanStep } from '../pipeline/pipeline';
import { cellLabel, findCell } from './cells';
import { ensureKernel } from './ensure-kernel';

/** How a plan ended. */
export type PlanOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly sentence: string; readonly cellId: string | null };

/** Options of {@link PlanRunner}. */
export interface IPlanRunnerOptions {
  readonly panel: NotebookPanel;
  readonly dialogs?: ISessionContextDialogs;
  readonly translator: ITranslator;
  /** Puts a cell in that a step still lacks, and gives its id; null where the step is to be left out. */
  readonly putIn: (cell: INewCell, step: IPlanStep) => Promise<string | null>;
  /** Told before each step. */
  readonly onStep: (step: number) => void;
  /** Told how long a cell took, in milliseconds. */
  readonly onDuration: (cellId: string, milliseconds: number) => void;
}

/** Runs one plan. A failing cell stops it; what was not reached is not run. */
export class PlanRunner {
  constructor(private readonly _options: IPlanRunnerOptions) {
    this._trans = _options.translator.load('jupyterlab_tfx');
  }

  /** Stop before the next cell. */
  cancel(): void {
    this._cancelled = true;
  }

  /** Runs the plan to its end, or to the first cell that fails. */
  async run(plan: IPlan): Promise<PlanOutcome> {
    const { panel, dialogs, translator, putIn, onStep, onDuration } = this._options;
    const trans = this._trans;
    const obstacle = await ensureKernel(panel.sessionContext, dialogs, trans);
    if (obstacle !== null) {
      return { done: false, sentence: obstacle, cellId: null };
    }
    for (const [index, step] of plan.steps.entries()) {
      if (this._cancelled) {
        return {
          done: false,
          sentence: trans.__('Stopped. What comes after was not run.'),
          cellId: step.cellId
        };
      }
      const cellId =
        step.newCell && !panel.isDisposed ? await putIn(step.newCell, step) : step.cellId;
      if (cellId === null) {
        continue;
      }
      const cell = panel.isDisposed ? undefined : findCell(panel.content, cellId);
      if (!cell) {
        return {
          done: false,
          sentence: trans.__('A cell of the plan was deleted. Plan again.'),
          cellId: null
        };
      }
      onStep(index);
      const started = performance.now();
      const ok = await NotebookActions.runCells(
        panel.content,
        [cell],
        panel.sessionContext,
        dialogs,
        translator
      );
      if (!ok || (cell.model.type === 'code' && failed(cell.model as ICodeCellModel))) {
        const label = cellLabel(panel.content, cellId, trans);
        const sentence = this._cancelled
          ? trans.__('Interrupted in %1.', label)
          : trans.__('%1 failed. What comes after was not run.', label);
        return { done: false, sentence, cellId };
      }
      onDuration(cellId, performance.now() - started);
    }
    return { done: true };
  }

  private _cancelled = false;
  private readonly _trans: TranslationBundle;
}

function failed(model: ICodeCellModel): boolean {
  for (let i = 0; i < model.outputs.length; i++) {
    if (model.outputs.get(i).type === 'error') {
      return true;
    }
  }
  return false;
}
