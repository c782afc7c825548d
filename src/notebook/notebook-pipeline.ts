/** The pipeline of one open notebook: its cells, its kernel and its metadata store, brought together for the panel. */
import type { ISessionContextDialogs } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { Notebook, NotebookPanel } from '@jupyterlab/notebook';
import type { Contents, ServerConnection } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';

import type {
  IAttachment,
  IPanelModel,
  IPendingPlan,
  IRunningPlan,
  IStoppedPlan
} from '../panel/panel-model';
import { makeCatalog } from '../pipeline/catalog';
import { PipelineModel } from '../pipeline/model';
import type { IPipeline, IPlan } from '../pipeline/pipeline';
import type { PlanWish } from '../pipeline/plan';
import type { BeamChoice, TfxState } from '../protocol';
import { attachmentOf } from './attachment-of';
import { BeamChoosing } from './beam-choosing';
import { cellLabel, insertBelow, isPython, pendingCells, readCells, revealCell } from './cells';
import { KernelAttachment } from './kernel-attachment';
import { NotebookEvents } from './notebook-events';
import { NotebookPlans } from './notebook-plans';
import type { PlanControl } from './plan-control';
import { StoreHistory } from './store-history';
import { StoredExecutions } from './stored-executions';

/** Options of {@link NotebookPipeline}. */
export interface INotebookPipelineOptions {
  readonly panel: NotebookPanel;
  readonly translator: ITranslator;
  readonly contents: Contents.IManager;
  readonly settings: ServerConnection.ISettings;
  readonly stateDB: IStateDB | null;
  readonly dialogs?: ISessionContextDialogs;
}

/** Model of the panel for one notebook. It reads cells and talks to the kernel only while it is `active`. */
export class NotebookPipeline implements IPanelModel, IDisposable {
  constructor(private readonly _options: INotebookPipelineOptions) {
    const { panel, translator } = _options;
    const trans = (this._trans = translator.load('jupyterlab_tfx'));
    this.model = new PipelineModel({
      catalog: makeCatalog(trans),
      cannotRun: nodes =>
        trans.__(
          'No cell of the notebook runs %1. Add a cell with context.run(…).',
          nodes.join(', ')
        )
    });
    this._kernel = new KernelAttachment({
      sessionContext: panel.sessionContext,
      trans,
      onFacts: facts => {
        this.model.setKernel(facts);
        void this._stored.read();
      },
      onEvent: event => {
        const before = this.model.kernel?.contexts.length;
        this.model.applyEvent(event);
        if (this.model.kernel?.contexts.length !== before) {
          void this._stored.read();
        }
      }
    });
    this.beam = new BeamChoosing(panel, this._kernel);
    this._running = new NotebookPlans({
      ...{ panel, translator, model: this.model, dialogs: _options.dialogs },
      upToDate: async () => {
        await this._kernel.settled();
        await Promise.all([this.checkFiles(), this.beam.deliver()]);
        this._readCells();
      },
      readCells: () => this._readCells(),
      refreshKernel: () => this._kernel.refresh()
    });
    this._plans = this._running.control;
    this._stored = new StoredExecutions({
      history: new StoreHistory({ settings: _options.settings, stateDB: _options.stateDB }),
      model: this.model,
      path: () => _options.contents.localPath(panel.context.path),
      isWanted: () => this.model.pipeline.usesTfx && this.active && !this._isDisposed
    });
    const changed = (): void => this._changed.emit();
    this.model.changed.connect(changed);
    this._stored.changed.connect(changed);
    this._kernel.changed.connect(() => this._onKernel());
    this._plans.changed.connect(this._onPlans, this);
    this.beam.changed.connect(changed);
    panel.context.pathChanged.connect(changed);
    panel.disposed.connect(() => this.dispose());
  }

  /** The merged pipeline and its planner. */
  readonly model: PipelineModel;
  /** Where Beam jobs run. */
  readonly beam: BeamChoosing;
  readonly beamChoice = (componentId: string): BeamChoice | null => this.beam.of(componentId);

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** The notebook that it belongs to. */
  get panel(): NotebookPanel {
    return this._options.panel;
  }

  /** Whether something shows it. A plan that runs goes on to its end all the same. */
  get active(): boolean {
    return this._viewers.size > 0;
  }

  /** Tell that something shows it, or no longer does: it works only for as long as it is seen. */
  setViewer(viewer: object, shows: boolean): void {
    const was = this.active;
    if (shows && !this._isDisposed) {
      this._viewers.add(viewer);
    } else {
      this._viewers.delete(viewer);
    }
    if (this.active === was) {
      return;
    }
    if (this.active) {
      void this._options.panel.context.ready.then(() => this._wake());
    } else {
      this._sleep();
    }
    this._changed.emit();
  }

