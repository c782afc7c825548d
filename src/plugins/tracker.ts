/** Provides the pipelines of the open notebooks. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISessionContextDialogs } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { INotebookPipelines, PipelineTracker } from '../notebook/pipeline-tracker';
import { PublicTracker } from '../notebook/public-tracker';
import { IPipelineTracker } from '../tokens';

/** For this extension's own plugins. */
export const notebookPipelines: JupyterFrontEndPlugin<PipelineTracker> = {
  id: 'jupyterlab-tfx:notebook-pipelines',
  description: 'Keeps a pipeline for each open notebook, once something shows it.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ITranslator, IStateDB, ISessionContextDialogs],
  provides: INotebookPipelines,
  activate: (
    { serviceManager }: JupyterFrontEnd,
    notebooks: INotebookTracker,
    translator: ITranslator | null,
    stateDB: IStateDB | null,
    dialogs: ISessionContextDialogs | null
  ) =>
    new PipelineTracker({
      notebooks,
      load: async () => {
        const { NotebookPipeline } = await import('../notebook/notebook-pipeline');
        return panel =>
          new NotebookPipeline({
            panel,
            translator: translator ?? nullTranslator,
            contents: serviceManager.contents,
            settings: serviceManager.serverSettings,
            stateDB,
            dialogs: dialogs ?? undefined
          });
      }
    })
};

/** For other extensions. */
export const tracker: JupyterFrontEndPlugin<IPipelineTracker> = {
  id: 'jupyterlab-tfx:tracker',
  description: 'Gives other extensions the TFX pipeline of the current notebook.',
  autoStart: true,
  requires: [INotebookPipelines],
  provides: IPipelineTracker,
  activate: (_: JupyterFrontEnd, pipelines: PipelineTracker) => new PublicTracker(pipelines)
};
