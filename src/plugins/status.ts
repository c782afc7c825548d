/** A word in the status bar: what is running, or how many components are stale. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { CommandIDs } from '../commands';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import { statusWords } from '../states/status-words';

/** It is there while the panel is open or a plan runs; a press on it shows the panel. */
export const status: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:status',
  description: 'Says in the status bar which TFX component is running, or how many are stale.',
  autoStart: true,
  requires: [INotebookPipelines],
  optional: [IStatusBar, ITranslator],
  activate: (
    { commands }: JupyterFrontEnd,
    pipelines: PipelineTracker,
    bar: IStatusBar | null,
    translator: ITranslator | null
  ) => {
    if (!bar) {
      return;
    }
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    const item = new Widget({ node: document.createElement('button') });
    item.addClass('jp-TfxStatus');
    item.node.addEventListener('click', () => void commands.execute(CommandIDs.openPanel));
    const words = (): string => (pipelines.current ? statusWords(pipelines.current, trans) : '');
    bar.registerStatusItem('jupyterlab-tfx:status', {
      item,
      align: 'left',
      rank: 5,
      isActive: () => words() !== '',
      activeStateChanged: pipelines.changed
    });
    pipelines.changed.connect(() => {
      const text = words();
      if (item.node.textContent !== text) {
        item.node.textContent = text;
        item.node.title = trans.__('Show the TFX pipeline');
      }
    });
  }
};
