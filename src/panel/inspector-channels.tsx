/** Inputs or outputs of a component, with the artifacts that they hold. */
import * as React from 'react';

import type { INodeChannel } from '../pipeline/pipeline';
import type { Artifact } from '../protocol';
import type { INodeProps } from './model-widget';
import { PathActions } from './panel-header';

/** A part for each channel. */
export function InspectorChannels(
  props: INodeProps & { readonly direction: 'inputs' | 'outputs' }
): React.JSX.Element | null {
  const { node, trans, direction } = props;
  const channels = node[direction];
  if (channels.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{direction === 'inputs' ? trans.__('Inputs') : trans.__('Outputs')}</h4>
      <dl className="jp-TfxInspector-channels">
        {channels.map(channel => (
          <Channel key={channel.key} {...props} channel={channel} />
        ))}
      </dl>
    </section>
  );
}

function Channel(props: INodeProps & { readonly channel: INodeChannel }): React.JSX.Element {
  const { channel, model, trans } = props;
  return (
    <>
      <dt>
        {channel.key}
        {channel.type && <small>{channel.type}</small>}
        {channel.producers.map(({ node, output }) => (
          <button
            key={`${node} ${output ?? ''}`}
            className="jp-TfxPanel-link"
            title={trans.__('Select %1', node)}
            onClick={() => (model.selected = node)}
          >
            {output === null || output === channel.key
              ? trans.__('from %1', node)
              : trans.__('from %1, %2', node, output)}
          </button>
        ))}
      </dt>
      {channel.artifacts.length === 0 ? (
        <dd className="jp-TfxPanel-why">{trans.__('nothing yet')}</dd>
      ) : (
        channel.artifacts.map(artifact => (
          <dd key={artifact.id ?? artifact.uri}>
            <ArtifactLine {...props} artifact={artifact} />
          </dd>
        ))
      )}
    </>
  );
}

/** TFX resets the state of a function component's artifact to unknown when another one reads it. */
const UNREMARKABLE: ReadonlySet<Artifact['state']> = new Set(['published', 'unknown']);

/** Parts of a URI that tell artifacts apart: component, output and execution. */
const TAIL = 3;

function ArtifactLine(props: INodeProps & { readonly artifact: Artifact }): React.JSX.Element {
  const { artifact, artifacts, trans, commands } = props;
  const [isShown, setShown] = React.useState(false);
  const parts = artifact.uri.split('/').filter(part => part !== '');
  const label = parts.length > TAIL ? `…/${parts.slice(-TAIL).join('/')}` : artifact.uri;
  const words = [
    artifact.id === null ? '' : trans.__('artifact %1', artifact.id),
    UNREMARKABLE.has(artifact.state) ? '' : artifact.state,
    artifact.splits.length > 0 ? trans.__('splits %1', artifact.splits.join(', ')) : ''
  ].filter(word => word !== '');
  return (
    <>
      <PathActions path={artifact.uri} label={label} commands={commands} />
      {words.length > 0 && <span className="jp-TfxPanel-why">{words.join(' · ')}</span>}
      <span className="jp-TfxInspector-view">
        <button
          className="jp-TfxPanel-link"
          data-tfx-open={artifact.uri}
          title={trans.__('Show the artifact in a tab')}
          onClick={() => artifacts.open([artifact])}
        >
          {trans.__('open')}
        </button>
        <button
          className="jp-TfxPanel-link"
          data-tfx-view={artifact.uri}
          aria-expanded={isShown}
          title={trans.__('Show the artifact here')}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? trans.__('hide') : trans.__('view')}
        </button>
      </span>
      {isShown && <Preview artifact={artifact} artifacts={artifacts} />}
    </>
  );
}

/** The artifact's compact view. */
function Preview({
  artifact,
  artifacts
}: Pick<INodeProps, 'artifacts'> & { readonly artifact: Artifact }): React.JSX.Element {
  const place = React.useRef<HTMLDivElement>(null);
  const { uri, type } = artifact;
  // At once, not after the paint: a widget cannot leave a place that has left the page.
  React.useLayoutEffect(() => {
    const view = artifacts.attach(artifact, place.current!);
    return () => view.dispose();
    // A new object for the same artifact comes with every change of the pipeline.
  }, [uri, type]);
  return <div ref={place} className="jp-TfxInspector-preview" />;
}
