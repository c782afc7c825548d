/** Makes what shows artifacts: loaded with the first one. */
import { MainAreaWidget } from '@jupyterlab/apputils';
import type { ServerConnection } from '@jupyterlab/services';
import { CommandToolbarButton } from '@jupyterlab/ui-components';
import { UUID } from '@lumino/coreutils';

import type { IArtifactSource } from '../artifacts/artifact-source';
import type { IArtifactAddress, IOpening, ViewSize } from '../artifacts/artifact-view';
import { ArtifactWidget } from '../artifacts/artifact-widget';
import { DocumentSource } from '../artifacts/document-source';
import { CommandIDs } from '../commands';
import { decodeArtifactDocument } from '../protocol/decode';
import { ArtifactClient } from '../server/artifact-client';
import { pipelineIcon } from '../states/icons';
import type { IArtifactPlaces } from './artifact-places';

/**
 * The content of a cell's output.
 *
 * @param document - As it is in the notebook.
 */
export function artifactOutput(document: unknown, places: IArtifactPlaces): ArtifactWidget {
  const { views, trans, settings } = places;
  const load = async (): Promise<readonly IArtifactSource[]> => [
    new DocumentSource(decodeArtifactDocument(document), new ArtifactClient(settings))
  ];
  return new ArtifactWidget({ views, load, size: 'compact', trans, host: places.host });
}

/** Artifacts that the server has: `compact` in a part of the panel, `full` in a tab. */
export function artifactWidget(
  addresses: readonly IArtifactAddress[],
  size: ViewSize,
  places: IArtifactPlaces,
  opening?: IOpening
): ArtifactWidget {
  const { views, trans, host } = places;
  const load = fromServer(addresses, places);
  return new ArtifactWidget({ views, load, size, trans, host, opening });
}

/** A tab with one artifact, or several that are compared. */
export function artifactTab(
  addresses: readonly IArtifactAddress[],
  places: IArtifactPlaces,
  opening?: IOpening
): MainAreaWidget<ArtifactWidget> {
  const { views, trans, commands } = places;
  const content = artifactWidget(addresses, 'full', places, opening);
  const tab = new MainAreaWidget({ content });
  tab.id = `jupyterlab-tfx-artifact-${UUID.uuid4()}`;
  const [{ type, uri, id, name }] = addresses;
  const what = views.has(type) ? views.find(type).label(trans) : type || trans.__('Artifact');
  const which = id === null ? name || uri.replace(/\/+$/, '').split('/').at(-1) || '' : `${id}`;
  tab.title.label =
    addresses.length > 1
      ? trans.__('%1: %2 compared', what, addresses.length)
      : trans.__('%1 %2', what, which);
  tab.title.caption = addresses.map(address => address.uri).join('\n');
  tab.title.icon = pipelineIcon;
  tab.title.closable = true;
  tab.toolbar.addItem(
    'compare',
    new CommandToolbarButton({
      commands,
      id: CommandIDs.compareArtifact,
      args: { artifacts: addresses.map(address => ({ ...address })) }
    })
  );
  return tab;
}

/** An artifact that the server has. */
export async function artifactSource(
  address: IArtifactAddress,
  settings: ServerConnection.ISettings,
  signal: AbortSignal
): Promise<IArtifactSource> {
  const client = new ArtifactClient(settings);
  return new DocumentSource(await client.document(address, signal), client);
}

function fromServer(
  addresses: readonly IArtifactAddress[],
  { settings }: IArtifactPlaces
): (signal: AbortSignal) => Promise<readonly IArtifactSource[]> {
  return signal => Promise.all(addresses.map(address => artifactSource(address, settings, signal)));
}
