import { nullTranslator } from '@jupyterlab/translation';
import { PromiseDelegate } from '@lumino/coreutils';

import type { IPlan } from '../../pipeline/pipeline';
import { PlanControl } from '../plan-control';
import type { PlanOutcome } from '../runner';

function planOf(...cells: string[]): IPlan {
  return {
    targets: [],
    problem: null,
    steps: cells.map(cellId => ({ cellId, nodes: [], provides: [], lastDuration: null }))
  };
}

/** A control whose runner ends when it is told to. */
function control() {
  const ended = new PromiseDelegate<PlanOutcome>();
  const begun = new PromiseDelegate<void>();
  const plans: IPlan[] = [];
  const cancel = jest.fn();
  let tell: (step: number) => void = () => undefined;
  const plan = new PlanControl({
    trans: nullTranslator.load('jupyterlab_tfx'),
    makeRunner: onStep => {
      tell = onStep;
      return {
        run: asked => {
          plans.push(asked);
          begun.resolve();
          return ended.promise;
        },
        cancel
      };
    },
    insertCells: accepted => ({
      ...accepted,
      steps: accepted.steps.map(({ newCell, ...step }) =>
        newCell ? { ...step, cellId: `new ${newCell.source}` } : step
      )
    })
  });
  const changed = jest.fn();
  plan.changed.connect(changed);
  const start = (title: string, made: IPlan, confirmed = false) =>
    plan.start(title, () => made, confirmed);
  return {
    plan,
    start,
    ended,
    begun: begun.promise,
    plans,
    cancel,
    changed,
    step: (at: number) => tell(at)
  };
}

describe('PlanControl', () => {
  it('runs one cell at once, and tells which step it is at', async () => {
    const { plan, start, ended, begun, plans, step } = control();
    const done = start('Step', planOf('a'));
    await begun;
    expect(plans).toHaveLength(1);
    expect(plan.running).toMatchObject({ title: 'Step', step: 0 });
    step(0);
    expect(plan.running).toMatchObject({ title: 'Step', step: 0 });
    ended.resolve({ done: true });
    await done;
    expect([plan.running, plan.pending, plan.stopped]).toEqual([null, null, null]);
  });

  it('shows several cells first; a yes runs them', async () => {
    const { plan, start, ended, plans } = control();
    await start('To', planOf('a', 'b'));
    expect(plan.pending?.plan.steps).toHaveLength(2);
    expect(plans).toEqual([]);
    ended.resolve({ done: true });
    await plan.answer(true);
    expect(plans).toHaveLength(1);
    expect(plan.pending).toBeNull();
  });

  it('drops them for a no', async () => {
    const { plan, start, plans, changed } = control();
    await start('To', planOf('a', 'b'));
    await plan.answer(false);
    expect([plan.pending, plans]).toEqual([null, []]);
    expect(changed).toHaveBeenCalledTimes(2);
    await plan.answer(true);
    expect(plans).toEqual([]);
  });

  it('runs several cells that are confirmed', async () => {
    const { start, ended, plans } = control();
    ended.resolve({ done: true });
    await start('To', planOf('a', 'b'), true);
    expect(plans).toHaveLength(1);
  });

  it('shows one cell too where it is not all that was asked for', async () => {
    const { plan, start, ended, plans } = control();
    await start('To', { ...planOf('a'), problem: 'No cell runs it.' });
    expect(plans).toEqual([]);
    expect(plan.pending?.plan.problem).toBe('No cell runs it.');
    ended.resolve({ done: true });
    await plan.answer(true);
    expect(plans).toHaveLength(1);
  });

  it('says that there is nothing to run, or why it cannot be', async () => {
    const { plan, start } = control();
    await start('To', planOf());
    expect(plan.stopped?.sentence).toMatch(/up to date/);
    await start('To', { ...planOf(), problem: 'No cell runs it.' });
    expect(plan.stopped).toMatchObject({ title: 'To', sentence: 'No cell runs it.' });
    plan.dismiss();
    expect(plan.stopped).toBeNull();
  });

  it('says why no plan could be made', async () => {
    const { plan } = control();
    await plan.start('To', () => Promise.reject(new Error('The kernel is gone.')), false);
    expect(plan.stopped?.sentence).toContain('The kernel is gone.');
  });

  it('runs one plan at a time', async () => {
    const { start, ended, begun, plans } = control();
    const done = start('One', planOf('a'));
    await begun;
    await start('Two', planOf('b'));
    expect(plans).toHaveLength(1);
    ended.resolve({ done: true });
    await done;
  });

  it('lets go of a wish that waits for its plan where another one comes', async () => {
    const { plan, start } = control();
    const slow = new PromiseDelegate<IPlan>();
    const first = plan.start('One', () => slow.promise, false);
    await start('Two', planOf('c', 'd'));
    slow.resolve(planOf('a', 'b'));
    await first;
    expect(plan.pending?.title).toBe('Two');
  });

  it('says where it stopped', async () => {
    const { plan, start, ended, begun, cancel } = control();
    const done = start('One', planOf('a'));
    await begun;
    plan.cancel();
    expect(cancel).toHaveBeenCalledTimes(1);
    ended.resolve({ done: false, sentence: 'It failed.', cellId: 'a' });
    await done;
    expect(plan.stopped).toEqual({ title: 'One', sentence: 'It failed.', cellId: 'a' });
  });

  it('says what the runner threw, and is free again', async () => {
    const { plan, start, ended, begun, step } = control();
    const done = start('One', planOf('a', 'b'), true);
    await begun;
    step(1);
    ended.reject(new Error('Kernel is dead'));
    await done;
    expect(plan.running).toBeNull();
    expect(plan.stopped).toMatchObject({ title: 'One', cellId: 'b' });
    expect(plan.stopped?.sentence).toContain('Kernel is dead');
  });

  it('cancels where it is disposed of', async () => {
    const { plan, start, begun, cancel } = control();
    void start('One', planOf('a'));
    await begun;
    plan.dispose();
    expect(cancel).toHaveBeenCalledTimes(1);
    expect(plan.isDisposed).toBe(true);
  });
});

