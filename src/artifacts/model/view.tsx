/** A model: its SavedModels, or its files where it is of another framework. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactViewProps, ViewSize } from '../artifact-view';
import { FileTable } from '../file-table';
import { PropertyTable } from '../generic/view';
import { SavedModelView } from '../saved-model/saved-model-view';
import type { IModel } from './decode';

/** One model: several are put side by side. */
export function ModelView({ items, size, trans }: IArtifactViewProps<IModel>): React.JSX.Element {
  const { data, source } = items[0];
  return (
    <div>
      <ModelBody model={data} size={size} trans={trans} />
      {size === 'full' && (
        <PropertyTable
          properties={{ ...source.document.properties, ...source.document.customProperties }}
          trans={trans}
        />
      )}
    </div>
  );
}

/** The same for other artifacts that hold a model. */
export function ModelBody(props: {
  readonly model: IModel;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, size, trans } = props;
  const { savedModels, others, framework, fileCount } = model;
  const [chosen, setChosen] = React.useState(0);
  const savedModel = savedModels.at(chosen) ?? savedModels.at(0) ?? null;
  const named = others.length + savedModels.reduce((sum, { files }) => sum + files.length, 0);
  return (
    <>
      {savedModels.length > 1 && (
        <select
          className="jp-mod-styled jp-TfxModel-choice"
          value={chosen}
          aria-label={trans.__('SavedModel')}
          onChange={event => setChosen(Number(event.target.value))}
        >
          {savedModels.map(({ folder }, index) => (
            <option key={folder} value={index}>
              {folder}
            </option>
          ))}
        </select>
      )}
      {savedModel ? (
        <SavedModelView key={savedModel.folder} model={savedModel} size={size} trans={trans} />
      ) : (
        <p>
          {framework === null
            ? trans.__('There is no SavedModel here, and the files do not tell the framework.')
            : trans.__('There is no SavedModel here; the files are of %1.', framework)}
        </p>
      )}
      <FileTable label={trans.__('Other files')} files={others} trans={trans} />
      {named < fileCount && (
        <p className="jp-TfxArtifact-note">
          {trans._n(
            'and %1 file that is not listed',
            'and %1 files that are not listed',
            fileCount - named
          )}
        </p>
      )}
    </>
  );
}
