/** How a state looks and what it is called. Shapes differ, so that nobody needs the colours. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { LabIcon } from '@jupyterlab/ui-components';

import type { NodeState } from '../pipeline/pipeline';

const ring = 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z';

/** Path data of each state's icon: 16 × 16, filled by the even-odd rule. */
export const statePaths: Readonly<Record<NodeState, string>> = {
  // A hollow circle.
  'not-run': ring,
  // A clock.
  queued: `${ring}M7.25 5h1.5v2.6l1.9 1.1l-.75 1.3l-2.65-1.55z`,
  // Three quarters of a ring round a dot.
  running: 'M8 2a6 6 0 1 1-6 6h1.5a4.5 4.5 0 1 0 4.5-4.5zM8 6a2 2 0 1 1 0 4a2 2 0 1 1 0-4z',
  // A disc with a tick.
  done: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM4.6 8.1l1.1-1.1l1.6 1.6l3.1-3.2l1.1 1.1l-4.2 4.3z',
  // The same, with a second disc behind it.
  cached:
    'M6.5 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM3.4 8.1l1-1l1.5 1.5l2.7-2.8l1 1l-3.7 3.8z' +
    'M10.44 2.58A5.5 5.5 0 0 1 10.44 13.42A6.7 6.7 0 0 0 10.44 2.58z',
  // An octagon with a cross.
  failed:
    'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8h-5.4l-3.8-3.8v-5.4z' +
    'M5.2 6.2l1-1l1.8 1.8l1.8-1.8l1 1l-1.8 1.8l1.8 1.8l-1 1l-1.8-1.8l-1.8 1.8l-1-1l1.8-1.8z',
  // A triangle with an exclamation mark.
  stale:
    'M8 1.6c.4 0 .75.2.95.55l5.6 10.2c.4.75-.1 1.65-.95 1.65h-11.2c-.85 0-1.35-.9-.95-1.65' +
    'l5.6-10.2c.2-.35.55-.55.95-.55zM7.25 5.5h1.5v4.2h-1.5zM7.25 10.8h1.5v1.5h-1.5z'
};

const icon = (state: NodeState): LabIcon =>
  new LabIcon({
    name: `jupyterlab-tfx:state-${state}`,
    svgstr:
      '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">' +
      `<path class="jp-tfx-icon-state jp-tfx-icon-${state}" fill-rule="evenodd" ` +
      `d="${statePaths[state]}"/></svg>`
  });

/** The icon of each state; its colour is `--jp-tfx-state-<state>`. */
export const stateIcons: Readonly<Record<NodeState, LabIcon>> = {
  'not-run': icon('not-run'),
  queued: icon('queued'),
  running: icon('running'),
  done: icon('done'),
  cached: icon('cached'),
  failed: icon('failed'),
  stale: icon('stale')
};

/** A state in a word or two. */
export function stateWord(state: NodeState, trans: TranslationBundle): string {
  switch (state) {
    case 'not-run':
      return trans.__('not run');
    case 'queued':
      return trans.__('queued');
    case 'running':
      return trans.__('running');
    case 'done':
      return trans.__('done');
    case 'cached':
      return trans.__('cached');
    case 'failed':
      return trans.__('failed');
    case 'stale':
      return trans.__('stale');
  }
}
