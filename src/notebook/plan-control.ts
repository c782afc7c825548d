/** What becomes of a wish to run: shown first, carried out, stopped. */
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

import type { IPendingPlan, IRunningPlan, IStoppedPlan } from '../panel/panel-model';
import type { IPlan } from '../pipeline/pipeline';
import type { PlanOutcome } from './runner';

/** Makes the plan for a wish, as all stands when it is called. */
export type PlanMaker = () => IPlan | Promise<IPlan>;

/** Carries one plan out. */
export interface IRunner {
  run(plan: IPlan): Promise<PlanOutcome>;
  cancel(): void;
}

/** Options of {@link PlanControl}. */
export interface IPlanControlOptions {
  readonly trans: TranslationBundle;
  /** Makes the runner of a plan; `onStep` is told before each step. */
  readonly makeRunner: (onStep: (step: number) => void) => IRunner;
  /** Puts the new cells of an accepted plan in, and gives the plan with their ids. */
  readonly insertCells: (plan: IPlan) => IPlan;
}

/** One plan at a time; of several wishes that wait, the last one. */
export class PlanControl implements IDisposable {
  constructor(private readonly _options: IPlanControlOptions) {}

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get pending(): IPendingPlan | null {
    return this._pending;
  }

  get running(): IRunningPlan | null {
    return this._running;
  }

  get stopped(): IStoppedPlan | null {
    return this._stopped;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Plan, and run the plan. One of more than a cell, and one that cannot do all that was asked for, is shown first,
   * unless it is confirmed.
   *
   * @returns When it has ended, or waits for a person's word.
   */
  async start(title: string, makePlan: PlanMaker, confirmed: boolean): Promise<void> {
    if (this._running) {
      return;
    }
    if (this._pending) {
      this._pending = null;
      this._changed.emit();
    }
    const plan = await this._plan(title, makePlan);
    if (plan === null) {
      return;
    }
    if ((plan.steps.length > 1 || plan.problem !== null) && !confirmed) {
      this._show({ title, plan, isChanged: false }, makePlan);
    } else {
      await this._carryOut(title, plan);
    }
  }

  /** Run what waits, or drop it. What has become another plan since it was shown is shown again. */
  async answer(run: boolean): Promise<void> {
    const shown = this._pending;
    if (!shown || !run) {
      this._attempt++;
      this._pending = null;
      this._changed.emit();
      return;
    }
    if (shown === this._answered) {
      return;
    }
    this._answered = shown;
    const makePlan = this._makePlan;
    const plan = await this._plan(shown.title, makePlan);
    this._answered = null;
    if (plan === null) {
      return;
    }
    if (isSame(plan, shown.plan)) {
      await this._carryOut(shown.title, plan);
    } else {
      this._show({ title: shown.title, plan, isChanged: true }, makePlan);
    }
  }

  /** Stop before the next cell. */
  cancel(): void {
    this._attempt++;
    this._runner?.cancel();
  }

  dismiss(): void {
    this._stopped = null;
    this._changed.emit();
  }

  dispose(): void {
    this._isDisposed = true;
    this.cancel();
    Signal.clearData(this);
  }

  /** The plan as all stands now; null where there is nothing to run, or another wish came in between. */
  private async _plan(title: string, makePlan: PlanMaker): Promise<IPlan | null> {
    const attempt = ++this._attempt;
    let plan: IPlan | null = null;
    let sentence = this._options.trans.__(
      'There is nothing to run: everything is up to date, or is running already.'
    );
    try {
      plan = await makePlan();
      sentence = plan.problem ?? sentence;
    } catch (error) {
      sentence = this._options.trans.__('No plan could be made: %1', words(error));
    }
    if (attempt !== this._attempt) {
      return null;
    }
    if (plan !== null && plan.steps.length > 0) {
      return plan;
    }
    this._pending = null;
    this._stopped = { title, sentence, cellId: null };
    this._changed.emit();
    return null;
  }

  private _show(pending: IPendingPlan, makePlan: PlanMaker): void {
    this._stopped = null;
    this._pending = pending;
    this._makePlan = makePlan;
    this._changed.emit();
  }

  private async _carryOut(title: string, accepted: IPlan): Promise<void> {
    this._pending = null;
    this._stopped = null;
    let plan = accepted;
    const at = (step: number): void => {
      this._running = { title, plan, step };
      this._changed.emit();
    };
    try {
      plan = this._options.insertCells(accepted);
      at(0);
      this._runner = this._options.makeRunner(at);
      const outcome = await this._runner.run(plan);
      if (!outcome.done) {
        this._stopped = { title, sentence: outcome.sentence, cellId: outcome.cellId };
      }
    } catch (error) {
      const sentence = this._options.trans.__(
        'The plan came to an end before its time: %1',
        words(error)
      );
      const cellId = this._running?.plan.steps[this._running.step]?.cellId ?? null;
      this._stopped = { title, sentence, cellId };
    } finally {
      this._runner = null;
      this._running = null;
      this._changed.emit();
    }
  }

  private _pending: IPendingPlan | null = null;
  private _running: IRunningPlan | null = null;
  private _stopped: IStoppedPlan | null = null;
  private _runner: IRunner | null = null;
  /** What was accepted, and is planned anew: a second word changes nothing. */
  private _answered: IPendingPlan | null = null;
  /** Makes the plan that waits anew. */
  private _makePlan: PlanMaker = () => ({ targets: [], steps: [], problem: null });
  /** Counts wishes and answers: a plan that was made for an earlier one is let go. */
  private _attempt = 0;
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}

/** The same cells for the same components: how long they took does not count. */
function isSame(a: IPlan, b: IPlan): boolean {
  const key = ({ steps, problem }: IPlan): string =>
    JSON.stringify([problem, steps.map(({ cellId, nodes, newCell }) => [cellId, nodes, newCell])]);
  return key(a) === key(b);
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
