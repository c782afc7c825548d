/** From a feature's statistics to what the pipeline knows of it besides: its schema, its anomalies. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactAddress, IArtifactHost } from '../artifact-view';

/** Types, in the order of a pipeline. */
const TYPES = ['Schema', 'ExampleAnomalies'] as const;

/** A button for the newest artifact of each type; nothing where the host cannot find them. */
export function RelatedLinks(props: {
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}): React.JSX.Element | null {
  const { trans, host } = props;
  const { find, open } = host;
  const [found, setFound] = React.useState<readonly IArtifactAddress[]>([]);
  React.useEffect(() => {
    let wanted = true;
    if (find && open) {
      void Promise.all(TYPES.map(type => find(type).catch(() => []))).then(lists => {
        if (wanted) {
          setFound(lists.flatMap(list => list.slice(0, 1)));
        }
      });
    }
    return () => {
      wanted = false;
    };
  }, [find, open]);
  return found.length === 0 ? null : (
    <p className="jp-TfxArtifact-note">
      {trans.__('See also:')}{' '}
      {found.map(address => (
        <button
          key={address.uri}
          className="jp-TfxArtifact-link"
          title={address.uri}
          onClick={() => open?.([address])}
        >
          {address.type === 'Schema' ? trans.__('the schema') : trans.__('the anomalies')}
        </button>
      ))}
    </p>
  );
}
