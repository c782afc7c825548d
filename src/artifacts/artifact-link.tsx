/** Another artifact that is named in one: where it is, and a way to it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactAddress, IArtifactHost } from './artifact-view';

/** Its URI; a button where the host opens artifacts. */
export function ArtifactLink(props: {
  readonly address: IArtifactAddress;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}): React.JSX.Element {
  const { address, trans, host } = props;
  const { uri, id } = address;
  const words = (
    <>
      {id !== null && `${trans.__('Artifact %1', id)} `}
      <bdi>{uri}</bdi>
    </>
  );
  return host.open && uri !== '' ? (
    <button
      className="jp-TfxArtifact-link"
      title={trans.__('Open %1', uri.slice(0, 1000))}
      onClick={() => host.open?.([address])}
    >
      {words}
    </button>
  ) : (
    words
  );
}