describe('a plan that waits', () => {
  it('is made anew, and run where it is still the same', async () => {
    const { plan, ended, plans } = control();
    const makePlan = jest.fn(() => planOf('a', 'b'));
    await plan.start('To', makePlan, false);
    ended.resolve({ done: true });
    await plan.answer(true);
    expect(makePlan).toHaveBeenCalledTimes(2);
    expect(plans).toHaveLength(1);
  });

  it('is made anew once, however often it is accepted', async () => {
    const { plan, ended } = control();
    const made = new PromiseDelegate<IPlan>();
    const makePlan = jest.fn<IPlan | Promise<IPlan>, []>(() => made.promise);
    makePlan.mockReturnValueOnce(planOf('a', 'b'));
    await plan.start('To', makePlan, false);
    const first = plan.answer(true);
    await plan.answer(true);
    expect(makePlan).toHaveBeenCalledTimes(2);
    made.resolve(planOf('a', 'b'));
    ended.resolve({ done: true });
    await first;
    expect(plan.pending).toBeNull();
  });

  it('is shown again where it has become another one', async () => {
    const { plan, ended, plans } = control();
    let cells = ['a', 'b'];
    await plan.start('To', () => planOf(...cells), false);
    expect(plan.pending?.isChanged).toBe(false);
    cells = ['b'];
    await plan.answer(true);
    expect(plans).toEqual([]);
    expect(plan.pending).toMatchObject({ title: 'To', isChanged: true });
    expect(plan.pending?.plan).toEqual(planOf('b'));
    ended.resolve({ done: true });
    await plan.answer(true);
    expect(plans).toEqual([planOf('b')]);
  });

  it('is over where there is nothing left to do', async () => {
    const { plan, plans } = control();
    let cells = ['a', 'b'];
    await plan.start('To', () => planOf(...cells), false);
    cells = [];
    await plan.answer(true);
    expect([plan.pending, plans]).toEqual([null, []]);
    expect(plan.stopped?.sentence).toMatch(/up to date/);
  });

  it('puts its new cells in when it is accepted', async () => {
    const { plan, start, ended, plans } = control();
    const made = planOf('a', '');
    await start('Without cache', {
      ...made,
      steps: [made.steps[0], { ...made.steps[1], newCell: { below: 'a', source: 'x' } }]
    });
    expect(plan.pending?.plan.steps[1].cellId).toBe('');
    ended.resolve({ done: true });
    await plan.answer(true);
    expect(plans).toEqual([planOf('a', 'new x')]);
  });
});
