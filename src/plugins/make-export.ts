/** Makes what shows an export: loaded with the first one. */
import { MainAreaWidget } from '@jupyterlab/apputils';
import type { IEditorLanguageRegistry } from '@jupyterlab/codemirror';
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';

import { ExportModel, type IExportKernel } from '../export/export-model';
import { ExportWidget } from '../export/export-widget';
import { type Highlight, tokenLines } from '../export/token-lines';
import type { NotebookPipeline } from '../notebook/notebook-pipeline';
import { postExport } from '../server/export-client';
import { pipelineIcon } from '../states/icons';

/** Milliseconds between two looks at a proof. */
const PAUSE = 300;

/** Options of {@link makeExport}. */
export interface IMakeExportOptions {
  readonly pipeline: NotebookPipeline;
  readonly settings: ServerConnection.ISettings;
  /** Path below the server's root, of a path of the Lab. */
  readonly localPath: (path: string) => string;
  readonly trans: TranslationBundle;
  readonly targets: readonly string[];
  /** JupyterLab's languages; null where it has none. */
  readonly languages: IEditorLanguageRegistry | null;
  /** Bring the notebook to the front. */
  readonly showNotebook: () => void;
  readonly onWritten: () => void;
}

/** A tab with the export of a notebook's pipeline. */
export function makeExport(options: IMakeExportOptions): MainAreaWidget<ExportWidget> {
  const { pipeline, trans } = options;
  const { context } = pipeline.panel;
  const model = new ExportModel({
    notebook: {
      get path() {
        return options.localPath(context.path);
      },
      content: () => JSON.stringify(context.model.toJSON())
    },
    kernel: kernelOf(pipeline),
    post: (request, signal) => postExport(options.settings, request, signal),
    targets: options.targets,
    onWritten: options.onWritten
  });
  const showCell = (cellId: string, line: number | null): void => {
    options.showNotebook();
    void pipeline.showCell(cellId, line ?? undefined);
  };
  const tab = new MainAreaWidget({
    content: new ExportWidget(model, trans, showCell, highlighter(options.languages))
  });
  tab.id = `jupyterlab-tfx-export-${UUID.uuid4()}`;
  tab.title.label = trans.__('Export: %1', context.localPath.split('/').at(-1));
  tab.title.caption = trans.__('Export the pipeline of %1', context.path);
  tab.title.icon = pipelineIcon;
  tab.title.closable = true;
  tab.toolbar.hide();

  // What is seen is the notebook as it is: asked for again when the tab is shown after an edit.
  let isEdited = false;
  const edited = (): void => {
    isEdited = true;
    look();
  };
  const look = (): void => {
    if (isEdited && tab.isVisible) {
      isEdited = false;
      model.askLater();
    }
  };
  context.model.contentChanged.connect(edited);
  tab.content.shown.connect(look);
  tab.disposed.connect(() => context.model?.contentChanged.disconnect(edited));
  pipeline.panel.disposed.connect(() => tab.dispose());
  // A notebook that comes back after a reload is read after all tabs are there.
  void context.ready.then(async () => {
    if (!model.isDisposed) {
      await model.refresh();
    }
  });
  return tab;
}

/** Colours code as JupyterLab's editors do; a language is loaded when it is first needed. */
function highlighter(languages: IEditorLanguageRegistry | null): Highlight | null {
  return (
    languages &&
    (async (path, text) => {
      const element = document.createElement('code');
      await languages.highlight(text, languages.findByFileName(path), element);
      return tokenLines(element);
    })
  );
}

/** The notebook's kernel, attached for as long as it is asked. */
function kernelOf(pipeline: NotebookPipeline): IExportKernel {
  return {
    values: names =>
      pipeline.withKernel(async kernel => {
        const { values } = await kernel.ask('values', { names: [...names] });
        return values;
      }),
    prove: (asked, onProof, signal) =>
      pipeline.withKernel(async kernel => {
        let proof = await kernel.ask('prove', asked);
        while (proof.state === 'running') {
          onProof(proof);
          await new Promise(done => setTimeout(done, PAUSE));
          proof = await kernel.ask('proof', { proof: proof.proof, cancel: signal.aborted });
        }
        return proof;
      })
  };
}
