/** What showing artifacts takes, wherever they are shown. */
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import { Token } from '@lumino/coreutils';

import type { IArtifactHost } from '../artifacts/artifact-view';
import type { ArtifactViews } from '../artifacts/artifact-views';

/** Views, and what they work with. */
export interface IArtifactPlaces {
  readonly views: ArtifactViews;
  readonly trans: TranslationBundle;
  readonly commands: CommandRegistry;
  readonly settings: ServerConnection.ISettings;
  /** What views may ask for. */
  readonly host: IArtifactHost;
}

/** For this extension's own plugins. Others require `IArtifactViews`. */
export const IArtifactPlaces = new Token<IArtifactPlaces>(
  'jupyterlab-tfx:IArtifactPlaces',
  'Views of artifacts, for the plugins of jupyterlab-tfx.'
);
