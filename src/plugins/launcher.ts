/** A new pipeline notebook, from the launcher and the palette. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { ILauncher } from '@jupyterlab/launcher';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { CommandIDs } from '../commands';
import { pipelineIcon } from '../states/icons';

/** The card stands among the notebooks. */
export const launcher: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:launcher',
  description: 'Makes a new TFX pipeline notebook from a template.',
  autoStart: true,
  optional: [ITranslator, ILauncher, ICommandPalette],
  activate: (
    { commands, serviceManager: { contents } }: JupyterFrontEnd,
    translator: ITranslator | null,
    cards: ILauncher | null,
    palette: ICommandPalette | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    const command = CommandIDs.newPipeline;
    commands.addCommand(command, {
      label: args => (args.isLauncher ? trans.__('TFX Pipeline') : trans.__('New TFX Pipeline')),
      caption: trans.__('Begin a notebook that builds a TFX pipeline'),
      icon: args => (args.isPalette ? undefined : pipelineIcon),
      describedBy: {
        args: {
          type: 'object',
          properties: { cwd: { type: 'string', description: 'Folder of the new notebook' } }
        }
      },
      execute: async args => {
        const { pipelineNotebook } = await import('../launcher/template');
        const path = typeof args.cwd === 'string' ? args.cwd : '';
        const file = await contents.newUntitled({ path, type: 'notebook' });
        const content = pipelineNotebook(trans);
        await contents.save(file.path, { type: 'notebook', format: 'json', content });
        const widget: unknown = await commands.execute('docmanager:open', {
          path: file.path,
          factory: 'Notebook'
        });
        await commands.execute(CommandIDs.openPanel);
        return widget;
      }
    });
    cards?.add({ command, category: 'Notebook', rank: 10, args: { isLauncher: true } });
    palette?.addItem({ command, category: trans.__('TFX'), args: { isPalette: true } });
  }
};
