/** A part of a view that reads its data when it is first drawn. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { Reading } from './reading';
import { useLoaded } from './use-loaded';

/** Draws what was read; until then that it is reading, and where that failed the sentence that says why. */
export function LoadedPart<T>(props: {
  /** The same function while the data is the same: memoise it. */
  readonly load: (signal: AbortSignal) => Promise<T>;
  readonly trans: TranslationBundle;
  readonly children: (value: T) => React.ReactNode;
}): React.JSX.Element {
  const { load, trans, children } = props;
  const loaded = useLoaded(load);
  switch (loaded.state) {
    case 'loading':
      return <Reading trans={trans} />;
    case 'failed':
      return (
        <p className="jp-TfxArtifact-problem" role="alert">
          {loaded.sentence}
        </p>
      );
    case 'ready':
      return <>{children(loaded.value)}</>;
  }
}
