/** Commands that run components. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { fastForwardIcon, refreshIcon, runIcon, stopIcon } from '@jupyterlab/ui-components';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { CommandIDs } from '../commands';
import type { NotebookPipeline } from '../notebook/notebook-pipeline';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import { importsTfx, mayHoldComponent } from '../notebook/tfx-text';
import { readComponent, readConfirmed, runArguments } from './arguments';

/** Step, run to here, run from here, run stale, run without cache, use the newest, interrupt. */
export const run: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:run',
  description: 'Commands that run TFX components by the cells of the notebook.',
  autoStart: true,
  requires: [INotebookPipelines],
  optional: [ITranslator, ICommandPalette],
  activate: (
    { commands }: JupyterFrontEnd,
    pipelines: PipelineTracker,
    translator: ITranslator | null,
    palette: ICommandPalette | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    /** The current pipeline, seen in the panel: only there can its plan be answered. */
    const shown = async (): Promise<NotebookPipeline | null> => {
      const pipeline = await pipelines.load();
      if (pipeline && !pipeline.active) {
        await commands.execute(CommandIDs.openPanel);
      }
      return pipeline;
    };
    const isFree = (): boolean =>
      pipelines.notebook !== null && (pipelines.current?.canRun ?? true);
    const target = (args: ReadonlyPartialJSONObject): string | null =>
      readComponent(args) ?? pipelines.current?.target ?? null;
    /** The notebook's context menu was opened on a cell that may hold a component; to know, all would have to load. */
    const isOnComponent = (): boolean => {
      const { notebook, current } = pipelines;
      const cell = notebook?.content.activeCell?.model;
      if (!cell) {
        return false;
      }
      return current?.active
        ? current.model.nodesOfCell(cell.id).length > 0
        : importsTfx(notebook.model) && mayHoldComponent(cell.sharedModel.getSource());
    };
    const onComponent = (
      label: string,
      title: (id: string) => string,
      act: (pipeline: NotebookPipeline, title: string, id: string, confirmed: boolean) => unknown
    ) => ({
      label: ({ context }: ReadonlyPartialJSONObject) =>
        context === true ? trans.__('TFX: %1', label) : label,
      isEnabled: (args: ReadonlyPartialJSONObject) =>
        isFree() && (args.context === true || target(args) !== null),
      isVisible: (args: ReadonlyPartialJSONObject) => args.context !== true || isOnComponent(),
      describedBy: { args: runArguments },
      execute: async (args: ReadonlyPartialJSONObject) => {
        const cell = args.context === true ? pipelines.notebook?.content.activeCell : null;
        const pipeline = await shown();
        const id = cell ? pipeline?.componentOf(cell.model.id) : target(args);
        if (pipeline && id) {
          await act(pipeline, title(id), id, readConfirmed(args));
        } else if (cell) {
          Notification.info(trans.__('This cell neither declares nor runs a TFX component.'), {
            autoClose: 5000
          });
        }
      }
    });

    commands.addCommand(CommandIDs.step, {
      label: trans.__('Step'),
      caption: trans.__('Run the next component that is not up to date, with the cells it needs'),
      icon: runIcon,
      isEnabled: isFree,
      describedBy: { args: runArguments },
      execute: async args =>
        (await shown())?.run(trans.__('Step'), { kind: 'step' }, readConfirmed(args))
    });
    commands.addCommand(CommandIDs.runStale, {
      label: trans.__('Run Stale'),
      caption: trans.__('Bring all components that are out of date up to date'),
      icon: refreshIcon,
      isEnabled: isFree,
      describedBy: { args: runArguments },
      execute: async args =>
        (await shown())?.run(trans.__('Run stale'), { kind: 'stale' }, readConfirmed(args))
    });
    commands.addCommand(CommandIDs.runToHere, {
      caption: trans.__('Bring the selected component up to date, and all that it needs'),
      icon: fastForwardIcon,
      ...onComponent(
        trans.__('Run to Here'),
        id => trans.__('Run to %1', id),
        (pipeline, title, id, confirmed) => pipeline.run(title, { kind: 'to', node: id }, confirmed)
      )
    });
    commands.addCommand(CommandIDs.runFromHere, {
      caption: trans.__('Run the selected component again, and all that depends on it'),
      ...onComponent(
        trans.__('Run from Here'),
        id => trans.__('Run from %1', id),
        (pipeline, title, id, confirmed) =>
          pipeline.run(title, { kind: 'from', node: id }, confirmed)
      )
    });
    commands.addCommand(CommandIDs.runNoCache, {
      caption: trans.__('Run the selected component again, whatever the cache holds'),
      ...onComponent(
        trans.__('Run without Cache'),
        id => trans.__('Run %1 without cache', id),
        (pipeline, title, id, confirmed) => pipeline.runNoCache(title, id, confirmed)
      )
    });
    commands.addCommand(CommandIDs.useNewest, {
      label: trans.__('Use the Newest'),
      caption: trans.__('Let the outputs be those of the newest execution, by a cell that says so'),
      isEnabled: isFree,
      describedBy: { args: runArguments },
      execute: async args => {
        const id = target(args);
        const { execution } = args;
        if (id !== null && typeof execution === 'number') {
          await (
            await shown()
          )?.useExecution(trans.__('Use execution %1 of %2', execution, id), id, execution);
        }
      }
    });
    commands.addCommand(CommandIDs.interrupt, {
      label: trans.__('Interrupt'),
      caption: trans.__('Stop the plan, and interrupt the cell that is running'),
      icon: stopIcon,
      isEnabled: () => pipelines.current?.isRunning ?? false,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: () => pipelines.current?.interrupt()
    });

    const category = trans.__('TFX');
    for (const command of RUN_COMMANDS) {
      if (command !== CommandIDs.useNewest) {
        palette?.addItem({ command, category });
      }
    }
    // Enabled states hang on little; only a change of that is told.
    let last = '';
    pipelines.changed.connect(() => {
      const { current } = pipelines;
      const now = JSON.stringify([current?.canRun, current?.isRunning, current?.target]);
      if (now !== last) {
        last = now;
        RUN_COMMANDS.forEach(id => commands.notifyCommandChanged(id));
      }
    });
  }
};

const RUN_COMMANDS = [
  CommandIDs.step,
  CommandIDs.runToHere,
  CommandIDs.runFromHere,
  CommandIDs.runStale,
  CommandIDs.runNoCache,
  CommandIDs.useNewest,
  CommandIDs.interrupt
];
