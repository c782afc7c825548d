import type { Run } from '../../protocol';
import { FakeKernel } from './fake-kernel';
import { applyEvent, isGap } from '../kernel-facts';

const FACTS = new FakeKernel(() => undefined).snapshot();

function run(number: number, fingerprint: string, oldCode: string | null = null): Run {
  return {
    run: number,
    componentKey: 'k',
    componentId: 'Trainer',
    type: 't',
    variables: [],
    cellId: 'a',
    count: 1,
    context: 'c',
    state: 'running',
    startedAt: 1,
    endedAt: null,
    enableCache: true,
    executionId: null,
    cache: null,
    oldCode,
    inputs: {},
    outputs: {},
    execProperties: {},
    files: [{ path: '/m.py', role: 'module', fingerprint }],
    progress: null,
    error: null,
    beam: null
  };
}

describe('applyEvent', () => {
  it('passes over what it knows already, and sees gaps', () => {
    const facts = applyEvent(FACTS, { event: 'run', seq: 1, run: run(1, 'a') });
    expect(applyEvent(facts, { event: 'run', seq: 1, run: run(2, 'a') })).toBe(facts);
    expect(isGap(facts, { event: 'files', seq: 2, files: [] })).toBe(false);
    expect(isGap(facts, { event: 'files', seq: 3, files: [] })).toBe(true);
  });

  it('replaces a run by its later record', () => {
    let facts = applyEvent(FACTS, { event: 'run', seq: 1, run: run(1, 'a') });
    facts = applyEvent(facts, { event: 'run', seq: 2, run: run(2, 'a') });
    facts = applyEvent(facts, { event: 'run', seq: 3, run: { ...run(1, 'a'), state: 'done' } });
    expect(facts.runs.map(({ run: number, state }) => [number, state])).toEqual([
      [1, 'done'],
      [2, 'running']
    ]);
    expect(FACTS.runs).toEqual([]);
  });

  it('takes the files of a run that begins for what they are, unless it runs old code', () => {
    const now = (facts: typeof FACTS): unknown => facts.files.map(file => file.fingerprint);
    let facts = applyEvent(FACTS, { event: 'run', seq: 1, run: run(1, 'a') });
    expect(now(facts)).toEqual(['a']);
    facts = applyEvent(facts, {
      event: 'files',
      seq: 2,
      files: [{ path: '/m.py', role: 'module', fingerprint: 'b' }]
    });
    facts = applyEvent(facts, { event: 'run', seq: 3, run: { ...run(1, 'a'), state: 'done' } });
    expect(now(facts)).toEqual(['b']);
    facts = applyEvent(facts, { event: 'run', seq: 4, run: run(2, 'a', '/m.py') });
    expect(now(facts)).toEqual(['b']);
  });

  it('keeps the components where a cell changed none', () => {
    const cell = { cellId: 'a', count: 1, ok: true, source: 'x' };
    const tfx = { state: 'imported', version: '1' } as const;
    const facts = applyEvent(FACTS, {
      event: 'cell',
      seq: 1,
      cell,
      contexts: [],
      components: null,
      tfx
    });
    expect(facts.components).toBe(FACTS.components);
    expect(facts.cells).toEqual([cell]);
  });
});