  get attachment(): IAttachment {
    const { attachment: kernel, executable } = this._kernel;
    return attachmentOf(
      {
        isRead: this._isRead,
        isPython: isPython(this._notebook),
        usesTfx: this.model.pipeline.usesTfx,
        kernel,
        tfx: this.tfx,
        executable
      },
      this._trans
    );
  }

  get storeProblem(): string | null {
    return this._stored.problem;
  }

  get stores(): readonly string[] {
    return this._stored.names;
  }

  get chosenStore(): string | null {
    return this._stored.chosen;
  }

  /** Read executions from a store that the server's configuration names; null: from the notebook's own. */
  async chooseStore(name: string | null): Promise<void> {
    await this._stored.choose(name);
  }

  /** Path below the server's root, and the id of the kernel; null where none runs. */
  get place(): { readonly path: string; readonly kernel: string | null } {
    const { context, sessionContext } = this._options.panel;
    return { path: context.localPath, kernel: sessionContext.session?.kernel?.id ?? null };
  }

  get notebookName(): string {
    return PathExt.basename(this.place.path);
  }

  get busy(): boolean {
    return this._kernel.busy;
  }

  get answersWhileBusy(): boolean {
    return this._kernel.answersWhileBusy;
  }

  get tfx(): TfxState | null {
    return this.model.kernel?.tfx ?? null;
  }

  get pipeline(): IPipeline {
    return this.model.pipeline;
  }

  get selected(): string | null {
    return this._selected;
  }
  set selected(id: string | null) {
    if (id !== this._selected) {
      this._selected = id;
      this._changed.emit();
    }
  }

  get atCursor(): readonly string[] {
    return this._atCursor;
  }

  get pendingPlan(): IPendingPlan | null {
    return this._plans.pending;
  }

  get runningPlan(): IRunningPlan | null {
    return this._plans.running;
  }

  get stoppedPlan(): IStoppedPlan | null {
    return this._plans.stopped;
  }

  /** Something was set up in the kernel, and can be undone. */
  get isAttached(): boolean {
    return this._kernel.attachment.state === 'attached';
  }

  /** A plan can be made now. */
  get canRun(): boolean {
    return this._plans.running === null && (!this._isRead || this.model.pipeline.usesTfx);
  }

  /** A plan or a component is running. */
  get isRunning(): boolean {
    return (
      this._plans.running !== null ||
      this.model.pipeline.nodes.some(node => node.state === 'running')
    );
  }

  /** The component that commands are about: the selected one, else that of the cursor's cell. */
  get target(): string | null {
    const id = this._selected ?? this._atCursor.at(0) ?? null;
    return id !== null && this.model.node(id) ? id : null;
  }

  /** The first component that a cell declares, configures or runs, as it now reads; null where there is none. */
  componentOf(cellId: string): string | null {
    this._readCells();
    return this.model.nodesOfCell(cellId).at(0)?.id ?? null;
  }

  /** Whether the cursor's cell selects its component. */
  followCursor = true;

  answerPlan(run: boolean): void {
    void this._plans.answer(run);
  }

  dismissStopped(): void {
    this._plans.dismiss();
  }

  cellLabel(cellId: string): string {
    return cellLabel(this._notebook, cellId, this._trans);
  }

  /** Plan for a wish and carry it out; see {@link PlanControl.start}. */
  async run(title: string, wish: PlanWish, confirmed = false): Promise<void> {
    await this._running.run(title, wish, confirmed);
  }

  /** Run a component again whatever the cache holds, by a cell that says so. */
  async runNoCache(title: string, id: string, confirmed = false): Promise<void> {
    await this._running.runNoCache(title, id, confirmed);
  }

  /** Let a component's outputs be those of another of its executions, by a cell that says so. */
  async useExecution(title: string, id: string, executionId: number): Promise<void> {
    await this._running.useExecution(title, id, executionId);
  }

  /** Stop the plan, and interrupt the cell that is running. */
  async interrupt(): Promise<void> {
    this._plans.cancel();
    await this._options.panel.sessionContext.session?.kernel?.interrupt();
  }

  /** Attach by hand: after a failure, or after the package was installed. */
  attach(): void {
    this._staysAway = false;
    this._kernel.wanted = true;
    this._kernel.retry();
  }

  /** Undo all that attaching did in the kernel, and stay away until {@link attach}. */
  async detach(): Promise<void> {
    this._staysAway = true;
    await this._kernel.detach();
  }

  /** Read the cells, also while nothing shows it, and without a pause after the last edit. */
  readCells(): void {
    this._readCells();
  }

  /** Read cells, kernel, files and store again. */
  async refresh(): Promise<void> {
    this._readCells();
    await this._kernel.refresh();
    await this._stored.read();
  }

