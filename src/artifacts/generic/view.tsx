/** Any artifact: properties and files. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Properties } from '../../protocol';
import type { IArtifactViewProps } from '../artifact-view';
import { fileSize } from '../format';
import type { IGenericArtifact } from './decode';

/** Rows of files in a cell's output. */
const FEW = 10;

/** One artifact: several are put side by side. */
export function GenericView({
  items,
  size,
  trans
}: IArtifactViewProps<IGenericArtifact>): React.JSX.Element {
  const { properties, customProperties, files, fileCount, texts } = items[0].data;
  const shown = size === 'compact' ? files.slice(0, FEW) : files;
  return (
    <div className="jp-TfxGeneric">
      <PropertyTable properties={{ ...properties, ...customProperties }} trans={trans} />
      <h4>{trans._n('%1 file', '%1 files', fileCount)}</h4>
      {shown.map(file => (
        <details key={file.path} open={texts.has(file.path) && shown.length === 1}>
          <summary>
            <bdi>{file.path}</bdi> <small>{fileSize(file.size, trans)}</small>
          </summary>
          {texts.has(file.path) ? (
            <pre>{texts.get(file.path)}</pre>
          ) : (
            <p className="jp-TfxArtifact-note">{trans.__('Not a small text file.')}</p>
          )}
        </details>
      ))}
      {shown.length < fileCount && (
        <p className="jp-TfxArtifact-note">
          {trans._n('and %1 more file', 'and %1 more files', fileCount - shown.length)}
        </p>
      )}
    </div>
  );
}

/** Properties, as a table; nothing where there are none. */
export function PropertyTable(props: {
  readonly properties: Properties;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const entries = Object.entries(props.properties);
  return entries.length === 0 ? null : (
    <table className="jp-TfxArtifact-table" aria-label={props.trans.__('Properties')}>
      <tbody>
        {entries.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{String(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
