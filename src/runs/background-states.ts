/** States of runs in the background: as the graph draws them, and in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IPipeline, IPipelineNode, NodeState } from '../pipeline/pipeline';
import type { BackgroundNode, BackgroundRun } from '../protocol';
import { duration } from '../states/times';

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

/** The notebook's pipeline with the states of a run; nodes that the run has not are drawn as not run. */
export function withNodes(pipeline: IPipeline, nodes: readonly BackgroundNode[]): IPipeline {
  const byId = new Map(nodes.map(node => [node.id, node]));
  return {
    ...pipeline,
    nodes: pipeline.nodes.map((node): IPipelineNode => {
      const found = byId.get(node.componentId);
      return {
        ...node,
        state: found ? drawnStates[found.state] : 'not-run',
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
