/** States of runs in the background: as the graph draws them, and in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IPipeline, NodeState } from '../pipeline/pipeline';
import type { BackgroundNode, BackgroundRun } from '../protocol';
import { duration, moment } from '../states/times';
import { withStates } from './run-states';

/** The state of a node that is drawn for one of a run. */
export const drawnStates: Readonly<Record<BackgroundNode['state'], NodeState>> = {
  queued: 'queued',
  running: 'running',
  done: 'done',
  cached: 'cached',
  skipped: 'not-run',
  failed: 'failed',
  canceled: 'not-run',
  waiting: 'not-run'
};

/** The state that is drawn for a run's. */
export const drawnRunStates: Readonly<Record<BackgroundRun['state'], NodeState>> = {
  starting: 'queued',
  running: 'running',
  done: 'done',
  failed: 'failed',
  canceled: 'not-run'
};

/** A run's state in a word or two. */
export function backgroundRunWord(state: BackgroundRun['state'], trans: TranslationBundle): string {
  switch (state) {
    case 'starting':
      return trans.__('importing TFX');
    case 'running':
      return trans.__('running');
    case 'done':
      return trans.__('done');
    case 'failed':
      return trans.__('failed');
    case 'canceled':
      return trans.__('stopped');
  }
}

/** A run by its beginning, with runner and state: `Jan 1, 2026, 12:00:00 PM, LocalDagRunner, running`. */
export function backgroundRunTitle(run: BackgroundRun, trans: TranslationBundle): string {
  const runner = run.runner === 'local' ? 'LocalDagRunner' : 'BeamDagRunner';
  const word = backgroundRunWord(run.state, trans);
  return run.startedAt === null
    ? trans.__('%1, %2', runner, word)
    : trans.__('%1, %2, %3', moment(run.startedAt), runner, word);
}

/** State of a node, and how long: `running, 42 s`. */
export function backgroundNodeWords(
  node: BackgroundNode,
  trans: TranslationBundle,
  now = Date.now()
): string {
  const word = nodeWord(node.state, trans);
  return node.startedAt === null
    ? word
    : trans.__('%1, %2', word, duration((node.endedAt ?? now) - node.startedAt, trans));
}

/** The notebook's pipeline with the states of a run. */
export function withNodes(pipeline: IPipeline, nodes: readonly BackgroundNode[]): IPipeline {
  const byId = new Map(nodes.map(node => [node.id, node]));
  return withStates(pipeline, id => {
    const node = byId.get(id);
    return node && { ...node, state: drawnStates[node.state] };
  });
}

function nodeWord(state: BackgroundNode['state'], trans: TranslationBundle): string {
  switch (state) {
    case 'queued':
      return trans.__('queued');
    case 'running':
      return trans.__('running');
    case 'done':
      return trans.__('done');
    case 'cached':
      return trans.__('from the cache');
    case 'skipped':
      return trans.__('skipped');
    case 'failed':
      return trans.__('failed');
    case 'canceled':
      return trans.__('stopped');
    case 'waiting':
      return trans.__('not run');
  }
}
