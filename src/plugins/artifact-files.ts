/** Files of TFX that the file browser opens as artifacts. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import {
  ABCWidgetFactory,
  type DocumentRegistry,
  DocumentWidget,
  TextModelFactory
} from '@jupyterlab/docregistry';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import { ArtifactOutput } from '../artifacts/artifact-output';
import { pipelineIcon } from '../states/icons';
import { IArtifactPlaces } from './artifact-places';

const MODEL = 'jupyterlab-tfx-file';

/** Name of the file type, the pattern of its files' names, and TFX's type of what is in them. */
const FILES = [
  { name: 'tfx-schema', pattern: String.raw`schema\.pbtxt$`, type: 'Schema' },
  { name: 'tfx-statistics', pattern: String.raw`FeatureStats\.pb$`, type: 'ExampleStatistics' },
  { name: 'tfx-anomalies', pattern: String.raw`SchemaDiff\.pb$`, type: 'ExampleAnomalies' },
  {
    name: 'tfx-examples',
    pattern: String.raw`(\.tfrecords?|data_tfrecord-\d+-of-\d+|transformed_examples-\d+-of-\d+)(\.gz)?$`,
    type: 'Examples'
  },
  {
    name: 'tfx-predictions',
    pattern: String.raw`prediction_logs-\d+-of-\d+(\.gz)?$`,
    type: 'InferenceResult'
  }
] as const;

/** Schemas, statistics, anomalies and TFRecord files, opened by a double click. */
export const artifactFiles: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:artifact-files',
  description: 'Opens schemas, statistics, anomalies and TFRecord files from the file browser.',
  autoStart: true,
  requires: [IArtifactPlaces],
  activate: ({ docRegistry }: JupyterFrontEnd, places: IArtifactPlaces) => {
    const { trans } = places;
    const names = typeNames(trans);
    for (const { name, pattern, type } of FILES) {
      docRegistry.addFileType({
        name,
        displayName: names[type],
        pattern,
        fileFormat: null,
        contentType: 'file',
        mimeTypes: ['application/octet-stream'],
        icon: pipelineIcon
      });
    }
    const fileTypes = FILES.map(({ name }) => name);
    docRegistry.addModelFactory(new NoContentModelFactory());
    docRegistry.addWidgetFactory(
      new ArtifactFileFactory(
        {
          name: 'TFX Artifact',
          label: trans.__('TFX Artifact'),
          modelName: MODEL,
          fileTypes,
          defaultFor: fileTypes,
          readOnly: true
        },
        places
      )
    );
  }
};

function typeNames(trans: TranslationBundle): Record<(typeof FILES)[number]['type'], string> {
  return {
    Schema: trans.__('TFX Schema'),
    ExampleStatistics: trans.__('TFX Statistics'),
    ExampleAnomalies: trans.__('TFX Anomalies'),
    Examples: trans.__('TFX Examples'),
    InferenceResult: trans.__('TFX Predictions')
  };
}

/** The file's content stays on the server, which gives as much of it as is looked at. */
class NoContentModelFactory extends TextModelFactory {
  override get name(): string {
    return MODEL;
  }

  override get fileFormat(): Contents.FileFormat {
    return null;
  }
}

/** Makes a tab for a file. */
class ArtifactFileFactory extends ABCWidgetFactory<DocumentWidget, DocumentRegistry.ICodeModel> {
  constructor(
    options: DocumentRegistry.IWidgetFactoryOptions<DocumentWidget>,
    private readonly _places: IArtifactPlaces
  ) {
    super(options);
  }

  protected override createNewWidget(
    context: DocumentRegistry.IContext<DocumentRegistry.ICodeModel>
  ): DocumentWidget {
    const content = new ArtifactOutput(async () => {
      const { artifactWidget } = await import('./make-artifact');
      const { localPath } = context;
      const name = localPath.slice(localPath.lastIndexOf('/') + 1);
      const type = FILES.find(({ pattern }) => new RegExp(pattern).test(name))?.type ?? '';
      return artifactWidget([{ uri: localPath, type, name, id: null }], 'full', this._places);
    });
    content.addClass('jp-mod-full');
    void context.ready.then(() => content.renderModel(null));
    const widget = new DocumentWidget({ content, context });
    widget.title.icon = pipelineIcon;
    return widget;
  }
}
