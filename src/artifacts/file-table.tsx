/** Files with their sizes. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ArtifactFile } from '../protocol';
import { fileSize } from './format';

/** Rows, at most. */
const MOST = 500;

/** A row per file; nothing where there is none. */
export function FileTable(props: {
  readonly label: string;
  readonly files: readonly Pick<ArtifactFile, 'path' | 'size'>[];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { label, files, trans } = props;
  return files.length === 0 ? null : (
    <table className="jp-TfxArtifact-table jp-TfxFiles" aria-label={label}>
      <tbody>
        {files.slice(0, MOST).map(({ path, size }) => (
          <tr key={path}>
            <td title={path.slice(0, 1000)}>
              <bdi>{path}</bdi>
            </td>
            <td>{fileSize(size, trans)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
