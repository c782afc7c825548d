/** The way to all evaluations of the pipeline, compared and over time. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactAddress, IArtifactHost } from '../artifact-view';

/** Evaluations that are opened together, at most: the latest. */
const MOST = 30;

/** A link where there are others; nothing where there are none, or nobody knows. */
export function EarlierLink(props: {
  readonly host: IArtifactHost;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { host, trans } = props;
  const [found, setFound] = React.useState<readonly IArtifactAddress[]>([]);
  const { find, open } = host;
  React.useEffect(() => {
    let stopped = false;
    if (find && open) {
      void find('ModelEvaluation')
        .catch((): readonly IArtifactAddress[] => [])
        .then(list => {
          if (!stopped) {
            setFound(list.slice(0, MOST));
          }
        });
    }
    return () => {
      stopped = true;
    };
  }, [find, open]);
  return found.length < 2 ? null : (
    <button
      className="jp-TfxArtifact-link"
      title={trans.__('The latest evaluations of this pipeline, compared and over time')}
      onClick={() => open?.([...found].reverse())}
    >
      {trans.__('Over %1 runs', found.length)}
    </button>
  );
}
