/** Exports a notebook's pipeline: its command, in the panel, the palette and the menus. What shows it loads then. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILabShell, ILayoutRestorer } from '@jupyterlab/application';
import { ICommandPalette, type MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import { IEditorLanguageRegistry } from '@jupyterlab/codemirror';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { CommandIDs } from '../commands';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import { pipelineIcon } from '../states/icons';
import { addTab } from './add-tab';
import { readText } from './arguments';

const ID = 'jupyterlab-tfx:export';
/** JupyterLab's own command. */
const REFRESH_FILES = 'filebrowser:refresh';

/** One tab per notebook. */
export const exporting: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'Exports the TFX pipeline of a notebook as Python files for orchestrators.',
  autoStart: true,
  requires: [INotebookPipelines, INotebookTracker],
  optional: [
    ITranslator,
    ISettingRegistry,
    ICommandPalette,
    ILabShell,
    ILayoutRestorer,
    IEditorLanguageRegistry
  ],
  activate: (
    { commands, shell, serviceManager }: JupyterFrontEnd,
    pipelines: PipelineTracker,
    opened: INotebookTracker,
    translator: ITranslator | null,
    registry: ISettingRegistry | null,
    palette: ICommandPalette | null,
    labShell: ILabShell | null,
    restorer: ILayoutRestorer | null,
    languages: IEditorLanguageRegistry | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    const tabs = new WidgetTracker<MainAreaWidget>({ namespace: 'jupyterlab-tfx-export' });
    const notebooks = new WeakMap<MainAreaWidget, NotebookPanel>();
    let targets: readonly string[] = ['local'];
    const pathOf = (tab: MainAreaWidget): string => notebooks.get(tab)?.context.path ?? '';

    commands.addCommand(CommandIDs.exportPipeline, {
      label: trans.__('Export Pipeline…'),
      caption: trans.__('Write the notebook’s pipeline as Python files for orchestrators'),
      icon: args => (args.isPalette ? undefined : pipelineIcon),
      isEnabled: args => readText(args, 'path') !== null || pipelines.notebook !== null,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            path: {
              type: 'string',
              description: 'Path of the notebook; the current one where it is left out'
            },
            restores: {
              type: 'boolean',
              description: 'The tab comes back after a reload: the notebook is waited for'
            }
          }
        }
      },
      execute: async args => {
        const path = readText(args, 'path');
        if (args.restores === true) {
          // The notebook comes back with its tab, before or after this one.
          await opened.restored;
        }
        const current = await pipelines.load();
        const pipeline = path === null ? current : pipelines.at(path);
        if (!pipeline) {
          return;
        }
        const { panel } = pipeline;
        const there = tabs.find(tab => notebooks.get(tab) === panel);
        if (there) {
          shell.activateById(there.id);
          return;
        }
        const { makeExport } = await import('./make-export');
        const tab = makeExport({
          pipeline,
          settings: serviceManager.serverSettings,
          localPath: each => serviceManager.contents.localPath(each),
          trans,
          targets,
          languages,
          showNotebook: () => shell.activateById(panel.id),
          onWritten: () => {
            if (commands.hasCommand(REFRESH_FILES)) {
              void commands.execute(REFRESH_FILES);
            }
          }
        });
        notebooks.set(tab, panel);
        const renamed = (): void => void tabs.save(tab);
        panel.context.pathChanged.connect(renamed);
        tab.disposed.connect(() => panel.context.pathChanged.disconnect(renamed));
        await tabs.add(tab);
        addTab(shell, labShell, tab);
      }
    });
    pipelines.currentChanged.connect(() =>
      commands.notifyCommandChanged(CommandIDs.exportPipeline)
    );
    palette?.addItem({
      command: CommandIDs.exportPipeline,
      category: trans.__('TFX'),
      args: { isPalette: true }
    });
    if (restorer) {
      void restorer.restore(tabs, {
        command: CommandIDs.exportPipeline,
        args: tab => ({ path: pathOf(tab), restores: true }),
        name: pathOf
      });
    }
    void registry?.load(ID).then(loaded => {
      const read = (): void => {
        const { composite } = loaded.get('targets');
        targets = Array.isArray(composite)
          ? composite.filter(each => typeof each === 'string')
          : [];
      };
      loaded.changed.connect(read);
      read();
    });
  }
};
