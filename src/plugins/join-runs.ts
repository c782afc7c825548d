/** Several places where a pipeline runs, one of which at a time is on the graph. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import { stateWords } from '../states/state-words';
import type { IRuns } from './make-runs';

/** What the graph needs of them. A place that comes onto the graph takes the others off it. */
export function joinRuns(
  places: readonly IRuns[],
  trans: TranslationBundle
): Pick<IRuns, 'overlay' | 'stateWords' | 'select' | 'openNode'> {
  const changed = new Signal<object, void>({});
  const current = (): IRuns | undefined => places.find(place => place.isShown());
  let shown = current();
  for (const place of places) {
    place.overlay.changed.connect(() => {
      if (place !== shown && place.isShown()) {
        shown = place;
        places.filter(other => other !== place).forEach(other => other.hide());
      } else if (place === shown && !place.isShown()) {
        shown = undefined;
      }
      changed.emit();
    });
  }
  return {
    overlay: { changed, apply: pipeline => current()?.overlay.apply(pipeline) ?? pipeline },
    stateWords: node => current()?.stateWords(node) ?? stateWords(node, trans),
    select: node => current()?.select(node),
    openNode: node => current()?.openNode(node) ?? false
  };
}
