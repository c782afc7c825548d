/** The side panel: its place, its toolbar, its settings. What it shows loads when it is first seen. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILayoutRestorer } from '@jupyterlab/application';
import {
  createToolbarFactory,
  ICommandPalette,
  IToolbarWidgetRegistry
} from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import { CommandIDs } from '../commands';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import { importsTfx } from '../notebook/tfx-text';
import { LazyPanel } from '../panel/lazy-panel';
import { pipelineIcon } from '../states/icons';
import { readComponent } from './arguments';
import { IArtifactPlaces } from './artifact-places';
import { IRunsOnGraph, type RunsOnGraph } from './runs-on-graph';

const ID = 'jupyterlab-tfx:panel';
/** Name of the panel's toolbar in `schema/`. */
const FACTORY = 'TFX';

/** The interactive context panel. */
export const panel: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'The side panel with the TFX pipeline of the current notebook.',
  autoStart: true,
  requires: [INotebookPipelines, INotebookTracker, IArtifactPlaces, IRunsOnGraph],
  optional: [
    ITranslator,
    ISettingRegistry,
    IToolbarWidgetRegistry,
    ILayoutRestorer,
    ICommandPalette
  ],
  activate: (
    app: JupyterFrontEnd,
    pipelines: PipelineTracker,
    notebooks: INotebookTracker,
    artifacts: IArtifactPlaces,
    runs: RunsOnGraph,
    maybeTranslator: ITranslator | null,
    settings: ISettingRegistry | null,
    toolbars: IToolbarWidgetRegistry | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null
  ) => {
    const { commands, shell } = app;
    const translator = maybeTranslator ?? nullTranslator;
    const trans = translator.load('jupyterlab_tfx');
    let followCursor = true;
    let openAutomatically = false;
    let panelSettings: ISettingRegistry.ISettings | null = null;
    const beamAsked = new Signal<typeof panel, string | null>(panel);

    // Now, and not when the panel loads: the settings wait for what it does to them.
    const toolbar =
      toolbars && settings && createToolbarFactory(toolbars, settings, FACTORY, ID, translator);
    const widget = new LazyPanel(
      async () => {
        const { makePanel } = await import('./make-panel');
        return makePanel({
          commands,
          pipelines,
          translator,
          artifacts,
          runs,
          followsCursor: () => followCursor,
          settings: () => panelSettings,
          beamAsked,
          toolbar
        });
      },
      error => trans.__('The TFX panel could not be loaded: reload the page. (%1)', String(error))
    );
    widget.id = 'jupyterlab-tfx-panel';
    widget.title.icon = pipelineIcon;
    widget.title.caption = trans.__('TFX pipeline');
    widget.node.setAttribute('role', 'region');
    widget.node.setAttribute('aria-label', trans.__('TFX pipeline'));
    shell.add(widget, 'left', { rank: 650, type: 'TFX' });
    restorer?.add(widget, widget.id);

    commands.addCommand(CommandIDs.openPanel, {
      label: trans.__('Open TFX Panel'),
      caption: trans.__('Show the TFX pipeline of the current notebook'),
      icon: pipelineIcon,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        shell.activateById(widget.id);
        await widget.loaded;
      }
    });
    commands.addCommand(CommandIDs.chooseBeamRunner, {
      label: trans.__('Choose Beam Runner…'),
      caption: trans.__('Choose where the Beam jobs of the notebook’s components run'),
      isEnabled: () => pipelines.notebook !== null,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            component: {
              type: 'string',
              description: 'Id of a component; all of them where it is left out'
            }
          }
        }
      },
      execute: async args => {
        await commands.execute(CommandIDs.openPanel);
        beamAsked.emit(readComponent(args));
      }
    });
    pipelines.currentChanged.connect(() =>
      commands.notifyCommandChanged(CommandIDs.chooseBeamRunner)
    );
    for (const command of [CommandIDs.openPanel, CommandIDs.chooseBeamRunner]) {
      palette?.addItem({ command, category: trans.__('TFX') });
    }

    const openOn = async (notebook: NotebookPanel): Promise<void> => {
      await notebook.context.ready;
      if (openAutomatically && importsTfx(notebook.model)) {
        shell.activateById(widget.id);
      }
    };
    notebooks.widgetAdded.connect((_, notebook) => void openOn(notebook));
    if (settings) {
      void settings.load(ID).then(loaded => {
        panelSettings = loaded;
        const read = (): void => {
          followCursor = loaded.get('followCursor').composite !== false;
          const opened = openAutomatically;
          openAutomatically = loaded.get('openAutomatically').composite === true;
          if (openAutomatically && !opened) {
            // Those that were restored before the settings were there.
            notebooks.forEach(notebook => void openOn(notebook));
          }
          if (pipelines.current) {
            pipelines.current.followCursor = followCursor;
          }
        };
        loaded.changed.connect(read);
        read();
      });
    }
  }
};
