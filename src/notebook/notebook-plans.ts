/** What a person wants to run of a notebook's pipeline: planned as all stands then, and carried out by its cells. */
import type { ISessionContextDialogs } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import type { PipelineModel } from '../pipeline/model';
import type { INewCell, IPlan, IPlanStep } from '../pipeline/pipeline';
import type { PlanWish } from '../pipeline/plan';
import { planUseOf, planWithoutCache, withNewCells } from './cell-plans';
import { insertBelow } from './cells';
import { PlanControl } from './plan-control';
import { PlanRunner } from './runner';

/** Options of {@link NotebookPlans}. */
export interface INotebookPlansOptions {
  readonly panel: NotebookPanel;
  readonly model: PipelineModel;
  readonly translator: ITranslator;
  readonly dialogs?: ISessionContextDialogs;
  /** Bring the model up to date with cells, kernel and files. */
  readonly upToDate: () => Promise<void>;
  /** Read the cells again. */
  readonly readCells: () => void;
  /** Ask the kernel what has run. */
  readonly refreshKernel: () => Promise<void>;
}

/** Plans of one notebook. */
export class NotebookPlans implements IDisposable {
  constructor(private readonly _options: INotebookPlansOptions) {
    const { panel, model, translator, dialogs } = _options;
    this._trans = translator.load('jupyterlab_tfx');
    this.control = new PlanControl({
      trans: this._trans,
      makeRunner: onStep =>
        new PlanRunner({
          ...{ panel, dialogs, translator, onStep },
          putIn: (cell, step) => this._putIn(cell, step),
          onDuration: (cellId, milliseconds) => model.setDuration(cellId, milliseconds)
        }),
      insertCells: plan => {
        const filled = withNewCells(panel.content, plan);
        _options.readCells();
        return filled;
      }
    });
  }

  /** The plan that waits, runs or was stopped. */
  readonly control: PlanControl;

  get isDisposed(): boolean {
    return this.control.isDisposed;
  }

  /** Plan for a wish and carry it out; see {@link PlanControl.start}. */
  async run(title: string, wish: PlanWish, confirmed: boolean): Promise<void> {
    await this._start(title, () => this._options.model.plan(wish), confirmed);
  }

  /** Run a component again whatever the cache holds, by a cell that says so. */
  async runNoCache(title: string, id: string, confirmed: boolean): Promise<void> {
    const { model } = this._options;
    await this._start(title, () => planWithoutCache(model, id, this._trans), confirmed);
  }

  /** Let a component's outputs be those of another of its executions, by a cell that says so. */
  async useExecution(title: string, id: string, executionId: number): Promise<void> {
    const { model } = this._options;
    await this._start(title, () => planUseOf(model, id, executionId, this._trans), true);
  }

  dispose(): void {
    this.control.dispose();
  }

  /** The plan is made again, as all stands then, where it had to wait for a word. */
  private async _start(title: string, plan: () => IPlan, confirmed: boolean): Promise<void> {
    const makePlan = async (): Promise<IPlan> => {
      await this._options.upToDate();
      return plan();
    };
    await this.control.start(title, makePlan, confirmed);
  }

  /** The cell of a step that waits for what the plan runs before it is put in only where it is needed. */
  private async _putIn(newCell: INewCell, { nodes }: IPlanStep): Promise<string | null> {
    await this._options.refreshKernel();
    const runs = this._options.model.kernel?.runs ?? [];
    const ran = runs.filter(run => nodes.includes(run.componentId)).at(-1);
    return ran?.state === 'done'
      ? null
      : insertBelow(this._options.panel.content, newCell.below, newCell.source);
  }

  private readonly _trans: TranslationBundle;
}