  /** Let the kernel look whether module files and data are still the same. */
  async checkFiles(): Promise<void> {
    if (this.model.kernel !== null && this.model.kernel.runs.length > 0) {
      await this._kernel.checkFiles();
    }
  }

  /** Put a cell below another one, or the current one, unless it is there already, and show it. */
  async insertCell(source: string, below?: string | null): Promise<void> {
    const at = below ?? this._notebook.activeCell?.model.id ?? null;
    await revealCell(this._notebook, insertBelow(this._notebook, at, source));
  }

  /** Ask the kernel side for something; attached for as long as that takes. */
  async withKernel<T>(work: (kernel: KernelAttachment) => Promise<T>): Promise<T> {
    const viewer = {};
    this.setViewer(viewer, true);
    try {
      await this._options.panel.context.ready;
      await this._kernel.settled();
      return await work(this._kernel);
    } finally {
      this.setViewer(viewer, false);
    }
  }

  /** Scroll to a cell and let it light up. */
  async showCell(cellId: string, line?: number): Promise<void> {
    await revealCell(this._notebook, cellId, line);
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._sleep();
    this._running.dispose();
    this.beam.dispose();
    this._kernel.dispose();
    this.model.dispose();
    Signal.clearData(this);
  }

  private get _notebook(): Notebook {
    return this._options.panel.content;
  }

  private _wake(): void {
    if (!this.active || this._isDisposed) {
      return;
    }
    this._events ??= new NotebookEvents(this._notebook, this._options.contents, {
      edited: () => this._readCells(),
      moved: () => this._onCursor(),
      ran: () => this.model.setQueue(pendingCells(this._notebook)),
      filesChanged: () => void this.checkFiles()
    });
    this._readCells();
    this._onCursor();
    if (this.model.kernel === null) {
      void this._stored.read();
    }
    void this._stored.readNames();
  }

  private _sleep(): void {
    if (this._plans.running) {
      // Only then: what is running must be followed to its end.
      this._plans.changed.connect(this._sleepLater, this);
      return;
    }
    this._plans.changed.disconnect(this._sleepLater, this);
    this._events?.dispose();
    this._events = null;
    this._kernel.wanted = false;
    // Nothing follows the cursor from here on.
    this._atCursor = [];
  }

  private _sleepLater(): void {
    if (this.active) {
      this._plans.changed.disconnect(this._sleepLater, this);
    } else {
      this._sleep();
    }
  }

  private _onCursor(): void {
    if (!this.active) {
      return;
    }
    const cell = this._notebook.activeCell;
    const ids = cell ? this.model.nodesOfCell(cell.model.id).map(node => node.id) : [];
    if (ids.join('\n') !== this._atCursor.join('\n')) {
      this._atCursor = ids;
      if (this.followCursor && ids.length > 0 && !ids.includes(this._selected ?? '')) {
        this._selected = ids[0];
      }
      this._changed.emit();
    }
  }

  /** What runs for one component's sake selects it: its progress and its outputs are what one looks for. */
  private _onPlans(): void {
    const plan = this._plans.running?.plan ?? null;
    if (plan !== this._plan) {
      this._plan = plan;
      this._selected = plan?.targets.length === 1 ? plan.targets[0] : this._selected;
    }
    this._changed.emit();
  }

  private _onKernel(): void {
    const wasBusy = this._wasBusy;
    this._wasBusy = this._kernel.busy;
    this.model.setMayRunUnseen(this._kernel.mayRunUnseen);
    if (wasBusy && !this._wasBusy && this.active && this.model.isStoreUnderWay) {
      void this._stored.read();
    }
    this._changed.emit();
  }

  private _readCells(): void {
    if (this._isDisposed || !this._notebook.model) {
      return;
    }
    this.model.setCells(readCells(this._notebook));
    this.model.setQueue(pendingCells(this._notebook));
    this._isRead = true;
    const { usesTfx } = this.model.pipeline;
    this._kernel.wanted = this.active && !this._staysAway && isPython(this._notebook) && usesTfx;
    this._onCursor();
    this._changed.emit();
  }

  private readonly _viewers = new Set<object>();
  private _isRead = false;
  /** A person has detached it. */
  private _staysAway = false;
  private _wasBusy = false;
  private _isDisposed = false;
  private _selected: string | null = null;
  /** The plan that runs. */
  private _plan: IPlan | null = null;
  private _atCursor: readonly string[] = [];
  private _events: NotebookEvents | null = null;
  private readonly _trans: TranslationBundle;
  private readonly _kernel: KernelAttachment;
  private readonly _running: NotebookPlans;
  private readonly _plans: PlanControl;
  private readonly _stored: StoredExecutions;
  private readonly _changed = new Signal<this, void>(this);
}
