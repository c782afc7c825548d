/** Makes a graph tab: loaded when the first one is opened. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';

import { GraphTab } from '../graph/graph-tab';
import { GraphWidget } from '../graph/graph-widget';
import type { IPanelModel } from '../panel/panel-model';
import type { RunsOnGraph } from './runs-on-graph';

/** Options of {@link makeGraphTab}. */
export interface IMakeGraphTabOptions {
  /** Of the notebook. */
  readonly path: string;
  readonly trans: TranslationBundle;
  readonly runs: RunsOnGraph;
  /** Whether the notebook is the current one, whose runs are followed. */
  readonly isCurrent: () => boolean;
  /** A person wants to see more of the component that is selected. */
  readonly showInPanel: () => void;
}

/** A tab for the notebook of a path; it shows nothing before it has a model. */
export function makeGraphTab(options: IMakeGraphTabOptions): GraphTab {
  const { path, trans, runs, isCurrent, showInPanel } = options;
  const select = (id: string): void => {
    const model = tab.model as IPanelModel | null;
    if (model) {
      model.selected = id;
    }
  };
  const graph = new GraphWidget({
    trans,
    direction: 'auto',
    overlay: runs.over(isCurrent),
    onSelect: id => {
      select(id);
      if (isCurrent()) {
        runs.select(id);
      }
    },
    onOpen: id => {
      select(id);
      if (!(isCurrent() && runs.openNode(id))) {
        showInPanel();
      }
    }
  });
  const tab: GraphTab = new GraphTab(graph, path, trans);
  tab.id = `jupyterlab-tfx-graph-${UUID.uuid4()}`;
  return tab;
}
