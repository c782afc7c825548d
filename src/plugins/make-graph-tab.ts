/** Makes a graph tab: loaded when the first one is opened. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';

import { GraphTab } from '../graph/graph-tab';
import { GraphWidget } from '../graph/graph-widget';
import type { IPanelModel } from '../panel/panel-model';
import { stateWords } from '../states/state-words';

/**
 * A tab for the notebook of a path; it shows nothing before it has a model.
 *
 * @param showInPanel - Called where a person wants to see more of the component that is selected.
 */
export function makeGraphTab(
  path: string,
  trans: TranslationBundle,
  showInPanel: () => void
): GraphTab {
  const select = (id: string): void => {
    const model = tab.model as IPanelModel | null;
    if (model) {
      model.selected = id;
    }
  };
  const graph = new GraphWidget({
    trans,
    direction: 'auto',
    stateWords: node => stateWords(node, trans),
    onSelect: select,
    onOpen: id => {
      select(id);
      showInPanel();
    }
  });
  const tab = new GraphTab(graph, path, trans);
  tab.id = `jupyterlab-tfx-graph-${UUID.uuid4()}`;
  return tab;
}
