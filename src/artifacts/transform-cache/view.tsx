/** What Transform kept of earlier data. */
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { fileSize } from '../format';
import type { ITransformCache } from './decode';

/** Datasets, and entries of one, that are drawn. */
const MOST = 100;

/** One cache: several are put side by side. */
export function TransformCacheView({
  items,
  size,
  trans
}: IArtifactViewProps<ITransformCache>): React.JSX.Element {
  const { datasets, problems } = items[0].data;
  return (
    <div>
      <p className="jp-TfxArtifact-note">
        {trans.__(
          'What the analyzers of Transform found, kept so that the next run reads only new data.'
        )}
      </p>
      {datasets.slice(0, MOST).map(({ name, size: bytes, entries }) => (
        <details
          key={name}
          className="jp-TfxModel-fold"
          open={size === 'full' && datasets.length <= 3}
        >
          <summary title={name.slice(0, 1000)}>
            <bdi>{name.slice(0, 300)}</bdi>{' '}
            <small>
              {trans._n('%1 result', '%1 results', entries.length)}, {fileSize(bytes, trans)}
            </small>
          </summary>
          <table className="jp-TfxArtifact-table jp-TfxFiles">
            <tbody>
              {entries.slice(0, MOST).map(({ number, analyzer, kind, size: each }) => (
                <tr key={number}>
                  <td>
                    <bdi>{analyzer ?? trans.__('Result %1', number)}</bdi>
                  </td>
                  <td>{kind}</td>
                  <td>{fileSize(each, trans)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
      {datasets.length > MOST && (
        <p className="jp-TfxArtifact-note">
          {trans._n('and %1 more dataset', 'and %1 more datasets', datasets.length - MOST)}
        </p>
      )}
      {problems.map((sentence, index) => (
        <p key={index} className="jp-TfxArtifact-problem" role="status">
          {sentence}
        </p>
      ))}
    </div>
  );
}
