/** Orchestrators' states of tasks and runs: as the graph draws them, and in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IPipeline, IPipelineNode, NodeState } from '../pipeline/pipeline';
import type { PipelineRun, PipelineTask } from '../protocol';
import { duration, moment } from '../states/times';

/** The state of a node that is drawn for a task's. */
export const nodeStates: Readonly<Record<PipelineTask['state'], NodeState>> = {
  none: 'not-run',
  queued: 'queued',
  running: 'running',
  retry: 'queued',
  success: 'done',
  cached: 'cached',
  failed: 'failed',
  'upstream-failed': 'stale',
  skipped: 'not-run',
  stopped: 'not-run',
  removed: 'not-run'
};

/** The state that is drawn for a run's. */
export const runStates: Readonly<Record<PipelineRun['state'], NodeState>> = {
  queued: 'queued',
  running: 'running',
  success: 'done',
  failed: 'failed',
  stopped: 'not-run'
};

/** A run's state in a word. */
export function runWord(state: PipelineRun['state'], trans: TranslationBundle): string {
  switch (state) {
    case 'queued':
      return trans.__('queued');
    case 'running':
      return trans.__('running');
    case 'success':
      return trans.__('succeeded');
    case 'failed':
      return trans.__('failed');
    case 'stopped':
      return trans.__('stopped');
  }
}

/** A run by when it was asked for, and its state: `Jan 1, 2026, 12:00:00 PM, running`. */
export function runTitle(run: PipelineRun, trans: TranslationBundle): string {
  const name = run.queuedAt === null ? run.id : moment(run.queuedAt);
  return trans.__('%1, %2', name, runWord(run.state, trans));
}

/** A task's state in a word or two. */
export function taskWord(state: PipelineTask['state'], trans: TranslationBundle): string {
  switch (state) {
    case 'none':
      return trans.__('waits');
    case 'queued':
      return trans.__('queued');
    case 'running':
      return trans.__('running');
    case 'retry':
      return trans.__('failed, waits to be tried again');
    case 'success':
      return trans.__('succeeded');
    case 'cached':
      return trans.__('cached');
    case 'failed':
      return trans.__('failed');
    case 'stopped':
      return trans.__('stopped');
    case 'upstream-failed':
      return trans.__('not run, as one before it failed');
    case 'skipped':
      return trans.__('skipped');
    case 'removed':
      return trans.__('no longer in the pipeline');
  }
}

/** State, try and how long: `running, try 2 of 3, 42 s`. */
export function taskWords(task: PipelineTask, trans: TranslationBundle, now = Date.now()): string {
  const parts = [taskWord(task.state, trans)];
  if (task.tries > 1) {
    parts.push(trans.__('try %1 of %2', task.tries, Math.max(task.tries, task.maxTries)));
  }
  if (task.startedAt !== null && ['running', 'success', 'failed'].includes(task.state)) {
    parts.push(duration((task.endedAt ?? now) - task.startedAt, trans));
  }
  return parts.join(', ');
}

/** Id of a node's task in Airflow: what that does not take in an id is `_` there (see `airflow_dag.py`). */
export function taskId(nodeId: string): string {
  return nodeId.replace(/[^\p{L}\p{N}_.-]/gu, '_');
}

/** The notebook's pipeline with the states of an orchestrator's run. */
export function withTasks(
  pipeline: IPipeline,
  tasks: readonly PipelineTask[],
  idOf: (nodeId: string) => string = taskId
): IPipeline {
  const byId = new Map(tasks.map(task => [task.id, task]));
  return withStates(pipeline, id => {
    const task = byId.get(idOf(id));
    return task && { ...task, state: nodeStates[task.state] };
  });
}

/**
 * A pipeline with the states of a run elsewhere.
 *
 * @param find - State and times of a component in the run; undefined where the run has it not: it is drawn as not run.
 */
export function withStates(
  pipeline: IPipeline,
  find: (componentId: string) => Pick<IPipelineNode, 'state' | 'startedAt' | 'endedAt'> | undefined
): IPipeline {
  return {
    ...pipeline,
    nodes: pipeline.nodes.map((node): IPipelineNode => {
      const found = find(node.componentId);
      return {
        ...node,
        state: found?.state ?? 'not-run',
        causes: [],
        notices: [],
        progress: null,
        error: null,
        startedAt: found?.startedAt ?? null,
        endedAt: found?.endedAt ?? null
      };
    })
  };
}
