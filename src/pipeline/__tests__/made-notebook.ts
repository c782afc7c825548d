/** Notebooks and what people do to them, made at random. */
import * as fc from 'fast-check';

import { FakeNotebook } from './fake-notebook';

/** A component of a made notebook. */
export interface IMadeNode {
  /** Numbers of earlier nodes; the source where there are none. */
  inputs: number[];
  usesConstant: boolean;
  readonly hasModule: boolean;
  /** Declared in one cell and run in another. */
  readonly isSplit: boolean;
}

/** Something that a person does. */
export type Deed =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'comment'; readonly cell: number }
  | { readonly kind: 'module'; readonly node: number; readonly value: number }
  | { readonly kind: 'data'; readonly value: number }
  | { readonly kind: 'rewire'; readonly node: number; readonly input: number }
  | { readonly kind: 'use'; readonly node: number }
  | { readonly kind: 'move'; readonly cell: number; readonly to: number }
  | { readonly kind: 'run'; readonly cell: number }
  | {
      readonly kind: 'plan';
      readonly wish: 'to' | 'from' | 'stale' | 'step';
      readonly node: number;
    }
  | { readonly kind: 'disk'; readonly node: number; readonly value: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'restart' };

const small = fc.nat(30);

/** Up to seven nodes. */
export const madeNodes: fc.Arbitrary<IMadeNode[]> = fc.array(
  fc.record({
    inputs: fc.array(small, { maxLength: 2 }),
    usesConstant: fc.boolean(),
    hasModule: fc.boolean(),
    isSplit: fc.boolean()
  }),
  { minLength: 1, maxLength: 7 }
);

/** Up to ten deeds, mostly on a notebook that has run. */
export const deeds: fc.Arbitrary<Deed[]> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.array(aDeed(), { maxLength: 10 }))
  .map(([ran, done]) => (ran > 0 ? [{ kind: 'all' as const }, ...done] : done));

function aDeed(): fc.Arbitrary<Deed> {
  return fc.oneof(
    fc.record({ kind: fc.constant('constant' as const), value: fc.nat(3) }),
    fc.record({ kind: fc.constant('comment' as const), cell: small }),
    fc.record({ kind: fc.constant('module' as const), node: small, value: fc.nat(2) }),
    fc.record({ kind: fc.constant('data' as const), value: fc.nat(2) }),
    fc.record({ kind: fc.constant('rewire' as const), node: small, input: small }),
    fc.record({ kind: fc.constant('use' as const), node: small }),
    fc.record({ kind: fc.constant('move' as const), cell: small, to: small }),
    fc.record({ kind: fc.constant('run' as const), cell: small }),
    fc.record({
      kind: fc.constant('plan' as const),
      wish: fc.constantFrom('to' as const, 'from' as const, 'stale' as const, 'step' as const),
      node: small
    }),
    fc.record({ kind: fc.constant('disk' as const), node: small, value: fc.nat(2) }),
    fc.record({ kind: fc.constant('restart' as const) })
  );
}

/** A made notebook that is being worked on. */
export class MadeNotebook extends FakeNotebook {
  constructor(nodes: readonly IMadeNode[]) {
    const copies = nodes.map((node, i) => ({ ...node, inputs: inputsOf(node.inputs, i) }));
    super(cellsOf(copies));
    this._nodes = copies;
    this.kernel.disk.set('/w/data', '0');
  }

  get size(): number {
    return this._nodes.length;
  }

  /** Does something; what makes no sense here is passed over. */
  do(deed: Deed): void {
    switch (deed.kind) {
      case 'constant':
        return this.edit('first', `A = ${deed.value}`);
      case 'comment': {
        const { id, source } = this.cells[deed.cell % this.cells.length];
        return source.startsWith('%%') ? undefined : this.edit(id, `# ${deed.cell}\n${source}`);
      }
      case 'module': {
        const node = deed.node % this.size;
        return this._nodes[node].hasModule
          ? this.edit(`module${node}`, moduleSource(node, deed.value))
          : undefined;
      }
      case 'data':
        this.kernel.disk.set('/w/data', String(deed.value));
        return this.kernel.checkFiles();
      case 'disk':
        this.kernel.disk.set(`/w/m${deed.node % this.size}.py`, `X = ${deed.value}`);
        return this.kernel.checkFiles();
      case 'all':
        this.runAll();
        return;
      case 'rewire': {
        const number = deed.node % this.size;
        const node = this._nodes[number];
        if (node.inputs.length > 0) {
          node.inputs = inputsOf([deed.input], number);
          this.edit(`node${number}`, nodeSource(node, number));
        }
        return;
      }
      case 'use': {
        const number = deed.node % this.size;
        this._nodes[number].usesConstant = !this._nodes[number].usesConstant;
        return this.edit(`node${number}`, nodeSource(this._nodes[number], number));
      }
      case 'move':
        return this.move(this.cells[deed.cell % this.cells.length].id, deed.to % this.cells.length);
      case 'run':
        this.run(this.cells[deed.cell % this.cells.length].id);
        return;
      case 'plan':
        this.carryOut(this.plan({ kind: deed.wish, node: `n${deed.node % this.size}` }));
        return;
      case 'restart':
        return this.restart();
    }
  }

  private readonly _nodes: IMadeNode[];
}

function inputsOf(wanted: readonly number[], node: number): number[] {
  return node === 0 ? [] : [...new Set(wanted.map(input => input % node))];
}

function cellsOf(nodes: readonly IMadeNode[]): Record<string, string> {
  const cells: Record<string, string> = {
    imports:
      'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext',
    context: 'context = InteractiveContext()',
    first: 'A = 0',
    second: 'B = A + 1'
  };
  nodes.forEach((node, i) => {
    if (node.hasModule) {
      cells[`module${i}`] = moduleSource(i, 0);
    }
    cells[`node${i}`] = nodeSource(node, i);
    if (node.isSplit) {
      cells[`run${i}`] = `context.run(v${i})`;
    }
  });
  return cells;
}

function moduleSource(node: number, value: number): string {
  return `%%writefile m${node}.py\nX = ${value}`;
}

function nodeSource(node: IMadeNode, i: number): string {
  const args = [
    ...node.inputs.map(input => `in${input}=v${input}.outputs['out']`),
    ...(node.inputs.length === 0 ? ["input_base='data'"] : []),
    ...(node.usesConstant ? ['n=B'] : []),
    ...(node.hasModule ? [`module_file='m${i}.py'`] : [])
  ];
  const type = node.inputs.length === 0 ? 'CsvExampleGen' : 'Trainer';
  const made = `v${i} = tfx.components.${type}(${args.join(', ')}).with_id('n${i}')`;
  return node.isSplit ? made : `${made}\ncontext.run(v${i})`;
}
