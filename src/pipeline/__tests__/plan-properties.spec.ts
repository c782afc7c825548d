/** What holds of every plan and of every cause, whatever people do to their notebooks. */
import * as fc from 'fast-check';

import { isUpToDate } from '../plan';
import type { PlanWish } from '../plan';
import type { ICause, IPipelineNode } from '../pipeline';
import { cellDependencies, executedFacts } from '../source';
import { deeds, madeNodes, MadeNotebook } from './made-notebook';

const RUNS = { numRuns: 300, seed: 7 };

function worked(
  nodes: Parameters<typeof fromNodes>[0],
  done: Parameters<MadeNotebook['do']>[0][]
): MadeNotebook {
  const notebook = fromNodes(nodes);
  done.forEach(deed => notebook.do(deed));
  return notebook;
}

function fromNodes(nodes: ConstructorParameters<typeof MadeNotebook>[0]): MadeNotebook {
  return new MadeNotebook(nodes);
}

function wishes(notebook: MadeNotebook): PlanWish[] {
  const nodes = notebook.model.pipeline.nodes.map(node => node.id);
  return [
    { kind: 'step' },
    { kind: 'stale' },
    ...nodes.flatMap((node): PlanWish[] => [
      { kind: 'to', node },
      { kind: 'from', node }
    ])
  ];
}

describe('a plan', () => {
  it('runs no cell before one that it needs, and none twice', () => {
    fc.assert(
      fc.property(madeNodes, deeds, (nodes, done) => {
        const notebook = worked(nodes, done);
        for (const wish of wishes(notebook)) {
          const cells = notebook.planned(wish);
          expect(new Set(cells).size).toBe(cells.length);
          cells.forEach((cell, at) => {
            const needed = cellDependencies(notebook.model.graph, cell).map(other => other.cellId);
            expect(cells.slice(at + 1).filter(later => needed.includes(later))).toEqual([]);
          });
        }
      }),
      RUNS
    );
  });

  it('runs no component before its producers', () => {
    fc.assert(
      fc.property(madeNodes, deeds, (nodes, done) => {
        const notebook = worked(nodes, done);
        for (const wish of wishes(notebook)) {
          const order = notebook.plan(wish).steps.flatMap(step => step.nodes);
          for (const { from, to } of notebook.model.pipeline.edges) {
            if (order.includes(from) && order.includes(to)) {
              expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
            }
          }
        }
      }),
      RUNS
    );
  });

  it('leaves its target up to date, so that nothing is left to do', () => {
    fc.assert(
      fc.property(
        madeNodes,
        deeds,
        fc.nat(6),
        fc.constantFrom('to' as const, 'from' as const, 'stale' as const, 'step' as const),
        (nodes, done, pick, kind) => {
          const notebook = worked(nodes, done);
          const node = `n${pick % notebook.size}`;
          const wish: PlanWish = kind === 'to' || kind === 'from' ? { kind, node } : { kind };
          const plan = notebook.plan(wish);
          expect(plan.problem).toBeNull();
          expect(notebook.carryOut(plan)).toBe(true);
          for (const target of plan.targets) {
            expect(notebook.node(target)).toMatchObject({ causes: [] });
            expect(isUpToDate(notebook.node(target))).toBe(true);
            expect(notebook.planned({ kind: 'to', node: target })).toEqual([]);
          }
          if (kind === 'to') {
            expect(isUpToDate(notebook.node(node))).toBe(true);
          }
        }
      ),
      RUNS
    );
  });

  it('makes a component ready for a cell of one’s own, and runs it itself at most once', () => {
    fc.assert(
      fc.property(madeNodes, deeds, fc.nat(6), (nodes, done, pick) => {
        const notebook = worked(nodes, done);
        const number = pick % notebook.size;
        const node = `n${number}`;
        const runs = (): number =>
          notebook.kernel.runs.filter(({ componentId }) => componentId === node).length;
        const before = runs();
        expect(notebook.carryOut(notebook.plan({ kind: 'ready', node }))).toBe(true);
        if (runs() === before) {
          notebook.cells.push({
            id: 'own',
            source: `context.run(v${number})`,
            executionCount: null
          });
          expect(notebook.run('own')).toBe(true);
        }
        expect(runs()).toBe(before + 1);
        expect(isUpToDate(notebook.node(node))).toBe(true);
      }),
      RUNS
    );
  });

  it('step after step, brings everything up to date', () => {
    fc.assert(
      fc.property(madeNodes, deeds, (nodes, done) => {
        const notebook = worked(nodes, done);
        for (let i = 0; i < 3 * notebook.size; i++) {
          notebook.carryOut(notebook.plan({ kind: 'step' }));
        }
        expect(notebook.model.pipeline.nodes.every(isUpToDate)).toBe(true);
      }),
      RUNS
    );
  });
});

