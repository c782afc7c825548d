/** An artifact as a widget: the content of a cell's output, of a part of the panel, of a tab. */
import { ReactWidget } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IArtifactBodyProps } from './artifact-body';
import { ArtifactBody } from './artifact-body';

/** Reads its artifacts when it is first seen. */
export class ArtifactWidget extends ReactWidget {
  constructor(private readonly _props: IArtifactBodyProps) {
    super();
    this.addClass('jp-TfxArtifact');
    this.addClass(`jp-mod-${_props.size}`);
  }

  protected override render(): React.JSX.Element {
    return <ArtifactBody {...this._props} />;
  }
}
