/** A notebook over a kernel in memory, with the model that watches both. */
import type { Event as KernelEvent } from '../../protocol';
import type { IPipelineNode, IPlan, NodeState } from '../pipeline';
import type { PlanWish } from '../plan';
import { PipelineModel } from '../model';
import { FakeKernel } from './fake-kernel';

interface ICell {
  readonly id: string;
  source: string;
  executionCount: number | null;
}

/** Cells by id, in order; what a person does is a method. */
export class FakeNotebook {
  constructor(cells: Readonly<Record<string, string>>) {
    this.cells = Object.entries(cells).map(([id, source]) => ({
      id,
      source,
      executionCount: null
    }));
    this.kernel = new FakeKernel(event => this._onEvent(event));
    this.model.setCells(this._read());
    this.model.setKernel(this.kernel.snapshot());
  }

  readonly model = new PipelineModel({
    catalog: new Map(),
    cannotRun: nodes => `cannot run ${nodes.join()}`
  });
  cells: ICell[];
  kernel: FakeKernel;

  source(id: string): string {
    return this._cell(id).source;
  }

  edit(id: string, source: string): void {
    this._cell(id).source = source;
    this.model.setCells(this._read());
  }

  move(id: string, to: number): void {
    const cell = this._cell(id);
    const rest = this.cells.filter(other => other !== cell);
    rest.splice(to, 0, cell);
    this.cells = rest;
    this.model.setCells(this._read());
  }

  remove(id: string): void {
    this.cells = this.cells.filter(cell => cell.id !== id);
    this.model.setCells(this._read());
  }

  /** Runs cells in turn, and stops where one fails. */
  run(...ids: string[]): boolean {
    return ids.every(id => {
      const cell = this._cell(id);
      const ok = this.kernel.execute(id, cell.source);
      cell.executionCount = this.kernel.count;
      this.model.setCells(this._read());
      return ok;
    });
  }

  runAll(): boolean {
    return this.run(...this.cells.map(cell => cell.id));
  }

  restart(): void {
    this.kernel = this.kernel.restart();
    this.model.setKernel(null);
    this.model.setKernel(this.kernel.snapshot());
  }

  plan(wish: PlanWish): IPlan {
    return this.model.plan(wish);
  }

  /** Cells of a plan. */
  planned(wish: PlanWish): string[] {
    return this.plan(wish).steps.map(step => step.cellId);
  }

  carryOut(plan: IPlan): boolean {
    return this.run(...plan.steps.map(step => step.cellId));
  }

  node(id: string): IPipelineNode {
    return this.model.node(id)!;
  }

  states(): Record<string, NodeState> {
    return Object.fromEntries(this.model.pipeline.nodes.map(node => [node.id, node.state]));
  }

  /** `kind what` of each cause of a node. */
  causes(id: string): string[] {
    return this.node(id).causes.map(cause => `${cause.kind} ${cause.what}`);
  }

  private _cell(id: string): ICell {
    return this.cells.find(cell => cell.id === id)!;
  }

  private _read() {
    return this.cells.map(cell => ({ ...cell, type: 'code' as const }));
  }

  private _onEvent(event: KernelEvent): void {
    this.model.applyEvent(event);
  }
}
