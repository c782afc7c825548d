/** What transformed features are made from, with how their values are spread before and after, and a row of both. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactSource } from '../artifact-source';
import type { IArtifactHost, ViewSize } from '../artifact-view';
import { LoadedPart } from '../loaded-part';
import { useLoaded } from '../use-loaded';
import type { ITransformGraph } from './decode';
import { decodeDistributions, NO_DISTRIBUTIONS } from './decode-distributions';
import { decodeLineage } from './decode-lineage';
import type { ILineage } from './lineage';
import { Mapping } from './mapping';
import { SamplePart } from './sample-part';

interface ILineagePartProps {
  readonly data: ITransformGraph;
  readonly source: IArtifactSource;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}

/** Where there is little room it is folded, and reads the graph when it is opened. */
export function LineagePart(props: ILineagePartProps): React.JSX.Element {
  const { size, trans } = props;
  const [open, setOpen] = React.useState(false);
  const title = trans.__('From raw to transformed');
  return size === 'full' ? (
    <>
      <h4>{title}</h4>
      <Loaded {...props} />
    </>
  ) : (
    <details
      className="jp-TfxModel-fold"
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {open && <Loaded {...props} />}
    </details>
  );
}

function Loaded(props: ILineagePartProps): React.JSX.Element {
  const { source, trans } = props;
  const load = React.useCallback((signal: AbortSignal) => decodeLineage(source, signal), [source]);
  return (
    <LoadedPart {...{ load, trans }}>
      {lineage => <Shown {...props} lineage={lineage} />}
    </LoadedPart>
  );
}

function Shown(props: ILineagePartProps & { readonly lineage: ILineage }): React.JSX.Element {
  const { data, source, size, trans, host, lineage } = props;
  const { statistics, vocabularies } = data;
  const open = size === 'full' ? host.source : null;
  const load = React.useCallback(
    async (signal: AbortSignal) =>
      statistics && open ? decodeDistributions(statistics, open, signal) : NO_DISTRIBUTIONS,
    [statistics, open]
  );
  const loaded = useLoaded(load);
  const distributions = loaded.state === 'ready' ? loaded.value : NO_DISTRIBUTIONS;
  const { problems } = distributions;
  return (
    <>
      <Mapping {...{ lineage, vocabularies, distributions, size, trans }} />
      {problems.length > 0 && (
        <p className="jp-TfxArtifact-note" role="status">
          {trans.__('The distributions are not drawn beside the features:')} {problems.join(' ')}
        </p>
      )}
      {size === 'full' && <SamplePart {...{ lineage, source, trans, host }} />}
    </>
  );
}
