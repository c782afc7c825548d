/** What stands where an artifact, or a part of it, is still being read. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** A note that a screen reader says, and that is busy (`aria-busy`) for as long as it is there. */
export function Reading({ trans }: { readonly trans: TranslationBundle }): React.JSX.Element {
  return (
    <p className="jp-TfxArtifact-note" role="status" aria-busy={true}>
      {trans.__('Reading…')}
    </p>
  );
}
