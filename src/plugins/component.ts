/** Commands about cells, files and texts of a pipeline, and about the way to its kernel. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Clipboard, ICommandPalette } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { copyIcon } from '@jupyterlab/ui-components';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { CommandIDs } from '../commands';
import { openPath } from '../notebook/open-path';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import { serverPath } from '../notebook/server-path';
import { PACKAGE_VERSION } from '../protocol';
import { readComponent, readLine, readText } from './arguments';

/** Show cell, open file, copy, attach, refresh, install cell, describe. */
export const component: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:component',
  description: 'Commands that lead from a TFX component to its cell, files and kernel.',
  autoStart: true,
  requires: [INotebookPipelines],
  optional: [ITranslator, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    pipelines: PipelineTracker,
    translator: ITranslator | null,
    palette: ICommandPalette | null
  ) => {
    const { commands } = app;
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    const text = (description: string) => ({ type: 'string', description }) as const;
    const noArguments = { args: { type: 'object', properties: {} } } as const;
    const hasNotebook = (): boolean => pipelines.notebook !== null;

    const cellOf = (args: ReadonlyPartialJSONObject): string | null => {
      const named = readText(args, 'cellId');
      const id = readComponent(args) ?? pipelines.current?.target ?? null;
      const cells = id === null ? undefined : pipelines.current?.model.node(id)?.cells;
      return named ?? cells?.defined ?? cells?.run.at(0) ?? null;
    };
    commands.addCommand(CommandIDs.showCell, {
      label: trans.__('Show Cell'),
      caption: trans.__('Scroll to the cell of the component'),
      isEnabled: args => cellOf(args) !== null,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            component: text('Id of the component; the selected one where it is left out'),
            cellId: text('Id of a cell, where it is not a component’s own'),
            line: { type: 'number', description: '1-based line in that cell' }
          }
        }
      },
      execute: async args => {
        const cellId = cellOf(args);
        const pipeline = pipelines.current;
        if (cellId !== null && pipeline) {
          app.shell.activateById(pipeline.panel.id);
          await pipeline.showCell(cellId, readLine(args));
        }
      }
    });

    const pathOf = (args: ReadonlyPartialJSONObject): string | null => {
      const path = readText(args, 'path');
      const { current } = pipelines;
      return path === null || !current
        ? null
        : serverPath(
            path,
            app.serviceManager.contents.localPath(current.panel.context.path),
            current.model.kernel?.cwd ?? null,
            PageConfig.getOption('serverRoot')
          );
    };
    commands.addCommand(CommandIDs.openFile, {
      // Below the server's root is what a person calls it by.
      label: args => {
        const path = pathOf(args);
        return path === '' ? '/' : (path ?? trans.__('Open'));
      },
      caption: trans.__('Open the file, or show the folder in the file browser'),
      isEnabled: args => pathOf(args) !== null,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            path: text('Path as the kernel or the notebook has it'),
            line: { type: 'number', description: '1-based line' }
          }
        }
      },
      execute: async args => {
        const path = pathOf(args);
        if (path !== null) {
          await openPath(
            path,
            readLine(args) ?? null,
            app.serviceManager.contents,
            commands,
            trans
          );
        }
      }
    });
    commands.addCommand(CommandIDs.copyText, {
      label: trans.__('Copy'),
      caption: trans.__('Copy to the clipboard'),
      icon: copyIcon,
      describedBy: { args: { type: 'object', properties: { text: text('What to copy') } } },
      execute: args => Clipboard.copyToSystem(readText(args, 'text') ?? '')
    });

    commands.addCommand(CommandIDs.attach, {
      label: trans.__('Attach'),
      caption: trans.__('Look at what the kernel has run; nothing is run in your namespace'),
      isEnabled: hasNotebook,
      describedBy: noArguments,
      execute: async () => (await pipelines.load())?.attach()
    });
    commands.addCommand(CommandIDs.detach, {
      label: trans.__('Detach'),
      caption: trans.__('Undo what attaching did in the kernel, and stay away until you attach'),
      isEnabled: () => pipelines.current?.isAttached ?? false,
      describedBy: noArguments,
      execute: () => pipelines.current?.detach()
    });
    commands.addCommand(CommandIDs.refresh, {
      label: trans.__('Refresh'),
      caption: trans.__('Read cells, kernel, files and metadata store again'),
      isEnabled: hasNotebook,
      describedBy: noArguments,
      execute: async () => (await pipelines.load())?.refresh()
    });
    commands.addCommand(CommandIDs.chooseStore, {
      label: trans.__('Choose Metadata Store'),
      caption: trans.__(
        'Read what has run from a metadata store that the server’s configuration names'
      ),
      isEnabled: hasNotebook,
      describedBy: {
        args: {
          type: 'object',
          properties: {
            store: text('Name in c.TfxExtension.stores; the notebook’s own where it is left out')
          }
        }
      },
      execute: async args => (await pipelines.load())?.chooseStore(readText(args, 'store'))
    });
    commands.addCommand(CommandIDs.insertInstallCell, {
      label: trans.__('Put It in a Cell'),
      caption: trans.__('Insert a cell that installs jupyterlab-tfx in the kernel’s environment'),
      isEnabled: hasNotebook,
      describedBy: noArguments,
      execute: async () => {
        const install = `%pip install jupyterlab-tfx==${PACKAGE_VERSION}`;
        await (await pipelines.load())?.insertCell(install);
      }
    });
    commands.addCommand(CommandIDs.describePipeline, {
      label: trans.__('Describe Pipeline'),
      caption: trans.__('Return the pipeline of the current notebook as JSON'),
      describedBy: noArguments,
      execute: async () => {
        const pipeline = await pipelines.load();
        pipeline?.readCells();
        return pipeline?.pipeline ?? null;
      }
    });

    pipelines.currentChanged.connect(() =>
      [CommandIDs.attach, CommandIDs.refresh, CommandIDs.insertInstallCell].forEach(id =>
        commands.notifyCommandChanged(id)
      )
    );
    const category = trans.__('TFX');
    for (const command of [
      CommandIDs.showCell,
      CommandIDs.attach,
      CommandIDs.detach,
      CommandIDs.refresh
    ]) {
      palette?.addItem({ command, category });
    }
  }
};