describe('a cause', () => {
  it('is there just where a node is stale, and names what really changed', () => {
    fc.assert(
      fc.property(madeNodes, deeds, (nodes, done) => {
        const notebook = fromNodes(nodes);
        for (const deed of done) {
          notebook.do(deed);
          for (const node of notebook.model.pipeline.nodes) {
            expect([node.id, node.causes.length > 0]).toEqual([node.id, node.state === 'stale']);
            node.causes.forEach(cause => {
              expect([node.id, cause, isTrue(cause, node, notebook)]).toEqual([
                node.id,
                cause,
                true
              ]);
            });
          }
        }
      }),
      RUNS
    );
  });

  it('is gone where an edit is undone', () => {
    fc.assert(
      fc.property(madeNodes, deeds, deeds, (nodes, done, edits) => {
        const notebook = worked(nodes, done);
        const before = notebook.model.pipeline;
        const texts = notebook.cells.map(({ id, source }) => [id, source] as const);
        edits
          .filter(({ kind }) => /^(constant|comment|module|rewire|use)$/.test(kind))
          .forEach(deed => notebook.do(deed));
        texts.forEach(([id, source]) => notebook.edit(id, source));
        expect(notebook.model.pipeline).toEqual(before);
      }),
      RUNS
    );
  });

  it('is never a comment', () => {
    fc.assert(
      fc.property(madeNodes, deeds, fc.array(fc.nat(30)), (nodes, done, cells) => {
        const notebook = worked(nodes, done);
        const before = notebook.states();
        cells.forEach(cell => notebook.do({ kind: 'comment', cell }));
        expect(notebook.states()).toEqual(before);
      }),
      RUNS
    );
  });

  it('is never there right after all was run in order', () => {
    fc.assert(
      fc.property(madeNodes, nodes => {
        const notebook = fromNodes(nodes);
        expect(notebook.runAll()).toBe(true);
        expect(new Set(Object.values(notebook.states()))).toEqual(new Set(['done']));
        notebook.runAll();
        expect(new Set(Object.values(notebook.states()))).toEqual(new Set(['cached']));
      }),
      RUNS
    );
  });

  it('is there where a constant was edited that a node uses', () => {
    fc.assert(
      fc.property(madeNodes, nodes => {
        const notebook = fromNodes(nodes);
        notebook.runAll();
        notebook.do({ kind: 'constant', value: 9 });
        nodes.forEach((node, i) => {
          if (node.usesConstant) {
            expect(notebook.causes(`n${i}`)).toContain('code-edited A');
          }
        });
      }),
      RUNS
    );
  });
});

/** Looks at the notebook, the kernel and the disk, not at the model. */
function isTrue(cause: ICause, node: IPipelineNode, notebook: MadeNotebook): boolean {
  const run = notebook.kernel.runs.filter(other => other.componentId === node.id).at(-1);
  const producer = notebook.kernel.runs
    .filter(other => other.componentId === cause.what && /done|cached/.test(other.state))
    .at(-1);
  const now = run?.files.find(file => file.path.endsWith(cause.what));
  const isFileChanged = !!now && notebook.kernel.disk.get(now.path) !== now.fingerprint;
  const then = notebook.kernel.cells
    .filter(cell => cell.cellId === cause.cellId && cell.count! <= (run?.count ?? 0))
    .at(-1);
  const isTextChanged =
    cause.cellId !== null &&
    executedFacts(notebook.source(cause.cellId)).fingerprint !==
      (then ? executedFacts(then.source).fingerprint : null);
  switch (cause.kind) {
    case 'code-edited':
      return isTextChanged;
    case 'module-changed':
      return isTextChanged || isFileChanged;
    case 'data-changed':
      return isFileChanged;
    case 'old-code':
      return run?.oldCode === cause.what;
    case 'input-changed':
    case 'upstream-reran': {
      const used = new Set(Object.values(run?.inputs ?? {}).flatMap(list => list.map(a => a.id)));
      if (producer === undefined) {
        // The notebook now wires it to what never ran.
        return cause.kind === 'input-changed' && used.size > 0;
      }
      const isNewer = (producer?.run ?? 0) > (run?.run ?? 0);
      return (
        producer?.outputs.out.every(artifact => !used.has(artifact.id)) === true &&
        isNewer === (cause.kind === 'upstream-reran')
      );
    }
    case 'upstream-stale':
      return /stale|failed/.test(notebook.node(cause.what).state);
    case 'kernel-restarted':
      return run === undefined;
  }
}
