/** The graph in a tab. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILabShell, ILayoutRestorer } from '@jupyterlab/application';
import { ICommandPalette, WidgetTracker } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { CommandIDs } from '../commands';
import type { GraphTab } from '../graph/graph-tab';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import { pipelineIcon } from '../states/icons';
import { addTab } from './add-tab';
import { readText } from './arguments';
import { IRunsOnGraph, type RunsOnGraph } from './runs-on-graph';

/** Opens, finds again and restores graph tabs, one per notebook. */
export const graph: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:graph',
  description: 'The TFX pipeline as a graph in a tab of the main area.',
  autoStart: true,
  requires: [INotebookPipelines, INotebookTracker, IRunsOnGraph],
  optional: [ITranslator, ILayoutRestorer, ICommandPalette, ILabShell],
  activate: (
    app: JupyterFrontEnd,
    pipelines: PipelineTracker,
    notebooks: INotebookTracker,
    runs: RunsOnGraph,
    translator: ITranslator | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    labShell: ILabShell | null
  ) => {
    const { commands, shell } = app;
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    const tabs = new WidgetTracker<GraphTab>({ namespace: 'jupyterlab-tfx-graph' });

    /** Connects a tab with its notebook's pipeline, now or when the notebook opens. */
    const connect = (tab: GraphTab): void => {
      const pipeline = pipelines.at(tab.path);
      if (!pipeline || tab.model === pipeline || tab.isDisposed) {
        return;
      }
      tab.model = pipeline;
      const look = (): void => pipeline.setViewer(tab, tab.isVisible && !tab.isDisposed);
      const rename = (_: unknown, path: string): void => {
        tab.path = path;
        void tabs.save(tab);
      };
      const { panel } = pipeline;
      tab.content.visibleChanged.connect(look);
      panel.context.pathChanged.connect(rename);
      tab.disposed.connect(() => {
        pipeline.setViewer(tab, false);
        panel.context.pathChanged.disconnect(rename);
      });
      panel.disposed.connect(() => (tab.model = null));
      look();
    };
    /** The panel follows the notebook that the person works in: it need not be this one. */
    const showInPanel = async (tab: GraphTab): Promise<void> => {
      shell.activateById(pipelines.at(tab.path)?.panel.id ?? '');
      await commands.execute(CommandIDs.openPanel);
    };
    notebooks.widgetAdded.connect((_, notebook) => {
      void notebook.context.ready.then(() => tabs.forEach(connect));
    });

    commands.addCommand(CommandIDs.openGraph, {
      label: trans.__('Open Graph'),
      caption: trans.__('Show the pipeline as a graph in a tab'),
      icon: pipelineIcon,
      isEnabled: args => readText(args, 'path') !== null || pipelines.notebook !== null,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            path: {
              type: 'string',
              description: 'Path of the notebook; the current one where it is left out'
            }
          }
        }
      },
      execute: async args => {
        const path = readText(args, 'path') ?? pipelines.notebook?.context.path;
        if (path === undefined) {
          return;
        }
        const there = tabs.find(tab => tab.path === path);
        if (there) {
          shell.activateById(there.id);
          return;
        }
        await pipelines.load();
        const { makeGraphTab } = await import('./make-graph-tab');
        const tab: GraphTab = makeGraphTab({
          path,
          trans,
          runs,
          isCurrent: () => tab.model !== null && tab.model === pipelines.current,
          showInPanel: () => void showInPanel(tab)
        });
        tab.title.icon = pipelineIcon;
        await tabs.add(tab);
        addTab(shell, labShell, tab, { mode: 'split-right' });
        connect(tab);
      }
    });
    pipelines.currentChanged.connect(() => commands.notifyCommandChanged(CommandIDs.openGraph));
    palette?.addItem({ command: CommandIDs.openGraph, category: trans.__('TFX') });
    if (restorer) {
      void restorer.restore(tabs, {
        command: CommandIDs.openGraph,
        args: tab => ({ path: tab.path }),
        name: tab => tab.path
      });
    }
  }
};
